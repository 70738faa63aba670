// Characters that look as if they made fields or lists, and make none: what a word processor or another keyboard types.

export type OddStructure = {
  /** Offset in the YAML. */
  readonly position: number
  readonly message: string
  readonly hint: string
}

/** Most texts have none of them. */
const any =
  /[\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\uff1a]|^\s*[\u2010-\u2015\u2212\u2022\u00b7*]/m

const blanks = '[\\t\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000\\ufeff]'
const dashes = '[\\u2010-\\u2015\\u2212\\u2022\\u00b7*]'

const oddIndent = new RegExp(`^ *${blanks}\\s*(?=\\S)`)
const oddColon = new RegExp(
  `^( *(?:- +)*)([\\w-]+)${blanks}*(?:\\uff1a\\s*|:(?=${blanks.replace('\\t', '')})|(?<=${blanks.replace('\\t', '')}):(?=\\s))`,
)
const oddDash = new RegExp(`^(\\s*)${dashes}(?:\\s+|(?=\\S))`)

const leading = new RegExp(`^(?:\\s|${blanks})+`)

/** `firstLine`: the line of the file that the YAML begins on. Only at the margin and behind a name: elsewhere it is text. */
export const findOddStructure = (yaml: string, firstLine: number): OddStructure | null => {
  if (!any.test(yaml)) return null
  let start = 0
  let before = ''
  for (const [index, line] of yaml.split('\n').entries()) {
    const found = oddIn(line, before)
    if (found !== null) {
      const { at, mistake, plain } = found
      return {
        position: start + at,
        message: `line ${firstLine + index} has ${mistake}`,
        hint: `write ${plain}`,
      }
    }
    start += line.length + 1
    if (line.trim() !== '') before = line
  }
  return null
}

type Odd = { readonly at: number; readonly mistake: string; readonly plain: string }

const oddIn = (line: string, before: string): Odd | null => {
  const [indent] = oddIndent.exec(line) ?? []
  // Behind blanks it may be text that goes on.
  if (indent !== undefined && !line.startsWith(' '))
    return {
      at: 0,
      mistake: `${nameOf(line[0] ?? '')} where it begins, which cannot indent it`,
      plain: shown(`${/:\s*$/.test(before) ? '  ' : ''}${line.slice(indent.length)}`),
    }
  const [found, margin = '', name = ''] = oddColon.exec(line) ?? []
  if (found !== undefined && (margin === '' || margin.includes('-'))) {
    const odd =
      [...found.slice(margin.length + name.length)].find(sign => sign !== ':') ?? line[found.length] ?? ''
    return {
      at: found.includes(odd) ? line.indexOf(odd, margin.length) : found.length,
      mistake: `${nameOf(odd)} behind “${name}”`,
      plain: `${name}: ${line.slice(found.length).replace(leading, '')}, with a colon and a blank`,
    }
  }
  const [mark, space = ''] = oddDash.exec(line) ?? []
  if (mark === undefined || !/^[\s\w-]*:\s*$/.test(before)) return null
  return {
    at: space.length,
    mistake: `“${line[space.length]}” where the hyphen of a list belongs`,
    plain: shown(`${space}- ${line.slice(mark.length)}`),
  }
}

/** Blanks at its beginning are to be seen. */
const shown = (line: string): string =>
  line.startsWith(' ') ? `“${line}”, with ${line.search(/\S/)} blanks before it` : line

const nameOf = (sign: string): string => {
  if (sign === '\t') return 'a tab'
  if (sign === '\uff1a') return 'a full-width colon'
  if (/[\u200b\u2060\ufeff]/.test(sign)) return 'an invisible character'
  return sign === '\u3000' ? 'a full-width blank' : 'a no-break or other special blank'
}

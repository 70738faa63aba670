// Asterisks and underlines that make no emphasis, so that readers would see them: `**three **days`, `**Shut.**The port`, `*Titanic *sank`.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

const double = String.raw`\*\*[^\s*][^*\n]*[^\s*\p{L}\p{N}]\*\*[\p{L}\p{N}]|[\p{L}\p{N}]\*\*[^\s*\p{L}\p{N}][^*\n]*\*\*`
const single = String.raw`(?<![\p{L}\p{N}\p{P}*\\])\*[\p{L}\p{N}][^*\n]{0,200}[ \t]\*[\p{L}\p{N}]`

const suspect = new RegExp(`${double}|${single}`, 'u')

/** Whether a text may have some. Most that have asterisks have none of these. */
export const mayHaveUnreadEmphasis = (text: string): boolean =>
  text.includes('__') || (text.includes('*') && (suspect.test(text) || hasOddPair(text)))

/** Whether some ** opens or closes nothing, or stands beside a blank where it should not. */
const hasOddPair = (text: string): boolean => {
  let open = false
  let last = 0
  for (let at = text.indexOf('**'); at !== -1; at = text.indexOf('**', at + 2)) {
    if (open && text.slice(last, at).includes('\n\n')) return true
    if (/\s/.test(text[open ? at - 1 : at + 2] ?? ' ')) return true
    open = !open
    last = at
  }
  return open
}

/** In what is left as text, and was not escaped. */
export const findUnreadEmphasis = (tokens: readonly Token[]): readonly BodyFault[] => {
  // The text of a table's cell does not know its own.
  let line = 0
  const noted = new Set<string>()
  return tokens.flatMap((token): readonly BodyFault[] => {
    if (token.map) line = token.map[0]
    if (token.children === null || !/[*_]/.test(token.content)) return []
    const shown = shownText(token.children)
    for (const [, mark = ''] of shown.matchAll(/[\p{L}\p{N}\p{P}](?<![*_])(\*\*|\*)(?![*\p{L}\p{N}])/gu))
      noted.add(mark)
    return shown.split('\n').flatMap(text => {
      const fault = faultIn(text, noted)
      return fault !== null && token.content.includes(fault.words) ? [{ line, ...fault }] : []
    })
  })
}

/** What readers see of a block. Code may say what it likes. */
const shownText = (children: readonly Token[]): string =>
  children
    .map(({ type, content }) => {
      if (type === 'text') return content
      if (type === 'softbreak' || type === 'hardbreak') return '\n'
      return type === 'code_inline' ? '\u{fffc}' : ''
    })
    .join('')

type UnreadMark = Omit<BodyFault, 'line'> & { readonly words: string }

/** `noted`: marks of footnotes that the text set behind words: such a note may begin with its own. */
const faultIn = (text: string, noted: ReadonlySet<string>): UnreadMark | null => {
  if (!/[*_]{2}|[ \t]\*/.test(text)) return null
  const [inside] = besideWord.exec(text) ?? []
  if (inside !== undefined) return { words: inside, ...unread(inside) }
  const [found, double, before, behind, star, words = ''] = blankInside.exec(text) ?? []
  const mark = double ?? star ?? ''
  if (found !== undefined && !(noted.has(mark) && text.trimStart().startsWith(found)))
    return { words: found, ...withBlank(found, mark, before ?? behind ?? words) }
  const [open, ofOpen = '', word = ''] = neverClosed.exec(text) ?? []
  if (open === undefined || (noted.has(ofOpen) && text.trimStart().startsWith(open))) return null
  return { words: open, ...unclosed(ofOpen, word) }
}

const besideWord =
  /\*\*[^\s*][^*\n]*[^\s*\p{L}\p{N}]\*\*(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\*\*[^\s*\p{L}\p{N}](?:[^*\n]*[^\s*])?\*\*/u
const notBehind = String.raw`(?<![\p{L}\p{N}*_\\])`
/** In front of the words, behind them, or both. */
const withBlanks = String.raw`(?:[ \t\u00a0]+([^*_\n]*[^*_\s])[ \t\u00a0]*|([^*_\s](?:[^*_\n]*[^*_\s])?)[ \t\u00a0]+)`
const blankInside = new RegExp(
  String.raw`${notBehind}(?:(\*\*|__)${withBlanks}\1(?![*_])|(\*)([\p{L}\p{N}](?:[^*\n]*[^*\s])?)[ \t]\*(?=[\p{L}\p{N}]))`,
  'u',
)
const neverClosed = /(?<![^\s“"„«‘'])(\*\*|__)([\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*)/u

const unread = (words: string) => ({
  code: 'emphasis-unread',
  severity: 'warning' as const,
  message: `readers would see the asterisks of ${words}: emphasis cannot begin or end between a letter and another character`,
  hint: 'leave a blank outside of the asterisks, or put them around words without the character',
})

const withBlank = (found: string, mark: string, words: string) => ({
  code: 'emphasis-unread',
  severity: 'warning' as const,
  message: `readers would see the ${mark} of ${found}: emphasis cannot begin or end with a blank`,
  hint: `write ${mark}${words}${mark}, with the blanks outside`,
})

const unclosed = (mark: string, word: string) => ({
  code: 'emphasis-unread',
  severity: 'warning' as const,
  message: `readers would see ${mark}${word}: the emphasis that begins here is never closed`,
  hint: `write ${mark} behind its last word as well, without a blank before it; or ${mark.replace(/./g, '\\$&')}${word} to show it as it is`,
})

// Says in a newsroom's words why a text is no YAML, and prints the line to type where it can.

import { afterQuotes, closing, openMark } from './open-mark.ts'
import { quoteForYaml } from './quote-for-yaml.ts'
import { type Complaint, type Line, linesBefore } from './yaml-lines.ts'

export type YamlFault = {
  /** Offset in the YAML. */
  readonly position: number
  readonly message: string
  readonly hint: string
}

export const explainYamlFault = (complaint: Complaint): YamlFault => {
  const { position, reason } = complaint
  const here = linesBefore(complaint)
  const found = explainers.map(explain => explain(complaint, here)).find(fault => fault !== null)
  const [, hint = anyHint, message = `the fields cannot be read from here on: ${reason}`] =
    hints.find(([pattern]) => pattern.test(reason)) ?? []
  return found ?? { position, message, hint }
}

const anyHint = 'put the text of this line in "double quotes", or compare with a story that works'

const hints: readonly (readonly [reason: RegExp, hint: string, message?: string])[] = [
  [/found ','/, 'remove it, or write what belongs there', 'nothing stands before this comma'],
  [/more than one document/, 'remove the line --- or ... that ends the first fields'],
  [/complex keys/, 'begin the line with the name of a field, such as title: …'],
  [/missed comma/, 'put a text that contains a colon or a comma in "double quotes"'],
  [/\btab/, 'indent with spaces instead of tabs'],
  [/alias/, 'write the value out instead of using * and &'],
  [/tag/, 'write plain text: tags such as !!js are not allowed'],
  [/bad indentation|mapping/, 'put a value that contains a colon, # or quotes in "double quotes"'],
]

type Explain = (complaint: Complaint, lines: readonly Line[]) => YamlFault | null

const twice: Explain = ({ yaml, position, reason }) => {
  if (!/duplicate/.test(reason)) return null
  const [, name = ''] = /^["']?([^"':\n]+)/.exec(yaml.slice(position)) ?? []
  return { position, message: `“${name.trim()}” stands there twice`, hint: 'keep one of the two lines' }
}

/** What such a word begins with is no quotation mark: `title: '80s rock`. */
const apostrophe = /^'(?:\d0s|tis|twas|twere|til|em|cause|bout|round|neath|[Nn])\b/i

/** The parser notices only where the next field begins, or at the end. */
const unclosed: Explain = ({ reason }, lines) => {
  if (!/deficient indentation|end of the stream within|flow collection/.test(reason)) return null
  const line = lines.find(({ value }) => value !== '' && openMark(value) !== null)
  if (line === undefined) return strayQuote(lines)
  const mark = openMark(line.value) as keyof typeof closing
  const isApostrophe = apostrophe.test(line.value)
  return {
    position: line.start + line.head.length,
    message: `the ${closing[mark].name} of line ${line.number} is never closed`,
    hint: isApostrophe
      ? `write ${inQuotes(line, line.value)}`
      : /^[[{]/.test(line.value) && /["']/.test(mark)
        ? `add ${closing[mark].end} behind its text`
        : `add ${closing[mark].end} at its end`,
  }
}

/** A line that begins with a quotation mark as a field cannot. */
const strayQuote = (lines: readonly Line[]): YamlFault | null => {
  const line = lines.find(({ text }) => /^\s*["'][^"']*$/.test(text))
  if (line === undefined) return null
  const position = line.start + line.text.search(/\S/)
  const message = `the quotation mark of line ${line.number} is never closed`
  return { position, message, hint: `write ${line.text.trim().slice(1)}` }
}

/** `title: "Everyone answered" says warden`. */
const quotesInside: Explain = (_complaint, [line]) => {
  if (line === undefined || !/^["']/.test(line.value)) return null
  const rest = afterQuotes(line.value)?.trim() ?? ''
  if (rest === '' || /^[#,:]/.test(rest)) return null
  const [mark = ''] = line.value
  const text = line.value.endsWith(mark) && /^\S*\w/.test(rest) ? line.value.slice(1, -1) : line.value
  return {
    position: line.start + line.head.length + line.value.indexOf(rest, 1),
    message: 'the quotation marks close before the end of the text',
    hint: `write ${inQuotes(line, text)}`,
  }
}

/** `title: “Storm: day two”`. */
const typographicQuotes: Explain = ({ reason }, [line]) => {
  const [, open, text, close] = /^([“„«‘‚])([^“”„«»]+)([”“»’‘])$/.exec(line?.value ?? '') ?? []
  if (line === undefined || text === undefined || /duplicate/.test(reason)) return null
  return {
    position: line.start + line.head.length,
    message: `${open} and ${close} are letters to YAML: only straight quotation marks hold a text together`,
    hint: `write ${inQuotes(line, text)}`,
  }
}

/** Characters that mean something to YAML where a value begins. */
const notFirst =
  /^(?:\*|&(?!\S*[ \t]*[[{])|[|>](?![-+\d]*[ \t]*(?:#.*)?$)|- |\? |\[#|[`@%,\]}]|!(?!!)|[[{](?=.*[\]}]\s*[^\s\]},#]))/

const signFirst: Explain = ({ reason }, [line]) => {
  if (/contains it|excessive/.test(reason)) return null
  const [sign] = notFirst.exec(line?.value ?? '') ?? []
  if (line === undefined || sign === undefined) return null
  return {
    position: line.start + line.head.length,
    message: `a text cannot begin with “${sign.trim()}”, which means something else to YAML`,
    hint: `write ${inQuotes(line, line.value)}`,
  }
}

/** `title: "C:\path"`. */
const backslash: Explain = ({ position, reason }, [line]) => {
  if (!/escape/.test(reason) || line === undefined || !line.value.startsWith('"')) return null
  const text = line.value.replace(/^"|"$/g, '')
  return {
    position,
    message: 'a \\ means something else between double quotation marks',
    hint: `write ${inQuotes(line, text)}`,
  }
}

/** `title: Storm: day two`. */
const colonInside: Explain = ({ position, reason }, [line]) => {
  if (line === undefined || !/bad indentation of a mapping/.test(reason)) return null
  if (!/^[^"'[{|>&*].*?:\s/.test(line.value)) return null
  return {
    position,
    message: 'the text contains a colon with a blank behind it, as if it were a field',
    hint: `write ${inQuotes(line, line.value)}`,
  }
}

const inQuotes = ({ head }: Line, text: string): string => `${head.trim()} ${quoteForYaml(text)}`

/** `title:Storm`, `title Storm`: what is meant as a field and is none. */
const noField: Explain = ({ reason }, lines) => {
  if (!/end of the stream or|block mapping entry|expected ':'/.test(reason)) return null
  for (const [index, { text, start, number }] of lines.slice(0, 2).entries()) {
    const position = start + text.search(/\S|$/)
    const [, name, value] = /^\s*(?:- +)*([A-Za-z][\w-]*):(?!\/\/)(\S.*)$/.exec(text) ?? []
    if (name !== undefined) {
      const hint = `write ${name}: ${value}, with a colon and a blank`
      return { position, message: `line ${number} has no blank behind its colon`, hint }
    }
    const [, word, rest] = /^\s*([A-Za-z][\w-]*)(?:(?: *[;=] *| +)([^:]*))?$/.exec(text) ?? []
    if (word !== undefined) {
      const above = lines[index + 1]
      const goesOn = above && (above.value !== '' || !above.text.includes(':'))
      const field = `write ${word}: ${rest ?? '…'}, with a colon and a blank`
      const next = above && `begin it with two blanks: “  ${text.trim()}”`
      const isSentence = text.trim().split(/\s+/).length > 6
      const hint = !goesOn
        ? field
        : isSentence
          ? `if it goes on with line ${above.number}, ${next}`
          : `if it goes on with line ${above.number}, ${next}; if it is a field, ${field}`
      return { position, message: `line ${number} has no colon`, hint }
    }
  }
  return null
}

/** `-ferry`, an entry of a list. */
const tightDash: Explain = ({ reason }, lines) => {
  if (!/block mapping entry|multiline key|bad indentation|end of the stream or/.test(reason)) return null
  for (const { text, start, number } of lines.slice(0, 2)) {
    const [, space = '', words] = /^(\s*)-(["'\p{L}\p{N}].*)$/u.exec(text) ?? []
    if (words !== undefined)
      return {
        position: start + space.length,
        message: `line ${number} has no blank behind its dash`,
        hint: `write - ${words}`,
      }
  }
  return null
}

/** `title: Storm`, and `  date: x` below it. */
const deeper: Explain = ({ reason }, [line, above]) => {
  if (line === undefined || above === undefined) return null
  const [own, others] = [line, above].map(({ text }) => text.search(/\S|$/)) as [number, number]
  if (/bad indentation of a mapping/.test(reason) && own > others && above.value !== '')
    return {
      position: line.start + own,
      message: `line ${line.number} is indented, as if it went on with line ${above.number}`,
      hint: `if it is a field of its own, write ${line.text.trim()} without the blanks before it; if it goes on with line ${above.number}, put that text in "double quotes"`,
    }
  if (/end of the stream or/.test(reason) && own < others && line.head !== '')
    return {
      position: above.start,
      message: `line ${above.number} is indented, and line ${line.number} is not`,
      hint: `write ${above.text.trim()} without the blanks before it`,
    }
  return null
}

const indented: Explain = ({ yaml, position, reason }) => {
  const before = yaml.slice(yaml.lastIndexOf('\n', position - 1) + 1, position)
  if (!/bad indentation/.test(reason) || before === '' || before.trim() !== '') return null
  return {
    position,
    message: 'the line is not indented like the lines that it belongs to',
    hint: 'begin it in the same column as the other fields of its group',
  }
}

/** `tags: [&storm]`. */
const unread: Explain = ({ yaml, position, reason }) => {
  if (!/in none of its values/.test(reason)) return null
  const [words = ''] = /^[^\s,[\]{}]+/.exec(yaml.slice(position)) ?? []
  return {
    position,
    message: `to YAML “${words}” is no part of the text, so readers would not see it`,
    hint: `put the text in quotes: ${quoteForYaml(`${words} …`)}`,
  }
}

/** `<!-- check with legal -->` on a line of its own. */
const comment: Explain = (_complaint, lines) => {
  const line = lines.slice(0, 3).find(({ text }) => /^\s*<!--/.test(text))
  if (line === undefined) return null
  const words = line.text.replace(/^\s*<!--\s*|\s*-->\s*$/g, '')
  return {
    position: line.start + line.text.indexOf('<'),
    message: 'among the fields, a note for the newsroom begins with #',
    hint: `write # ${words === '' ? '…' : words}${line.text.includes('-->') ? '' : ', and a # before each line of the note, without the -->'}`,
  }
}

const explainers: readonly Explain[] = [
  comment,
  twice,
  tightDash,
  unclosed,
  backslash,
  quotesInside,
  typographicQuotes,
  signFirst,
  deeper,
  colonInside,
  noField,
  indented,
  unread,
]

// Asterisks and tildes inside of numbers and words: `2*3*4`, `Schüler*innen und Lehrer*innen`. Markdown takes them for emphasis.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

/** Whether a mark of emphasis stands between two letters or digits anywhere. */
export const hasInnerMark = (text: string): boolean => {
  for (const mark of ['*', '~~']) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
      if (at > 0 && text[at - 1] !== mark[0] && isInWord(text, at)) return true
    }
  }
  return false
}

const isInWord = (text: string, at: number): boolean => {
  if (!endsInWord(text.slice(Math.max(0, at - 2), at))) return false
  let end = at
  while (text[end] === text[at]) end++
  return beginsInWord(text.slice(end, end + 2))
}

// Where words are written without spaces, emphasis stands inside of them.
const inWord = String.raw`(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}]`
const wordEnd = new RegExp(`${inWord}$`, 'u')
const wordStart = new RegExp(`^${inWord}`, 'u')

// Only what borders on a mark is looked at: a text may border on thousands.
const endsInWord = (text: string): boolean => wordEnd.test(text.slice(-2))
const beginsInWord = (text: string): boolean => wordStart.test(text.slice(0, 2))

export const findInnerMarks = (tokens: readonly Token[]): readonly BodyFault[] =>
  tokens.flatMap(({ children, map }) =>
    (children ?? []).some(isOpening) ? faultsOf(children ?? [], map?.[0] ?? 0) : [],
  )

const isOpening = (token: Token | undefined): boolean => /^(?:em|strong|s)_open$/.test(token?.type ?? '')
const isClosing = ({ type }: Token): boolean => /^(?:em|strong|s)_close$/.test(type)

const faultsOf = (children: readonly Token[], line: number): readonly BodyFault[] => {
  const open: number[] = []
  const { before, behind } = bordersOf(children)
  return children.flatMap((token, end): readonly BodyFault[] => {
    if (isOpening(token)) open.push(end)
    if (!isClosing(token)) return []
    const start = open.pop() ?? end
    // Of f***ing only the outer of two.
    if (isOpening(children[nextTo(children, start, -1)])) return []
    const [first, last] = [behind[start] ?? end, before[end] ?? start]
    const marked: Marked = {
      ...splitMarks(wordsOf(children[before[start] ?? -1])),
      first: first < end ? wordsOf(children[first]) : '',
      last: last > start ? wordsOf(children[last]) : '',
      // Of sh*t and b****y some are left.
      behind: wordsOf(children[behind[end] ?? -1]).replace(/^[*~]+/, ''),
      text: textBetween(children, start, end),
      markup: token.markup,
    }
    return isMeantAsTyped(marked) ? [{ line, ...inner(marked, marksFrom(children, start)) }] : []
  })
}

/** What is emphasized, and what borders on its marks, outside and inside. */
type Marked = {
  readonly before: string
  /** Marks in front that are left as they are. */
  readonly left: string
  readonly first: string
  readonly last: string
  readonly behind: string
  /** Null when it is long. */
  readonly text: string | null
  readonly markup: string
}

/** Of f***ing s**t a star is left in front of two. */
const splitMarks = (text: string): Pick<Marked, 'before' | 'left'> => {
  const left = /[*~]*$/.exec(text.slice(-3))?.[0] ?? ''
  return { before: text.slice(0, text.length - left.length), left }
}

const isMeantAsTyped = (marked: Marked): boolean => {
  const { before, first, last, behind, text, markup } = marked
  if (opensInside(marked) && isDigit(before.at(-1)) && isDigit(first[0])) return true
  if (closesInside(marked) && isDigit(last.at(-1)) && isDigit(behind[0])) return true
  if (!opensInside(marked) || !closesInside(marked)) return false
  if ([before.at(-1), first[0], last.at(-1), behind[0]].some(isDigit)) return true
  // Bold letters are meant: **M**a**k**e.
  return isOverWords(marked) || (text !== null && text.length <= 2 && markup === '*')
}

const opensInside = ({ before, first }: Marked): boolean => endsInWord(before) && beginsInWord(first)
const closesInside = ({ last, behind }: Marked): boolean => endsInWord(last) && beginsInWord(behind)

const isOverWords = (marked: Marked): boolean =>
  (marked.text === null || /\s/.test(marked.text)) && opensInside(marked) && closesInside(marked)

/** As they are typed, one behind the other. */
const marksFrom = (children: readonly Token[], start: number): string => {
  let marks = ''
  for (let at = start; isOpening(children[at]); at = nextTo(children, at, 1)) marks += children[at]?.markup
  return marks
}

/** Between two marks an empty text may be left. */
const nextTo = (children: readonly Token[], at: number, step: 1 | -1): number => {
  const next = children[at + step]
  return next?.type === 'text' && next.content === '' ? at + 2 * step : at + step
}

const isDigit = (sign: string | undefined): boolean => sign !== undefined && /\p{N}/u.test(sign)

/** For each place the last one before it, and the first one behind it, that words could stand at. */
const bordersOf = (children: readonly Token[]) => {
  const before: number[] = []
  const behind: number[] = []
  for (let at = 1; at < children.length; at++)
    before[at] = isBorder(children[at - 1]) ? at - 1 : (before[at - 1] ?? -1)
  for (let at = children.length - 2; at >= 0; at--)
    behind[at] = isBorder(children[at + 1]) ? at + 1 : (behind[at + 1] ?? children.length)
  return { before, behind }
}

const isWords = ({ type }: Token): boolean => type === 'text' || type === 'code_inline'

/** Links and other emphasis do not part words. */
const isBorder = (token: Token | undefined): boolean =>
  token !== undefined && (isWords(token) ? token.content !== '' : token.nesting === 0)

const wordsOf = (token: Token | undefined): string => (token && isWords(token) ? token.content : '')

/** More would be no message. */
const longest = 200

const textBetween = (children: readonly Token[], start: number, end: number): string | null => {
  let text = ''
  for (let at = start + 1; at < end; at++) {
    text += children[at]?.content ?? ''
    if (text.length > longest || at > start + longest) return null
  }
  return text
}

const lastWord = (text: string): string => /[\p{L}\p{N}]*$/u.exec(text.slice(-longest))?.[0] ?? ''
const firstWord = (text: string): string => /^[\p{L}\p{N}]*/u.exec(text.slice(0, longest))?.[0] ?? ''

const inner = (marked: Marked, markup: string) => {
  const { before, left, first, behind, text } = marked
  const marks = `${left}${markup}`
  const words = `${lastWord(before)}${marks}${firstWord(first)}`
  const all =
    text === null || isOverWords(marked)
      ? words
      : `${lastWord(before)}${marks}${text}${markup}${firstWord(behind)}`
  return {
    words,
    code: 'emphasis-in-word',
    severity: 'warning' as const,
    message: `markdown takes the ${marks} in ${all} for emphasis, so readers would not see it`,
    hint: `write ${all.replaceAll(marks, marks.replace(/./g, '\\$&'))} to show it as it is`,
  }
}

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
  if (!wordEnd.test(text.slice(Math.max(0, at - 2), at))) return false
  let end = at
  while (text[end] === text[at]) end++
  return wordStart.test(text.slice(end, end + 2))
}

// Where words are written without spaces, emphasis stands inside of them.
const inWord = String.raw`(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}]`
const wordEnd = new RegExp(`${inWord}$`, 'u')
const wordStart = new RegExp(`^${inWord}`, 'u')

export const findInnerMarks = (tokens: readonly Token[]): readonly BodyFault[] =>
  tokens.flatMap(({ children, map }) =>
    (children ?? []).some(isOpening) ? faultsOf(children ?? [], map?.[0] ?? 0) : [],
  )

const isOpening = (token: Token | undefined): boolean => /^(?:em|strong|s)_open$/.test(token?.type ?? '')
const isClosing = ({ type }: Token): boolean => /^(?:em|strong|s)_close$/.test(type)

const faultsOf = (children: readonly Token[], line: number): readonly BodyFault[] => {
  const open: number[] = []
  return children.flatMap((token, at): readonly BodyFault[] => {
    if (isOpening(token)) open.push(at)
    if (!isClosing(token)) return []
    const start = open.pop() ?? at
    // Of f***ing only the outer of two.
    if (isOpening(children[nextTo(children, start, -1)])) return []
    const [before = '', left = ''] = splitMarks(textAt(children, start, -1))
    const inside = children.slice(start + 1, at)
    const first = textAt(inside, -1, 1)
    const last = textAt(inside, inside.length, -1)
    // Of sh*t and b****y some are left.
    const behind = textAt(children, at, 1).replace(/^[*~]+/, '')
    const opensInside = wordEnd.test(before) && wordStart.test(first)
    const closesInside = wordEnd.test(last) && wordStart.test(behind)
    const isInNumber =
      (opensInside && isDigit(before.at(-1)) && isDigit(first[0])) ||
      (closesInside && isDigit(last.at(-1)) && isDigit(behind[0])) ||
      (opensInside && closesInside && [before.at(-1), first[0], last.at(-1), behind[0]].some(isDigit))
    const text = inside.map(({ content }) => content).join('')
    const isOverWords = opensInside && closesInside && /\s/.test(text)
    // Bold letters are meant: **M**a**k**e.
    const isCensored = opensInside && closesInside && text.length <= 2 && token.markup === '*'
    if (!isInNumber && !isOverWords && !isCensored) return []
    const markup = marksFrom(children, start)
    const words = `${lastWord(before)}${left}${markup}${firstWord(first)}`
    const all = isOverWords
      ? words
      : `${lastWord(before)}${left}${markup}${text}${markup}${firstWord(behind)}`
    return [{ line, words, ...inner(all, `${left}${markup}`) }]
  })
}

/** Of f***ing s**t a star is left in front of two. */
const splitMarks = (text: string): readonly string[] => /^([\s\S]*?)([*~]{0,3})$/.exec(text)?.slice(1) ?? []

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

/** Of the text that borders on a mark. */
const textAt = (children: readonly Token[], at: number, step: 1 | -1): string => {
  for (let index = at + step; ; index += step) {
    const child = children[index]
    if (child === undefined) return ''
    if (child.type === 'text' || child.type === 'code_inline') {
      if (child.content !== '') return child.content
    } else if (child.type !== 'link_open' && child.type !== 'link_close' && child.nesting === 0) return ''
  }
}

const lastWord = (text: string): string => /[\p{L}\p{N}]*$/u.exec(text)?.[0] ?? ''
const firstWord = (text: string): string => /^[\p{L}\p{N}]*/u.exec(text)?.[0] ?? ''

const inner = (words: string, markup: string) => ({
  code: 'emphasis-in-word',
  severity: 'warning' as const,
  message: `markdown takes the ${markup} in ${words} for emphasis, so readers would not see it`,
  hint: `write ${words.replaceAll(markup, markup.replace(/./g, '\\$&'))} to show it as it is`,
})

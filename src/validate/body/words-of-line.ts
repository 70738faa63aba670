// The words that readers see of a paragraph, and those of its source that they are to see: not where links lead, and what entities stand for.

import type { MarkdownIt, Token } from 'markdown-it'
import { readLanguage } from '../../markdown/foreign-words.ts'
import { isOfWord } from './words-only.ts'

// No text has them: where something ends that says more in the source than readers see.
const link = '\u0001'
const foreign = '\u0002'
const note = '\u0003'

/** Already a problem of its own: what is no markdown after all. A card shows the address of its link in another way. */
const isOther = ({ type }: Token): boolean => type === 'embed_name' || type.endsWith('_lost')

/** With marks; null where it cannot be held against its source. `written`: of addresses, which are shown decoded. */
export const shownWords = (
  children: readonly Token[],
  written: ReadonlyMap<string, string>,
): string | null => {
  let shown = ''
  const links: boolean[] = []
  for (const token of children) {
    const { type, content, markup } = token
    if (isOther(token)) return null
    if (type === 'timeline_time') continue
    if (type === 'link_open') links.push(markup === 'linkify' || markup === 'autolink')
    else if (type === 'link_close') shown += links.pop() ? '' : link
    else if (type === 'image' || type === 'media') {
      const words = shownWords(token.children ?? [], written)
      if (words === null) return null
      shown += words + link
    } else if (type === 'foreign_close') shown += foreign
    else if (type === 'footnote_ref') shown += note
    else shown += links.at(-1) ? (written.get(content) ?? content) : content
  }
  return shown
}

/** Where the first word stands that is not among the words shown; null if there is none. */
export const firstLost = (source: string, shown: string, { helpers, utils }: MarkdownIt): number | null => {
  let at = 0
  let seen = 0
  /** Moves on to the next word or mark. */
  const peek = (): string => {
    while (seen < shown.length && !isRead(shown.charCodeAt(seen)) && shown.charCodeAt(seen) > 3) seen++
    return shown[seen] ?? ''
  }
  /** Where the first of the words stands that is not shown next; -1 when all of them are. */
  const take = (text: string): number => {
    for (let index = 0; index < text.length; index++) {
      if (!isRead(text.charCodeAt(index))) continue
      if (peek() !== text[index]) return index
      seen++
    }
    return -1
  }
  const findCodeEnd = source.includes('`') ? createFindCodeEnd(source) : null
  const codeAt = (start: number): Piece => {
    const marks = /^`+/.exec(source.slice(start))?.[0].length ?? 1
    const code = source.slice(start, findCodeEnd?.(start, marks) ?? start + marks)
    const before = seen
    const isCode = take(code) === -1
    seen = before
    // A bare address takes the backtick that it ends with: no code begins there.
    const text = isCode ? code : code.slice(0, marks)
    return { text, length: text.length }
  }
  const isNext = (text: string): boolean => {
    const found = shown.slice(seen, seen + 100).indexOf(text)
    return found !== -1 && [...shown.slice(seen, seen + found)].every(sign => !isRead(sign.charCodeAt(0)))
  }
  while (at < source.length) {
    const piece = source[at] === '`' ? codeAt(at) : pieceAt(source, at, utils)
    const isNote = piece === null && source.startsWith('[^', at) && peek() === note
    if (piece !== null) {
      const written = source.slice(at, at + piece.length)
      // In a bare address an entity is none.
      const lost = take(written !== piece.text && isNext(written) ? written : piece.text)
      if (lost !== -1) return at + Math.min(lost, piece.length)
      at += piece.length
    } else if (source[at] === ']' || isNote) {
      const end = isNote ? note : peek()
      if (end === ']' || end === link || end === foreign || isNote) seen++
      at = isNote ? source.indexOf(']', at) + 1 : at + 1
      if (end === link) at = endOfTarget(source, at, helpers)
      if (end === foreign) at = readLanguage(source, at)?.end ?? at
    } else if (take(source[at] ?? '') === -1) at++
    else return at
  }
  return null
}

/** Brackets are counted, as links end at them. */
const isRead = (code: number): boolean => code === 0x5d || isOfWord(code)

type Piece = { readonly text: string; readonly length: number }

const entity = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/iy
const address = /<[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]*>/y

/** An address in angles, an escaped sign, an entity: what no mark of a link is read in. */
const pieceAt = (source: string, at: number, utils: MarkdownIt['utils']): Piece | null => {
  const sign = source[at]
  if (sign === '\\') return { text: source.slice(at, at + 2), length: 2 }
  if (sign !== '&' && sign !== '<') return null
  const pattern = sign === '&' ? entity : address
  pattern.lastIndex = at
  const [found] = pattern.exec(source) ?? []
  if (found === undefined) return null
  return { text: sign === '&' ? utils.unescapeAll(found) : found, length: found.length }
}

/** Where code ends that begins somewhere in a text: behind the next run of as many backticks. */
const createFindCodeEnd = (source: string): ((at: number, marks: number) => number) => {
  const runs = new Map<number, number[]>()
  for (const { 0: run, index } of source.matchAll(/`+/g)) {
    const same = runs.get(run.length)
    if (same) same.push(index)
    else runs.set(run.length, [index])
  }
  for (const same of runs.values()) same.reverse()
  return (at, marks) => {
    const same = runs.get(marks) ?? []
    // The text is read from its beginning to its end.
    while ((same.at(-1) ?? at + 1) <= at) same.pop()
    const end = same.at(-1)
    return end === undefined ? at + marks : end + marks
  }
}

/** Behind the target of a link whose words end here: `(/world/ "title")`, `[label]`, or nothing. */
const endOfTarget = (source: string, at: number, helpers: MarkdownIt['helpers']): number => {
  if (source[at] === '[')
    return at + (/^\[(?:\\.|[^[\]\\])*\]/s.exec(source.slice(at, at + 2_100))?.[0].length ?? 0)
  if (source[at] !== '(') return at
  const blank = /\s*/y
  const skip = (from: number): number => {
    blank.lastIndex = from
    return from + (blank.exec(source)?.[0].length ?? 0)
  }
  const found = helpers.parseLinkDestination(source, skip(at + 1), source.length)
  const behind = found.ok ? found.pos : at + 1
  const title = helpers.parseLinkTitle(source, skip(behind), source.length)
  const end = skip(title.ok ? title.pos : behind)
  return source[end] === ')' ? end + 1 : at
}

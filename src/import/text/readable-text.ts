// What Dateline refuses in a text, taken out of one that was imported: tags that are left, characters that no page can show.

import type { MarkdownIt } from 'markdown-it'
import { withoutComments } from '../../markdown/comments.ts'
import { elementAt, htmlAt } from '../../validate/text/find-html.ts'
import {
  hasRareCharacter,
  openDirection,
  refusedCharacters,
} from '../../validate/text/find-odd-characters.ts'
import type { AddNote } from '../report/note.ts'
import { findCode, outsideCode } from './find-code.ts'

const tagNote = 'Removed a tag that HTML does not have'
const characterNote = 'Removed characters that no page can show'

/** The last step of a body: HTML was converted before, so what still looks like an element is words about one. */
export const readableMarkdown = (text: string, markdown: MarkdownIt, addNote: AddNote): string => {
  if (!/<[a-z!?/]|&#/i.test(text) && !hasRareCharacter(text)) return text
  const plain = withoutRefusedCharacters(text, addNote)
  const code = findCode(plain, markdown).filter(({ kind }) => kind !== 'indented')
  return outsideCode(plain, code, piece => {
    const known = withoutUnknown(withoutNumbers(piece, addNote), addNote)
    return apartFromCode(
      replaceHtml(known, found => `\\${found}`, isEscaped),
      piece,
    )
  })
}

/** The tags that HTML does not have; browsers never showed them, only what stood between them. */
const withoutUnknown = (piece: string, addNote: AddNote): string => {
  const ends = new Set<string>()
  const replace = (found: string) => {
    if (found === '<!--' || elementAt(found, 0) !== null) return found
    addNote(tagNote, found)
    ends.add(`</${/[\w:.-]+/.exec(found)?.[0]}>`)
    return ''
  }
  const left = replaceHtml(piece, replace, isEscaped)
  return [...ends].reduce((text, end) => text.replaceAll(end, ''), left)
}

/** Two marks of code that nothing stands between any more would be another one. */
const apartFromCode = (left: string, piece: string): string => {
  if (left === '') return piece === '' ? '' : ' '
  const before = left[0] === '`' && piece[0] !== '`' ? ' ' : ''
  return before + left + (left.endsWith('`') && !piece.endsWith('`') ? ' ' : '')
}

/** Of a text that is no markdown: an element is called by its name. */
export const readableField = (text: string, addNote: AddNote): string => {
  if (!text.includes('<') && !hasRareCharacter(text)) return text
  const plain = withoutComments(withoutRefusedCharacters(text, addNote))
  return replaceHtml(plain, found => elementAt(found, 0) ?? '').trim()
}

const replaceHtml = (
  text: string,
  replace: (found: string) => string,
  isEscaped: (text: string, at: number) => boolean = () => false,
): string => {
  let result = ''
  let from = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', Math.max(at + 1, from))) {
    const found = isEscaped(text, at) ? null : text.startsWith('<!--', at) ? '<!--' : htmlAt(text, at)
    if (found === null) continue
    result += text.slice(from, at) + replace(found)
    from = at + found.length
  }
  // What stood around a tag may be one now; each round leaves fewer.
  const replaced = result + text.slice(from)
  return replaced === text ? text : replaceHtml(replaced, replace, isEscaped)
}

/** Behind an odd number of backslashes. */
const isEscaped = (text: string, at: number): boolean =>
  (/\\*$/.exec(text.slice(Math.max(0, at - 8), at))?.[0].length ?? 0) % 2 === 1

/** Line by line: a mark that turns the direction beyond its line goes with all others of the line. */
export const withoutRefusedCharacters = (text: string, addNote: AddNote): string => {
  if (!hasRareCharacter(text)) return text
  const shown = refusedCharacters(text).reduceRight(
    (left, { character, at }) => left.slice(0, at) + left.slice(at + character.length),
    text,
  )
  const lines = shown
    .split('\n')
    .map(line => (openDirection(line) === null ? line : line.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')))
  const readable = lines.join('\n')
  if (readable !== text) addNote(characterNote)
  return readable
}

/** From 128 to 159. Node takes windows-1252 for Latin 1, where these are control characters. */
const old = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ']

/** `&#150;` has always been a dash to browsers. */
const withoutNumbers = (text: string, addNote: AddNote): string =>
  text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (written, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (code >= 128 && code < 160) return old[code - 128] ?? ''
    const character = code > 0x10ffff ? '\0' : String.fromCodePoint(code)
    if (!hasRareCharacter(character) || /^[\u{10000}-\u{10ffff}]$/u.test(character)) return written
    addNote(characterNote)
    return ''
  })

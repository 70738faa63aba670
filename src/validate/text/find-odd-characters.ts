// Characters that no page can show, and marks that turn the direction of a text and of all that follows it.

import type { Fault } from '../../domain/problem.ts'

/** Control characters but tab and line ends, and what Unicode keeps for no character at all: https://infra.spec.whatwg.org/#noncharacter */
const refused = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Noncharacter_Code_Point}\p{Surrogate}]/u

export const hasRefusedCharacter = (text: string): boolean => refused.test(text)

/** Most texts have none of these, and are not looked at any further. Behind the bar: what is no character beyond U+FFFF. */
const rare =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/

export const hasRareCharacter = (text: string): boolean => rare.test(text) || !text.isWellFormed()

/** The characters that no page can show, with their offsets. */
export const refusedCharacters = (
  text: string,
): readonly { readonly character: string; readonly at: number }[] =>
  [...text.matchAll(new RegExp(refused, 'gu'))].map(({ 0: character, index }) => ({ character, at: index }))

export const refusedCharacter = (character: string): Fault => ({
  code: 'text-control-character',
  message: `the text contains a character that no page can show, ${nameOf(character)}`,
  hint: 'delete it: retype the text, or paste it as plain text',
})

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** What opens a direction, and how its end is called: https://www.unicode.org/reports/tr9/ */
const openers: ReadonlyMap<string, string> = new Map([
  ...[...'\u202a\u202b\u202d\u202e'].map(mark => [mark, '\u202c'] as const),
  ...[...'\u2066\u2067\u2068'].map(mark => [mark, '\u2069'] as const),
])

/** The first mark of direction in a paragraph that is never closed, or closes nothing; null when all is well. */
export const openDirection = (paragraph: string): string | null => {
  const opened: string[] = []
  for (const mark of paragraph.match(/[\u202a-\u202e\u2066-\u2069]/g) ?? []) {
    if (openers.has(mark)) opened.push(mark)
    else if (!closes(mark, opened)) return mark
  }
  return opened[0] ?? null
}

/** The end of an isolate ends all that was opened in it; any other end only what was opened last. */
const closes = (mark: string, opened: string[]): boolean => {
  const at = opened.findLastIndex(opener => openers.get(opener) === mark)
  if (at === -1 || (mark === '\u202c' && at < opened.length - 1)) return false
  opened.length = at
  return true
}

export const directionFault = (mark: string): Fault => {
  const end = openers.get(mark)
  const turns = `an invisible mark of direction, ${nameOf(mark)}`
  return {
    code: 'text-control-character',
    message:
      end === undefined
        ? `the text contains ${turns}, which ends what was never begun`
        : `the text contains ${turns}, that is never closed: it would turn the words around the text as well`,
    hint:
      end === undefined
        ? 'delete it, or type the text again'
        : `delete it or type the text again; in right-to-left copy, close it with ${nameOf(end)}`,
  }
}

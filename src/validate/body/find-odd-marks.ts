// Control characters of a story's text, and marks of direction that a paragraph leaves open.

import type { Token } from 'markdown-it'
import {
  directionFault,
  hasRareCharacter,
  openDirection,
  refusedCharacter,
  refusedCharacters,
} from '../text/find-odd-characters.ts'
import type { BodyFault } from './body-fault.ts'

/** The first of each line. */
export const findRefusedCharacters = (body: string): readonly BodyFault[] => {
  if (!hasRareCharacter(body)) return []
  const faults: BodyFault[] = []
  let [line, at] = [0, 0]
  for (const found of refusedCharacters(body)) {
    line += body.slice(at, found.at).split('\n').length - 1
    at = found.at
    if (faults.at(-1)?.line !== line)
      faults.push({ line, words: found.character, ...refusedCharacter(found.character) })
  }
  return faults
}

/** Of paragraphs, headings, cells, the words of pictures and code. */
export const findOpenDirections = (tokens: readonly Token[]): readonly BodyFault[] =>
  tokens.flatMap(token =>
    textsOf(token).flatMap((text): readonly BodyFault[] => {
      const mark = openDirection(text)
      return mark === null ? [] : [{ line: token.map?.[0] ?? 0, words: mark, ...directionFault(mark) }]
    }),
  )

/** Each as a page sets it apart. */
const textsOf = ({ type, content, children }: Token): readonly string[] => {
  if (type === 'fence') return [content]
  if (children === null) return []
  const shown = (token: Token): string =>
    token.type === 'softbreak' ? ' ' : token.children ? '' : token.content
  const pictures = children.filter(child => child.children !== null)
  return [
    children.map(shown).join(''),
    ...pictures.flatMap(picture => [picture.content, String(picture.attrGet('title') ?? '')]),
  ]
}

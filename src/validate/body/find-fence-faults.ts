// Code between fences: never closed, it takes in the rest of a story; words behind its fence are not shown.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

export const findFenceFaults = (tokens: readonly Token[]): readonly BodyFault[] =>
  tokens.flatMap((token): readonly BodyFault[] => {
    const { type, map, markup, info } = token
    if (type !== 'fence' || !map) return []
    const [line] = map
    const words = /^\s*\S+\s+(.*[\p{L}\p{N}].*?)\s*$/u.exec(info)?.[1]
    return [
      ...(isClosed(token) ? [] : [{ line, words: markup, ...unclosed(markup) }]),
      ...(words === undefined ? [] : [{ line, words, ...unseen(words) }]),
    ]
  })

/** All lines of a fence but two are code, if the last one closes it. */
export const isClosed = ({ map, content }: Token): boolean => {
  const lines = content.split('\n').length - (content === '' || content.endsWith('\n') ? 1 : 0)
  return map !== null && lines === map[1] - map[0] - 2
}

const unclosed = (markup: string) => ({
  code: 'code-unclosed',
  message: 'the code that begins here is never closed, so all the text behind it would be code',
  hint: `add a line ${markup} after the last line of the code, or remove this one`,
})

const unseen = (words: string) => ({
  code: 'code-words',
  message: `readers would not see “${words}”: only the name of a language can stand here`,
  hint: 'write it in a paragraph above the code, or remove it',
})

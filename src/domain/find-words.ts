// Where words of a page stand in the text that they come from: an address may be written there in other letters.

import { decodePath, servedPath } from './web-address.ts'

/** As editors write what a page has: in plain letters, with accents apart, without this site's own address. */
export const spellingsOf = (words: string, origin: string | null = null): readonly string[] => {
  const plain = servedPath(words)
  const spelt = [
    words,
    decodePath(words),
    plain,
    plain.normalize('NFC'),
    plain.normalize('NFD'),
    words.replaceAll('%25', '%'),
  ]
  const paths =
    origin === null
      ? []
      : spelt.filter(text => text.startsWith(`${origin}/`)).map(text => text.slice(origin.length))
  const all = [...spelt, ...paths].filter(text => text !== '')
  return [...new Set([...all, ...all.map(text => text.replaceAll('&', '&amp;'))])]
}

export type Found = { readonly at: number; readonly length: number }

/** By itself, and not as a part of a longer address: "/gone/" is not in "https://example.org/gone/" nor in "/gone/for/good". */
export const findAlone = (text: string, spellings: readonly string[]): Found | null =>
  first(spellings, words => {
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
      const isAlone = !/[\w.%/-]$/.test(text.slice(Math.max(0, at - 1), at)) || !words.startsWith('/')
      if (isAlone && !/^[\w%/-]/.test(text.slice(at + words.length, at + words.length + 1))) return at
    }
    return -1
  })

/** By itself or, where it is nowhere, as a part of something longer. */
export const findSpelling = (text: string, spellings: readonly string[]): Found | null =>
  findAlone(text, spellings) ?? first(spellings, words => text.indexOf(words))

const first = (spellings: readonly string[], find: (words: string) => number): Found | null => {
  for (const words of spellings) {
    const at = find(words)
    if (at !== -1) return { at, length: words.length }
  }
  return null
}

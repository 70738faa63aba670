// Finds in the file that a page is made from what is at fault on the page.

import { type Found, findSpelling, spellingsOf } from '../domain/find-words.ts'
import { type Location, locationInText } from '../domain/problem.ts'
import { findInYaml } from '../read/find-in-site.ts'
import type { SourceText } from '../read/read-page-source.ts'

/** In characters: the faults of a page may be as many as its words, and stand in any order. */
const longestSearch = 100_000_000

/** What looking through the values of fields costs, measured against looking through their text. */
const costOfYaml = 100

/**
 * Of the words at fault, where they first stand: in the text or, where that has them not, in the fields. When that has taken
 * long, each search begins where the last one ended, as most faults come in the order of the text; when that takes long
 * too, it ends, and the answer is null.
 */
export const createFindInSource = (source: SourceText): ((words: string) => Location | null) => {
  const { file, text, bodyStart } = source
  const [head, body] = [text.slice(0, bodyStart), text.slice(bodyStart)]
  const known = new Map<string, Location | null>()
  let [last, left] = [0, longestSearch]
  const located = ({ at, length }: Found) => locationInText(file, text, at, length)

  const findInBody = (spellings: readonly string[]): Found | null => {
    const from = left > longestSearch / 2 ? 0 : last
    const found = findSpelling(body.slice(from), spellings)
    left -= found ? found.at : (body.length - from) * spellings.length
    if (found === null) return null
    last = from + found.at
    return { at: bodyStart + last, length: found.length }
  }
  const find = (words: string): Location | null => {
    if (words === '' || left <= 0) return null
    const spellings = spellingsOf(words)
    const inBody = findInBody(spellings)
    if (inBody !== null) return located(inBody)
    left -= head.length * (spellings.length + costOfYaml)
    const inHead = findSpelling(head, spellings)
    return inHead ? located(inHead) : findInYaml(source, spellings)
  }
  return words => {
    const found = known.get(words)
    if (found !== undefined) return found
    const location = find(words)
    known.set(words, location)
    return location
  }
}

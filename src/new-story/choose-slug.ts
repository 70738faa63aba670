// The word that a new story has in its address: the editor's, or one made of the headline.

import { failure, type Result, success } from '../domain/result.ts'
import { slugOfName } from '../domain/slug.ts'
import { isKey } from '../validate/fields.ts'
import { inLatinLetters } from './latin-letters.ts'

/** Longer ones are cut after a whole word, so that addresses and file names stay handy. */
const longestMade = 80

/** File names take 255 bytes at most. */
const longestGiven = 200

/** What turns a character into an emoji: to Unicode a mark, as an accent is, but nobody reads it. */
const emojiParts = /[\ufe0e\ufe0f\p{Me}]/gu

/** In the Latin letters of a language (BCP 47). The fault says what to write instead. */
export const chooseSlug = (
  headline: string,
  given: string | undefined,
  language: string,
): Result<string, string> => {
  const made = (text: string) => slugOfName(inLatinLetters(text.replace(emojiParts, ''), language))
  if (given !== undefined) return checkGiven(given, made)
  const slug = shorten(made(headline))
  if (isKey(slug)) return success(slug)
  const why = slug === '' ? 'it has no letter and no digit' : `Windows keeps the name “${slug}” for a device`
  return failure(
    `this headline makes no web address: ${why}; add a slug, such as --slug=${slug === '' ? 'harbour-reopens' : `${slug}-news`}`,
  )
}

const checkGiven = (given: string, made: (text: string) => string): Result<string, string> => {
  if (given.length > longestGiven)
    return failure(`--slug has ${given.length} characters; shorten it to ${longestGiven}`)
  if (isKey(given)) return success(given)
  const fit = made(given)
  const hint = isKey(fit) ? `write --slug=${fit}` : 'use lower-case letters, digits and hyphens'
  return failure(`--slug is “${given}”, which cannot be part of a web address; ${hint}`)
}

const shorten = (slug: string): string => {
  if (slug.length <= longestMade) return slug
  const start = slug.slice(0, longestMade + 1)
  const end = start.lastIndexOf('-')
  return end > 0 ? start.slice(0, end) : slug.slice(0, longestMade)
}

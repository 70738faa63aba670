// The word that a new story has in its address: the editor's, or one made of the headline.

import { failure, type Result, success } from '../domain/result.ts'
import { slugOfName } from '../domain/slug.ts'
import { isKey } from '../validate/fields.ts'

/** Longer ones are cut after a whole word, so that addresses and file names stay handy. */
const longestMade = 80

/** File names take 255 bytes at most. */
const longestGiven = 200

/** What turns a character into an emoji: to Unicode a mark, as an accent is, but nobody reads it. */
const emojiParts = /[\ufe0e\ufe0f\p{Me}]/gu

/** The fault says what to write instead. */
export const chooseSlug = (headline: string, given: string | undefined): Result<string, string> => {
  if (given !== undefined) return checkGiven(given)
  const slug = shorten(slugOfName(headline.replace(emojiParts, '')))
  if (isKey(slug)) return success(slug)
  return failure(
    'this headline makes no web address, which takes only a–z, digits and hyphens; add a slug, such as --slug=harbour-reopens',
  )
}

const checkGiven = (given: string): Result<string, string> => {
  if (given.length > longestGiven)
    return failure(`--slug has ${given.length} characters; shorten it to ${longestGiven}`)
  if (isKey(given)) return success(given)
  const fit = slugOfName(given)
  const hint = isKey(fit) ? `write --slug=${fit}` : 'use lower-case letters, digits and hyphens'
  return failure(`--slug is “${given}”, which cannot be part of a web address; ${hint}`)
}

const shorten = (slug: string): string => {
  if (slug.length <= longestMade) return slug
  const start = slug.slice(0, longestMade + 1)
  const end = start.lastIndexOf('-')
  return end > 0 ? start.slice(0, end) : slug.slice(0, longestMade)
}

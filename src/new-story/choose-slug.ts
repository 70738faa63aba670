// The word that a new story has in its address: the editor's, or one made of the headline.

import type { Site } from '../domain/newsroom.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { slugInOwnLetters, slugOfName } from '../domain/slug.ts'
import { isTooLong } from '../validate/fields.ts'
import { type SlugSyntax, slugSyntaxOf } from '../validate/slug-syntax.ts'
import { inLatinLetters } from './latin-letters.ts'

/** Longer ones are cut after a whole word, so that addresses and file names stay handy. */
const longestMade = 80

/** File names take 255 bytes at most. */
const longestGiven = 200

/** What turns a character into an emoji: to Unicode a mark, as an accent is, but nobody reads it. */
const emojiParts = /[\ufe0e\ufe0f\p{Me}]/gu

/** In its own letters or the Latin ones of the site's language. The fault says what to write instead. */
export const chooseSlug = (
  headline: string,
  given: string | undefined,
  site: Pick<Site, 'language' | 'unicodeSlugs'>,
): Result<string, string> => {
  const made = (text: string) =>
    site.unicodeSlugs
      ? slugInOwnLetters(text)
      : slugOfName(inLatinLetters(text.replace(emojiParts, ''), site.language))
  const syntax = slugSyntaxOf(site)
  if (given !== undefined) return checkGiven(given.normalize('NFC'), made, syntax)
  const slug = shorten(made(headline))
  if (syntax.isSlug(slug)) return success(slug)
  const why = slug === '' ? 'it has no letter and no digit' : `Windows keeps the name “${slug}” for a device`
  return failure(
    `this headline makes no web address: ${why}; add a slug, such as --slug=${slug === '' ? 'harbour-reopens' : `${slug}-news`}`,
  )
}

const checkGiven = (
  given: string,
  made: (text: string) => string,
  { isSlug, otherWay }: SlugSyntax,
): Result<string, string> => {
  if (given.length > longestGiven)
    return failure(`--slug has ${given.length} characters; shorten it to ${longestGiven}`)
  if (isSlug(given)) return success(given)
  const fit = made(given)
  const hint = isSlug(fit)
    ? `write --slug=${fit}${otherWay(given)}`
    : 'use lower-case letters, digits and hyphens'
  return failure(`--slug is “${given}”, which cannot be part of a web address; ${hint}`)
}

const shorten = (slug: string): string => {
  // One that is cut between a letter and its vowel sign reads as another word.
  const letters = [...new Intl.Segmenter('en').segment(slug)].map(({ segment }) => segment)
  let length = letters.length
  while (length > longestMade || isTooLong(letters.slice(0, length).join(''))) length--
  if (length === letters.length) return slug
  const cut = letters.slice(0, length).join('')
  const end = `${cut}${letters[length]}`.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : cut
}

// What the slug of a story may be made of: a–z, or letters of any script where site data says so.

import * as z from 'zod/mini'
import type { Site } from '../domain/newsroom.ts'
import { isDeviceName } from '../domain/portable-name.ts'
import { dataFiles } from '../domain/site-paths.ts'
import { slugInOwnLetters } from '../domain/slug.ts'
import { adviseKey } from './advise-key.ts'
import { isKey, isTooLong, keyRule, wordOfUrl } from './fields.ts'

export type SlugSyntax = {
  readonly isSlug: (text: string) => boolean
  /** What to write instead; null when a part of it would be lost. */
  readonly advise: (written: string) => string | null
  /** Behind an advice: how a slug in its own letters may stay; else empty. */
  readonly otherWay: (written: string) => string
}

/**
 * Composed (NFC) and in lower case, so that it is the same on every disk and in every link; nothing in it is invisible, and
 * no name of a device or a folder is longer than disks allow.
 */
const isInOwnLetters = (text: string): boolean =>
  text !== '' && slugInOwnLetters(text) === text && !isDeviceName(text) && !isTooLong(text)

const otherWay = (written: string): string => {
  const own = slugInOwnLetters(written)
  return isInOwnLetters(own) && !isKey(own)
    ? `; or let addresses have letters of any script: unicodeSlugs: true in ${dataFiles.site}`
    : ''
}

export const slugSyntaxes = {
  plain: { isSlug: isKey, advise: written => adviseKey(written, isKey), otherWay },
  own: {
    isSlug: isInOwnLetters,
    advise: written => adviseKey(written.normalize('NFC'), isInOwnLetters, slugInOwnLetters),
    otherWay: () => '',
  },
} as const satisfies Readonly<Record<string, SlugSyntax>>

export const slugSyntaxOf = ({ unicodeSlugs }: Pick<Site, 'unicodeSlugs'>): SlugSyntax =>
  unicodeSlugs ? slugSyntaxes.own : slugSyntaxes.plain

/** A slug in front matter; its letters may be written apart. */
export const slugField = ({ isSlug, advise, otherWay }: SlugSyntax) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform(text => text.normalize('NFC')),
    ),
    wordOfUrl(isSlug, written => {
      const fit = advise(written)
      return (fit === null ? keyRule : `write ${fit}`) + otherWay(written)
    }),
  )

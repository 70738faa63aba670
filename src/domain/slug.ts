// The words that stand for names in web addresses.

import { isDeviceName } from './portable-name.ts'

/** "José Núñez" → "jose-nunez"; letters of other scripts are kept. Empty when the name has no letter or digit. */
export const slugOfName = (name: string): string =>
  (
    name
      .normalize('NFKD')
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  ).join('-')

/** "Größe über Köln" → "größe-über-köln", "हिंदी समाचार" → "हिंदी-समाचार": for a site that has its own letters in addresses. */
export const slugInOwnLetters = (text: string): string =>
  (
    text
      .replace(/[\p{Me}\u200d]|[^\P{Default_Ignorable_Code_Point}\u200c]/gu, '')
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  ).join('-')

/** People have their key; the byline of a plain name is known by its slug. */
export const bylineKey = (author: string): string => {
  const slug = slugOfName(author) || 'unnamed'
  return isDeviceName(slug) ? `by-${slug}` : slug
}

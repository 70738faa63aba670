// What Hugo makes of a title or of a file's name before it puts it into an address.

import type { HugoSite } from './hugo-site.ts'

type Spelling = Pick<HugoSite, 'keepsCase' | 'removesAccents'>

/** Letters of all scripts stay; blanks are hyphens. What is no letter, digit or mark that Hugo allows goes. */
export const urlize = (text: string, { keepsCase, removesAccents }: Spelling): string => {
  const plain = removesAccents
    ? text
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC')
    : text
  let path = ''
  let hasGap = false
  for (const [letter] of plain.matchAll(/%[\da-f]{2}|./gisu)) {
    if (/^(?:[\p{L}\p{Nd}\p{M}./\\_#+~@-]|%..)$/u.test(letter)) {
      path += hasGap && letter !== '-' ? `-${letter}` : letter
      hasGap = false
    } else if (/\s/.test(letter) && path !== '' && !path.endsWith('-')) hasGap = true
  }
  return keepsCase ? path : path.toLowerCase()
}

// The words under a picture in the text: its caption and, behind it, who took the picture, as under a lead.

/** Marks of caption and credit that stood between the two, or around the second. */
const joints = /^[\s|·•–—/,;:([-]+|[\s|·•–—/,;:([-]+$/g

const fold = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** Behind these words a name follows. */
const leadsOn =
  /(?:^|\s)(?:by|courtesy of|from|of|von|par|de|por|di|van|av|photos?|fotos?|images?|credits?|source|quelle)$|:$/i

/** Plain words. A credit that the caption names already is not said again. */
export const captionWith = (caption: string, ...credits: readonly string[]): string => {
  const words = caption
    .replace(/\s+/g, ' ')
    .replace(/ ?[([] ?[)\]]/g, '')
    .trim()
  const named = credits
    .map(credit => credit.replace(/\s+/g, ' ').replace(joints, ''))
    .map(credit => (/^[^([]*[)\]]$/.test(credit) ? credit.slice(0, -1).trim() : credit))
    .filter((credit, at, all) => credit !== '' && all.indexOf(credit) === at)
    .filter(credit => !fold(words).includes(fold(credit)))
    .join(' / ')
  if (named === '' || words === '') return named || words
  const before = words.replace(/[\s|·•–—/,;([-]+$/, '')
  return leadsOn.test(before) ? `${before} ${named}` : `${before} · ${named}`
}

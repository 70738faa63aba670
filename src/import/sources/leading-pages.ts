// Pages of an archive that are stories no more: those that only led on to another address, and those that expired.

import { asText, asTexts, type Fields } from '../fields/read-fields.ts'
import type { Archive } from './archive.ts'
import type { ArchiveEntry, OldStory } from './archive-source.ts'
import type { OldRedirect } from './host-redirects.ts'

const names = [
  'redirect_to',
  'redirectTo',
  'redirect_url',
  'redirectUrl',
  'redirectURL',
  'redirect',
  'redirect-to',
]

/** Where a page only led on to, by its front matter; null for a page with a text of its own. */
export const leadsOnTo = ({ fields, body }: Pick<OldStory, 'fields' | 'body'>): string | null => {
  const name = names.find(each => fields.has(each))
  const [target] = name === undefined ? [] : asTexts(fields.get(name), null)
  if (target === undefined || !/^(?:\/(?!\/)|https?:\/\/)/.test(target)) return null
  const kinds = ['layout', 'type'].map(kind => asText(fields.get(kind)) ?? '')
  const isMeant = name === 'redirect_to' || body.trim() === '' || kinds.some(kind => /redirect/i.test(kind))
  return isMeant ? target : null
}

/** The reason for the report. */
export const onlyLedOn = (target: string): string => `its page only led on to ${target}`

const written = /^[ \t"']*(?:redirect|expiry|unpublish)[\w-]*["']?[ \t]*[:=]/im

export const redirectsOfPages = (
  { read }: Pick<Archive, 'read'>,
  entries: readonly ArchiveEntry[],
): readonly OldRedirect[] =>
  entries.flatMap((entry): readonly OldRedirect[] => {
    if (entry.kind !== 'story' || !/\.(?:mdx?|markdown|html?)$/i.test(entry.file)) return []
    const text = read(entry.file)
    if (!text.ok || !written.test(text.value)) return []
    const story = entry.read(() => {})
    if (!story.ok || story.value.became === undefined) return []
    const { became, ownAddress, fields } = story.value
    return [...addressesIn(fields), ...(ownAddress === undefined ? [] : [ownAddress])]
      .filter(address => address.startsWith('/'))
      .map(from => ({ from, to: became.to }))
  })

const addressesIn = (fields: Fields): readonly string[] =>
  ['permalink', 'aliases', 'redirect_from'].flatMap(name => asTexts(fields.get(name), null))

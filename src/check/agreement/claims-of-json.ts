// What data files claim of stories: JSON Feed, ninjs and lists of changes.

import { isRecord, recordsIn, stringOf, timeIn } from '../json/json-values.ts'
import type { Claim } from './claim.ts'

export const claimsOfJsonFeed = (document: unknown): readonly Claim[] =>
  isRecord(document)
    ? recordsIn(document.items).map(item => ({
        source: 'this feed',
        url: stringOf(item.url) ?? '',
        offset: 0,
        id: stringOf(item.id),
        headline: stringOf(item.title),
        published: timeIn(item.date_published),
        modified: timeIn(item.date_modified),
        authors: recordsIn(item.authors).map(({ name }) => stringOf(name) ?? ''),
        section: Array.isArray(item.tags) ? stringOf(item.tags[0]) : undefined,
        html: stringOf(item.content_html),
      }))
    : []

/** None of a withdrawn story. */
export const claimsOfNinjs = (document: unknown): readonly Claim[] => {
  if (!isRecord(document) || document.pubStatus !== 'usable') return []
  const value = (list: unknown) => stringOf(recordsIn(list)[0]?.value)
  const subjects = recordsIn(document.subjects)
  return [
    {
      source: 'ninjs',
      url: stringOf(recordsIn(document.renditions)[0]?.href) ?? '',
      offset: 0,
      id: stringOf(document.uri),
      headline: value(document.headlines),
      published: timeIn(document.firstCreated),
      modified: timeIn(document.versionCreated),
      authors: recordsIn(document.people).map(({ name }) => stringOf(name) ?? ''),
      section: stringOf(subjects.find(({ rel }) => rel === 'section')?.name),
      html: value(document.bodies),
    },
  ]
}

/** None of a withdrawn story. */
export const claimsOfChanges = (document: unknown): readonly Claim[] =>
  recordsIn(isRecord(document) ? document.changes : null)
    .filter(({ what }) => what !== 'withdrawn')
    .map(({ url, uri, headline }) => ({
      source: 'this list of changes',
      url: stringOf(url) ?? '',
      offset: 0,
      id: stringOf(uri),
      headline: stringOf(headline),
    }))

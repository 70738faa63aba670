// Whether an old site kept a story from its readers.

import type { FieldReader } from './read-fields.ts'

const saysNo = (value: unknown): boolean => value === false || /^(?:false|no|off|n|0)$/i.test(String(value))

const saysYes = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !saysNo(value)

/** Such a story stays a draft: an editor can publish it, nobody can take it back. */
export const isMarkedDraft = (reader: FieldReader, file: string): boolean =>
  [
    saysYes(reader.take('draft')),
    saysNo(reader.take('published')),
    /^(?:draft|private|pending|future|trash|hidden)$/i.test(String(reader.take('status'))),
    saysYes(reader.take('hidden')),
    saysYes(reader.take('private')),
    /(?:^|\/)_?drafts?\//i.test(file),
  ].some(Boolean)

/** The date that a story gives, however its field is called; null when it gives none. */
export const writtenDate = (reader: FieldReader): unknown => {
  // Some sites have a date in this field, some yes or no.
  const published = reader.take('published')
  const isDate = typeof published !== 'boolean' && !saysNo(published)
  return (
    reader.take('date', 'publishDate', 'pubDate', 'datePublished') ??
    (isDate ? published : null) ??
    reader.take('publishedAt', 'postedAt', 'createdAt', 'created')
  )
}

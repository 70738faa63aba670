// Whether an old site hid a story from its readers.

import { type FieldReader, saysNo } from './read-fields.ts'

const saysYes = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !saysNo(value)

/** A hidden story stays a draft: an editor can publish it, nobody can unpublish it. */
export const isMarkedDraft = (reader: FieldReader, file: string): boolean =>
  [
    saysYes(reader.take('draft')),
    saysNo(reader.take('published')),
    /^(?:draft|private|pending|future|trash|hidden)$/i.test(String(reader.take('status'))),
    saysYes(reader.take('hidden')),
    saysYes(reader.take('private')),
    /(?:^|\/)_?drafts?\//i.test(file),
  ].some(Boolean)

// Why an old site hid a story from its readers, so that it comes as a draft: an editor can publish it, nobody can unpublish it.

import { type FieldReader, saysNo } from './read-fields.ts'

const saysYes = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !saysNo(value)

/** `notPublic`: what the source knows of it besides its own fields. Null for a story that readers could see. */
export const findDraftReason = (
  reader: FieldReader,
  file: string,
  notPublic: string | null,
): string | null => {
  const status = String(reader.take('status'))
  const reasons = [
    notPublic,
    saysYes(reader.take('draft')) ? 'it is marked as a draft' : null,
    saysNo(reader.take('published')) ? 'it says “published: false”' : null,
    /^(?:draft|private|pending|future|trash|hidden)$/i.test(status) ? `its status is “${status}”` : null,
    saysYes(reader.take('hidden')) ? 'it is marked as hidden' : null,
    saysYes(reader.take('unlisted')) ? 'it is marked as unlisted' : null,
    saysYes(reader.take('private')) ? 'it is marked as private' : null,
    /(?:^|\/)_?drafts?\//i.test(file) ? 'it is in a folder of drafts' : null,
  ]
  return reasons.find(reason => reason !== null) ?? null
}

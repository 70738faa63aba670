// A story's tags, as keys.

import type { AddNote } from '../report/note.ts'
import { toKey } from '../text/to-key.ts'

export const findTags = (labels: readonly string[], addNote: AddNote): readonly string[] => {
  const tags = labels.map(label => {
    const key = toKey(label)
    if (key === '') addNote('Dropped a tag without a Latin letter or digit', label)
    return key
  })
  return [...new Set(tags.filter(tag => tag !== ''))]
}

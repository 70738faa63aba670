// Whether a live story says something else than readers saw, without a word about it.

import type { Content } from '../archive/content.ts'
import { stateAt } from '../domain/lifecycle.ts'
import { type Location, locationInText, locationOfFile, type Problem } from '../domain/problem.ts'
import type { Story } from '../domain/story.ts'
import { locateField } from '../read/locate-field.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import type { Tables } from '../store/tables.ts'
import { findSilentEdit, type SilentEdit } from '../validate/edits/find-silent-edit.ts'

/** Of a story that readers know. `published`: what they have. */
export const silentEditOf = (
  story: Story,
  { tables, viewpoint, newsroom: { site } }: Content,
  published: Tables,
): readonly Problem[] => {
  const after = tables.get('stories', story.file)
  if (after === undefined || stateAt(after, viewpoint.now) !== 'live') return []
  const [before, text] = [published.get('texts', story.file), tables.get('texts', story.file)]
  if (before === undefined || text === undefined) return []
  const edit = findSilentEdit({ story, text: before }, { story: after, text }, site, viewpoint.now)
  if (edit === null) return []
  return [{ ...edit.fault, severity: site.edits.silent, location: locate(story.file, text, edit) }]
}

const locate = (file: string, text: string, { field, words }: SilentEdit): Location => {
  if (field !== null) return locateField({ file, text }, field)
  const start = text.length - (splitFrontMatter(text)?.body.length ?? 0)
  const found = words === '' ? -1 : text.indexOf(words, start)
  if (found !== -1) return locationInText(file, text, found, words.length)
  return text.trim() === '' ? locationOfFile(file) : locationInText(file, text, start, 1)
}

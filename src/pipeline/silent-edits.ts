// Whether a live story says something else than readers saw, without a word about it.

import type { Content } from '../archive/content.ts'
import { stateAt } from '../domain/lifecycle.ts'
import { type Location, locationInText, locationOfFile, type Problem } from '../domain/problem.ts'
import type { Story } from '../domain/story.ts'
import { addressKey } from '../domain/web-address.ts'
import { locateField } from '../read/locate-field.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import { findSilentEdit, type SilentEdit } from '../validate/edits/find-silent-edit.ts'
import type { Published } from './published.ts'
import { successorOf } from './same-story.ts'

/** Of a story that readers know, by its file or by the new one that stands at its address. `published`: what they have. */
export const silentEditOf = (story: Story, content: Content, published: Published): readonly Problem[] => {
  const { tables, viewpoint, newsroom } = content
  const { site } = newsroom
  const after = successorOf(story, content, published)
  if (after === undefined || stateAt(after, viewpoint.now) !== 'live') return []
  const [before, text] = [published.tables.get('texts', story.file), tables.get('texts', after.file)]
  if (before === undefined || text === undefined) return []
  const [had, has] = bylinesOf(story, after, content, published)
  const edit = findSilentEdit(
    { story, text: before, byline: had },
    { story: after, text, byline: has },
    site,
    viewpoint.now,
    path => tables.get('claims', addressKey(path))?.[0] ?? path,
  )
  if (edit === null) return []
  const problem = { ...edit.fault, severity: site.edits.silent, location: locate(after.file, text, edit) }
  return [after.file === story.file ? problem : { ...problem, keepsToo: [story.file] }]
}

/** Whoever stays under one key is the same, whatever the name has become. */
const bylinesOf = (before: Story, after: Story, { newsroom }: Content, published: Published) => {
  const known = before.authors.join() === after.authors.join() ? undefined : published.data()?.people
  const had = before.authors.map(key => known?.get(key)?.name ?? key)
  const nameNow = (key: string) => newsroom.people.get(key)?.name ?? key
  return [had, after.authors.map(key => had[before.authors.indexOf(key)] ?? nameNow(key))] as const
}

const locate = (file: string, text: string, { field, words }: SilentEdit): Location => {
  if (field !== null) return locateField({ file, text }, field)
  const start = text.length - (splitFrontMatter(text)?.body.length ?? 0)
  const found = words === '' ? -1 : text.indexOf(words, start)
  if (found !== -1) return locationInText(file, text, found, words.length)
  return text.trim() === '' ? locationOfFile(file) : locationInText(file, text, start, 1)
}

// The common part of archives that keep each story in a markdown file of its own.

import { failure, type Result, success } from '../../domain/result.ts'
import { asText } from '../fields/read-fields.ts'
import { readFrontMatter } from '../fields/read-front-matter.ts'
import type { AddNote } from '../report/note.ts'
import type { Archive } from './archive.ts'
import type { ArchiveEntry, OldStory } from './archive-source.ts'
import { otherMarkup } from './list-folder.ts'
import { mdxToMarkdown } from './mdx/mdx-to-markdown.ts'

type Complete = (file: string, front: OldStory, text: string, addNote: AddNote) => OldStory

/** `complete`: what the site knows of a file besides its front matter and body. `text` is the whole file. */
export const entriesOfFolder = (
  { files, read }: Archive,
  complete: Complete = (_, front) => front,
): readonly ArchiveEntry[] =>
  files.map(({ file, skipReason }) => {
    if (skipReason !== null) return { kind: 'skipped', file, reason: skipReason }
    return {
      kind: 'story',
      file,
      read: addNote => {
        const text = read(file)
        const story = readStory(file, text, addNote)
        return story.ok && text.ok ? success(complete(file, story.value, text.value, addNote)) : story
      },
    }
  })

/** The front matter and the body of a file. */
export const readStory = (
  file: string,
  text: Result<string, string>,
  addNote: AddNote,
): Result<OldStory, string> => {
  const markup = otherMarkup(file)
  if (markup !== null)
    return failure(`it is written in ${markup}, which the import does not read; convert it to markdown`)
  if (!text.ok) return text
  if (text.value.trim() === '') return failure('it is empty')
  const parsed = readFrontMatter(text.value, addNote)
  if (parsed.ok && /\.mdx$/i.test(file)) {
    const { fields, body } = parsed.value
    const fieldText = (name: string) => asText(fields.get(name))
    return success({ ...parsed.value, body: mdxToMarkdown(body, fieldText, addNote) })
  }
  if (!parsed.ok || !/\.(?:html?|njk|liquid)$/i.test(file)) return parsed
  return parsed.value.hasFrontMatter
    ? success({ ...parsed.value, format: 'html' })
    : failure('it is an HTML page without front matter')
}

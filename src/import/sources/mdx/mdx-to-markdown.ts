// A body in MDX as markdown: its imports and exports go, its components become what they show, and the text in them stays.

import type { AddNote } from '../../report/note.ts'
import { resolveTags } from '../../tags/resolve-tags.ts'
import { createArchiveMarkdown } from '../../text/archive-markdown.ts'
import { findCode } from '../../text/find-code.ts'
import { componentTags } from './component-tags.ts'
import { splitProgram } from './split-program.ts'

export const mdxToMarkdown = (
  body: string,
  fieldText: (name: string) => string | null,
  addNote: AddNote,
): string => {
  // HTML is no block of its own in MDX: a fence inside a component is one.
  const markdown = createArchiveMarkdown({ hasIndentedCode: false })
  markdown.set({ html: false })
  const codeIn = (text: string) => findCode(text, markdown)
  const { text, pictures } = splitProgram(body, codeIn(body), addNote)
  return resolveTags(text, [componentTags(pictures)], codeIn, {
    fieldText,
    addressOfFile: () => null,
    format: 'markdown',
    addNote,
  })
}

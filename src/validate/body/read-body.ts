// Reads a story's markdown for its checks: with every target, also those that pages refuse to show, and what is no markdown after all.

import type { Env, MarkdownIt, Token } from 'markdown-it'
import { createMarkdown } from '../../markdown/create-markdown.ts'
import { markLostBraces } from './find-brace-faults.ts'
import { markLostPictures } from './find-lost-pictures.ts'
import { markLostNotes } from './find-note-faults.ts'
import { markShownMarkup } from './find-shown-markup.ts'

let reader: MarkdownIt | null = null

const open = (): MarkdownIt => {
  if (reader) return reader
  reader = Object.assign(createMarkdown(null), { validateLink: () => true })
  // They were left out already, and the lines of what is left are known.
  reader.core.ruler.disable('comments')
  markLostBraces(reader)
  markLostNotes(reader)
  markLostPictures(reader)
  markShownMarkup(reader)
  return reader
}

/** `body`: without its comments. `env`: with the footnotes that were met. */
export const readBody = (body: string): { readonly tokens: readonly Token[]; readonly env: Env } => {
  const env: Env = {}
  return { tokens: open().parse(body, env), env }
}

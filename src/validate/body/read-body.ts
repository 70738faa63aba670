// Reads a story's markdown for its checks: with every target, also those that pages refuse to show, and what is no markdown after all.

import type { Env, MarkdownIt, Token } from 'markdown-it'
import { createMarkdown } from '../../markdown/create-markdown.ts'
import { markLostBraces } from './find-brace-faults.ts'
import { markLostPictures } from './find-lost-pictures.ts'
import { markLostNotes } from './find-note-faults.ts'
import { keepReferences } from './find-reference-faults.ts'
import { markShownMarkup } from './find-shown-markup.ts'

export type ReadBody = {
  readonly tokens: readonly Token[]
  /** With the footnotes and references that were met. */
  readonly env: Env
  readonly reader: MarkdownIt
  /** Addresses in the text, as they are written, by what is shown of them. */
  readonly written: ReadonlyMap<string, string>
}

let reader: MarkdownIt | null = null
let written = new Map<string, string>()

const open = (): MarkdownIt => {
  if (reader) return reader
  const markdown = createMarkdown(null)
  const decode = markdown.normalizeLinkText.bind(markdown)
  reader = Object.assign(markdown, {
    validateLink: () => true,
    normalizeLinkText: (address: string) => {
      const shown = decode(address)
      if (shown !== address) written.set(shown, address)
      return shown
    },
  })
  // They were left out already, and the lines of what is left are known.
  reader.core.ruler.disable('comments')
  markLostBraces(reader)
  markLostNotes(reader)
  markLostPictures(reader)
  markShownMarkup(reader)
  keepReferences(reader)
  return reader
}

/** `body`: without its comments. */
export const readBody = (body: string): ReadBody => {
  const env: Env = {}
  written = new Map()
  return { tokens: open().parse(body, env), env, reader: open(), written }
}

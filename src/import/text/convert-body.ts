// A body of the old site as Dateline's markdown, all but its links.

import type { MarkdownIt } from 'markdown-it'
import { convertHtml } from '../html/convert-html.ts'
import { findCodeInHtml } from '../html/find-code-in-html.ts'
import { flattenDeep } from '../html/flatten-deep.ts'
import { type Anchor, findAnchors, withoutAnchors } from '../html/html-anchors.ts'
import { type LiftedNotes, liftNotes, withNotesInside, withNumbers } from '../html/html-notes.ts'
import { createHtmlToMarkdown, type HtmlToMarkdown } from '../html/html-to-markdown.ts'
import type { HasPicture } from '../html/tidy-html.ts'
import { resolveTags } from '../tags/resolve-tags.ts'
import { writeBoxes } from '../tags/tag-boxes.ts'
import { createArchiveMarkdown, createPieceMarkdown } from './archive-markdown.ts'
import { cleanMarkdown, hasCompleteNotes } from './clean-markdown.ts'
import { dropContents } from './drop-contents.ts'
import { escapeColonLines } from './escape-colon-lines.ts'
import { findCode } from './find-code.ts'
import { encodePictureAddresses } from './picture-addresses.ts'
import { shiftHeadings } from './shift-headings.ts'
import type { TagRules, TextDialect } from './text-dialect.ts'

type BodyRules = TagRules & {
  readonly dialect: TextDialect
  readonly title: string
  readonly hasPicture?: HasPicture
  /** Hears of the names that links may lead to, with their lines. */
  readonly anchors?: (anchors: readonly Anchor[]) => void
}

/** Markdown without tags, HTML or headings at the wrong level comes back as it is, to the byte. */
export const convertBody = (body: string, rules: BodyRules): string => {
  const { dialect, format, title, addNote } = rules
  const markdown = createArchiveMarkdown(dialect)
  const converted = format === 'html' ? fromHtml(body, rules) : fromMarkdown(body, markdown, rules)
  const shifted = shiftHeadings(converted, title, markdown, addNote)
  const text = writeBoxes(escapeColonLines(shifted, markdown, addNote))
  rules.anchors?.(findAnchors(text))
  return withoutAnchors(text)
}

const fromMarkdown = (body: string, markdown: MarkdownIt, rules: BodyRules): string => {
  const { dialect, hasPicture, addNote } = rules
  const codeOf = (text: string) => findCode(text, markdown)
  const flat = flattenDeep(body, markdown, addNote)
  const plain = flat.includes('![') ? encodePictureAddresses(flat, codeOf(flat)) : flat
  const resolved = resolveTags(dropContents(plain, 'markdown', codeOf, addNote), dialect.tags, codeOf, rules)
  const converted = convertHtml(resolved, {
    markdown,
    pieces: createPieceMarkdown(dialect),
    toMarkdown: createHtmlToMarkdown(addNote, hasPicture),
    addNote,
  })
  return cleanMarkdown(converted, markdown, addNote)
}

const fromHtml = (body: string, rules: BodyRules): string => {
  const { dialect, hasPicture, addNote } = rules
  const resolved = resolveTags(
    dropContents(body, 'html', findCodeInHtml, addNote),
    dialect.tags,
    findCodeInHtml,
    rules,
  )
  const toMarkdown = createHtmlToMarkdown(addNote, hasPicture)
  const lifted = liftNotes(resolved)
  const noted = lifted === null ? null : withNotes(lifted, toMarkdown)
  const converted = noted ?? toMarkdown(withNotesInside(resolved)).trim()
  return converted === '' ? '' : `${converted}\n`
}

/** Null where a number came to stand where none can, such as in a heading. */
const withNotes = ({ html, notes }: LiftedNotes, toMarkdown: HtmlToMarkdown): string | null => {
  const written = notes.map((note, index) => {
    const words = toMarkdown(note)
      .trim()
      .replace(/\n(?=[^\n])/g, '\n    ')
    return `[^${index + 1}]: ${words}`
  })
  const text = [withNumbers(toMarkdown(html)).trim(), ...written].join('\n\n')
  return hasCompleteNotes(text) ? text : null
}

// The text of a post as HTML: what readers saw, or of an export without it, what the editor kept.

import { DomUtils, parseDocument } from 'htmlparser2'
import { escapeHtml } from '../../../domain/escape.ts'
import { depthNote, isTooDeep } from '../../html/html-depth.ts'
import type { AddNote } from '../../report/note.ts'
import { createArchiveMarkdown } from '../../text/archive-markdown.ts'
import { cardHtml } from './card-html.ts'
import { withoutCards } from './cards.ts'
import type { GhostPost } from './ghost-post.ts'
import { lexicalHtml } from './lexical.ts'
import { mobiledocHtml } from './mobiledoc.ts'
import type { OwnAddress } from './own-files.ts'

export const bodyOfPost = (post: GhostPost, ownAddress: OwnAddress, addNote: AddNote): string => {
  const html = writtenHtml(post, addNote)
    // The marks of cards and of the end of what all may read; other comments are reported.
    .replace(/<!--\s*(?:kg-card-(?:begin|end)(?::[^>]*?)?|members-only)\s*-->/g, '')
  if (isTooDeep(html)) {
    addNote(depthNote, undefined, 'editor')
    return html.replaceAll('__GHOST_URL__', '')
  }
  const page = parseDocument(html)
  withoutCards(page, addNote)
  for (const element of DomUtils.findAll(({ attribs }) => hasAddress(attribs), page.children)) {
    for (const name of addresses) {
      const written = element.attribs[name]
      if (written !== undefined) element.attribs[name] = ownAddress(written)
    }
  }
  return DomUtils.getOuterHTML(page, { encodeEntities: 'utf8' })
}

const addresses = ['src', 'href', 'data-src', 'poster'] as const

const hasAddress = (attributes: Readonly<Record<string, string>>): boolean =>
  addresses.some(name => attributes[name] !== undefined)

const editorNote = 'Read the text from the notes of Ghost’s editor, as the export has no HTML of it'
const cardNote = 'Left out a card of Ghost that is unknown'

const writtenHtml = ({ field }: GhostPost, addNote: AddNote): string => {
  const written = (name: string): string => {
    const value = field(name)
    return typeof value === 'string' && value.trim() !== '' ? value : ''
  }
  if (written('html') !== '') return written('html')
  const html =
    lexicalHtml(written('lexical'), cardOf(addNote)) ??
    mobiledocHtml(written('mobiledoc'), cardOf(addNote)) ??
    (written('markdown') === ''
      ? written('plaintext')
          .split(/\n{2,}/)
          .map(words => `<p>${escapeHtml(words)}</p>`)
          .join('\n')
      : createArchiveMarkdown({ hasIndentedCode: true }).render(written('markdown')))
  if (html.trim() !== '') addNote(editorNote)
  return html
}

const cardOf =
  (addNote: AddNote) =>
  (name: string, card: ReadonlyMap<string, unknown>): string => {
    const html = cardHtml(name, card)
    if (html === null) addNote(cardNote, [name, ...wordsIn([...card.values()])].join(': '), 'editor')
    return html ?? ''
  }

/** Sentences among the settings of a card. */
const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /\p{L}\s+\p{L}+\s+\p{L}/u.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

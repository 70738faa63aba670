// The text of an item as HTML: its blocks, shortcodes and paragraphs as WordPress would show them.

import { escapeHtml } from '../../../domain/escape.ts'
import { findCodeInHtml } from '../../html/find-code-in-html.ts'
import type { AddNote } from '../../report/note.ts'
import { outsideCode } from '../../text/find-code.ts'
import type { Attachment } from './attachment.ts'
import { type Block, hasBlocks, readBlocks } from './blocks.ts'
import { fillShortcodes, type Library } from './fill-shortcodes.ts'
import { withParagraphs } from './paragraphs.ts'
import type { WxrExport } from './read-export.ts'
import { metaOf, type WxrItem } from './read-item.ts'

/** Its addresses are still those that the export has. */
export const bodyOfItem = (item: WxrItem, wxr: WxrExport, addNote: AddNote): string => {
  const library = libraryOf(item, wxr)
  if (item.content.includes('<!--nextpage-->')) addNote('Joined the pages of a story')
  return shown(item, item.content, { wxr, library, addNote, depth: 0 })
}

type Rules = {
  readonly wxr: WxrExport
  readonly library: Library
  readonly addNote: AddNote
  /** How many texts show this one. */
  readonly depth: number
}

/** Two links beside each other are two words. */
const fileButton = /(?<=<\/a>)(?=<a\b[^>]{0,500}wp-block-file__button)/g

const shown = (item: WxrItem, content: string, rules: Rules): string => {
  const { library, addNote } = rules
  const text = content
    .replace(/\r\n?/g, '\n')
    .replace(/<!--nextpage-->/g, '\n\n')
    .replace(fileButton, ' ')
  if (!hasBlocks(text)) return freeText(fillShortcodes(text, library, addNote))
  return readBlocks(text, block => fillBlock(block, item, rules))
    .map(({ text, isFree }) => {
      const filled = fillShortcodes(text, library, addNote)
      return isFree ? freeText(filled) : filled
    })
    .join('\n')
}

/** An address alone on its line is a card of what stands there; two breaks are a blank line. */
const freeText = (text: string): string =>
  withParagraphs(
    outsideCode(text, findCodeInHtml(text), piece =>
      piece
        .replace(/(?:<br\s*\/?>\s*){2,}/gi, '\n\n')
        .replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm, '\n\n$1\n\n'),
    ),
  )

const lostNote = 'Left out a block that only WordPress can fill in'

const fillBlock = ({ name, attributes }: Block, item: WxrItem, rules: Rules): string => {
  const { wxr, addNote, depth } = rules
  const again = name === 'block' ? wxr.blocks.get(String(attributes.get('ref'))) : undefined
  if (again !== undefined && depth < 5) {
    const { status, hasPassword, content, title } = again()
    // WordPress itself shows no other.
    if (status === 'publish' && !hasPassword) return shown(item, content, { ...rules, depth: depth + 1 })
    addNote('Left out a block that the old site showed nobody', title)
    return ''
  }
  if (name === 'footnotes') return footnotesOf(item)
  const url = attributes.get('url') ?? attributes.get('src')
  if (typeof url === 'string' && /^https?:\/\//.test(url)) return `<p>${escapeHtml(url)}</p>`
  if (name !== 'more' && name !== 'nextpage' && name !== 'separator' && name !== 'spacer')
    addNote(lostNote, [name, ...wordsIn([...attributes.values()])].join(': '))
  return ''
}

/** Sentences among the settings of a block. */
const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /\p{L}\s+\p{L}+\s+\p{L}/u.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(wordsIn)
}

const noteOf = ({ content, id }: { content?: unknown; id?: unknown }): string =>
  `<li id="${escapeHtml(String(id ?? ''))}">${String(content ?? '')}</li>`

const footnotesOf = (item: WxrItem): string => {
  try {
    const notes: unknown = JSON.parse(metaOf(item, 'footnotes'))
    if (!Array.isArray(notes)) return ''
    return `<ol>${notes.map(noteOf).join('')}</ol>`
  } catch {
    return ''
  }
}

const libraryOf = (item: WxrItem, { attachments, attachmentsOf }: WxrExport): Library => ({
  figureOf: id => {
    const attachment = attachments.get(id)
    return attachment === undefined ? null : figureOf(attachment)
  },
  own: () =>
    attachmentsOf(item.id)
      .filter(({ url }) => /\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(url))
      .map(({ id }) => id),
})

const figureOf = ({ id, url, alt, caption }: Attachment): string => {
  if (/\.(?:mp3|m4a|ogg|wav|flac)$/i.test(url))
    return `<audio src="${escapeHtml(url)}" title="${escapeHtml(caption)}"></audio>`
  if (/\.(?:mp4|m4v|webm|ogv|mov)$/i.test(url))
    return `<video src="${escapeHtml(url)}" title="${escapeHtml(caption)}"></video>`
  const picture = `<img class="wp-image-${id}" src="${escapeHtml(url)}" alt="${escapeHtml(alt)}">`
  return `<figure>${picture}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`
}

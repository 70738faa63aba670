// Footnotes, `[^survey]` and `[^survey]: …`: their ids come from their labels, so a link to one keeps working.

import type { MarkdownIt, Token } from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { fill } from '../domain/strings.ts'
import { contextOf, resolve } from './markdown-context.ts'
import { inSiteLanguage, langAttributes, type MarkdownSite } from './markdown-site.ts'
import { replaceNoteRules } from './note-list.ts'

type Note = { readonly id: number; readonly subId?: number; readonly label: string }

const noteOf = (tokens: readonly Token[], index: number): Note => tokens[index]?.meta as Note

const noteId = ({ label }: Note): string => `dl-note-${label}`

/** A note that is referred to twice has two references to go back to. */
const referenceId = ({ label, subId = 0 }: Note): string => `dl-ref${subId === 0 ? '' : subId + 1}-${label}`

const reference = /\[\^([^\]\s]+)\]/g

/** The tokens of the notes among these. */
export const notesIn = (tokens: readonly Token[]): readonly Token[] => {
  let isInside = false
  return tokens.filter(({ type }) => {
    const isEdge = /^footnote_reference_/.test(type)
    if (isEdge) isInside = type.endsWith('_open')
    return isInside || isEdge
  })
}

/** Without the notes that nothing refers to, before the inline text is parsed: else the notes that they refer to would be numbered. */
export const withoutUnusedNotes = (tokens: readonly Token[]): Token[] => {
  let open = ''
  const labels = tokens.map(({ type, meta }) => {
    if (type === 'footnote_reference_open') open = String(meta?.label)
    const label = open
    if (type === 'footnote_reference_close') open = ''
    return label
  })
  const texts = new Map<string, string>()
  for (const [index, { type, content }] of tokens.entries()) {
    const label = labels[index] ?? ''
    if (type === 'inline') texts.set(label, `${texts.get(label) ?? ''}\n${content}`)
  }
  const reached = new Set([''])
  // The set grows while it is walked through.
  for (const from of reached)
    for (const [, to = ''] of (texts.get(from) ?? '').matchAll(reference)) reached.add(to)
  return tokens.filter((_, index) => reached.has(labels[index] ?? ''))
}

export const addNotes = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  markdown.use(footnotes)
  replaceNoteRules(markdown)
  // `x^[2]` is meant as a power more often than as a note.
  markdown.disable('footnote_inline')
  if (site !== null) addNoteRules(markdown, site)
}

const addNoteRules = (markdown: MarkdownIt, site: MarkdownSite): void => {
  const { rules } = markdown.renderer
  const { escapeHtml } = markdown.utils
  const { strings } = site
  const numbers = new Intl.NumberFormat(site.language)
  const numberOf = ({ id }: Note) => numbers.format(id + 1)
  const numbered = (words: string, note: Note) => escapeHtml(fill(words, { number: numberOf(note) }))
  const linkTo = (id: string) => `#${encodeURIComponent(id)}`
  rules.footnote_ref = (tokens, index, _options, env) => {
    const note = noteOf(tokens, index)
    const context = contextOf(env)
    const href = resolve(linkTo(noteId(note)), context)
    if (context.base !== '') return `<sup><a href="${href}">${numberOf(note)}</a></sup>`
    const name = numbered(strings.footnote, note)
    const id = escapeHtml(referenceId(note))
    return `<sup><a href="${href}" id="${id}" role="doc-noteref" aria-label="${name}"${langAttributes(site, context)}>${numberOf(note)}</a></sup>`
  }
  rules.footnote_block_open = (_tokens, _index, _options, env) => {
    const context = contextOf(env)
    const heading = `<h2>${inSiteLanguage(escapeHtml(strings.footnotes), site, context)}</h2>\n<ol>\n`
    return context.base === '' ? `<section class="notes">\n${heading}` : heading
  }
  rules.footnote_block_close = (_tokens, _index, _options, env) =>
    contextOf(env).base === '' ? '</ol>\n</section>\n' : '</ol>\n'
  rules.footnote_open = (tokens, index, _options, env) => {
    if (contextOf(env).base !== '') return '<li>'
    const note = noteOf(tokens, index)
    const number = numberOf(note)
    // Lists count in Latin digits by themselves.
    const rank = number === `${note.id + 1}` ? '' : ` data-rank="${number}"`
    return `<li id="${escapeHtml(noteId(note))}"${rank}>`
  }
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const context = contextOf(env)
    if (context.base !== '') return ''
    const note = noteOf(tokens, index)
    const name = numbered(strings.backToFootnote, note)
    return ` <a href="${linkTo(referenceId(note))}" role="doc-backlink" aria-label="${name}"${langAttributes(site, context)}>↑</a>`
  }
}

// HTML as markdown: turndown with the newsroom's spelling, and rules for tables, frames, figures and posts.

import TurndownService from 'turndown'
import { parseUrl } from '../../domain/web-address.ts'
import { serviceOf } from '../../markdown/embeds.ts'
import type { AddNote } from '../report/note.ts'
import { embedUrl } from '../text/embed-url.ts'
import { escapeText } from '../text/escape-text.ts'
import { creditMarkdown, figureMarkdown } from './figure-to-markdown.ts'
import { keepHardBreaks } from './hard-breaks.ts'
import type { HtmlNode } from './html-node.ts'
import { codeFence } from './html-piece.ts'
import { captionToMarkdown, cellToMarkdown, rowToMarkdown, tableToMarkdown } from './table-to-markdown.ts'
import { type HasPicture, tidyHtml } from './tidy-html.ts'

type Replace = (content: string, node: HtmlNode) => string

export type HtmlToMarkdown = (html: string) => string

export const createHtmlToMarkdown = (addNote: AddNote, hasPicture?: HasPicture): HtmlToMarkdown => {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    br: '\\',
  })
  const escapeMarkdown = service.escape.bind(service)
  service.escape = text => escapeText(text, escapeMarkdown)
  const rule = (name: string, filter: string[], replacement: Replace) =>
    service.addRule(name, { filter: node => filter.includes(node.nodeName.toLowerCase()), replacement })
  addInlineRules(rule)
  addBlockRules(rule)
  addForeignRules(rule, addNote)
  rule('figure', ['figure'], (content, node) => figureMarkdown(content, node, addNote))
  const convert = (html: string) => keepHardBreaks(service.turndown(html))
  rule('caption of a table', ['caption'], content => captionToMarkdown(content, addNote))
  rule('cell', ['td', 'th'], content => cellToMarkdown(content, addNote))
  rule('row', ['tr'], rowToMarkdown)
  rule('table', ['table'], tableToMarkdown)
  return html => convert(tidyHtml(html, addNote, hasPicture))
}

type AddRule = (name: string, filter: string[], replacement: Replace) => void

const attr = (node: HtmlNode, name: string): string => (node.getAttribute(name) ?? '').trim()

/** A target that markdown can hold: no spaces, no open brackets. */
const markdownTarget = (url: string): string =>
  url
    .trim()
    .replace(/\s/g, '%20')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')

const oneLine = (text: string): string => text.replace(/\\\n/g, ' ').replace(/\s+/g, ' ').trim()

const bracketed = (text: string): string => text.replace(/(?<!\\)([[\]])/g, '\\$1')

const superscripts: ReadonlyMap<string, string> = new Map(
  [...'0123456789+-=()ni'].map((letter, at) => [letter, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][at] ?? letter]),
)

/** A power is no digit behind another; letters alone, as of "1st", are read without being raised. */
const raised = (content: string): string => {
  const text = content.replace(/\\(?=[+\-=()])/g, '')
  if (!/\d|^[ni]$|[+=]/.test(text) || /[[\]]/.test(text)) return content
  const letters = [...text.replace(/\s/g, '')]
  return letters.every(letter => superscripts.has(letter))
    ? letters.map(letter => superscripts.get(letter)).join('')
    : `^(${content})`
}

const addInlineRules = (rule: AddRule): void => {
  rule('picture', ['img'], (_, node) => {
    const src = attr(node, 'src')
    const alt = bracketed(oneLine(attr(node, 'alt')))
    const title = oneLine(attr(node, 'title')).replaceAll('"', '\\"')
    return `![${alt}](${markdownTarget(src) || '#'}${title ? ` "${title}"` : ''})`
  })
  rule('link', ['a'], (content, node) => {
    const href = markdownTarget(attr(node, 'href'))
    const words = oneLine(content)
    if (words === '') return ''
    return href === '' ? content : `[${words}](${href})`
  })
  rule('superscript', ['sup'], raised)
  rule('struck', ['del', 's', 'strike'], content => (content.trim() === '' ? '' : `~~${content.trim()}~~`))
  rule('quotation', ['q'], content => `“${content}”`)
  rule('typed', ['kbd', 'samp', 'tt', 'var'], content =>
    content.trim() === '' ? '' : `\`${content.replaceAll('`', '')}\``,
  )
}

const addBlockRules = (rule: AddRule): void => {
  rule('item', ['li'], (content, node) => {
    const number = attr(node, 'value')
    const mark = number === '' ? '- ' : `${number}${attr(node, 'mark') || '.'} `
    const text = content.trim().replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
    return `${mark}${text}\n`
  })
  rule('code', ['pre'], (_, node) => {
    const language =
      /(?:language|lang|brush:)-?\s*([\w+#-]+)/.exec(attr(node, 'class') || classOfFirst(node))?.[1] ?? ''
    return `\n\n${codeFence(linesOf(node), language)}\n\n`
  })
  rule('credit', ['cite'], creditMarkdown)
  rule('caption', ['figcaption'], content => (content.trim() === '' ? '' : `\n\n${content.trim()}\n\n`))
  rule('term', ['dt'], content =>
    content.trim() === '' ? '' : `\n\n**${oneLine(content).replaceAll('**', '')}**\n\n`,
  )
  rule('description', ['dd'], content => `\n\n${content.trim()}\n\n`)
  rule('opener', ['summary'], content => `\n\n**${oneLine(content).replaceAll('**', '')}**\n\n`)
  rule('heading', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], (content, node) =>
    content.trim() === '' ? '' : `\n\n${'#'.repeat(Number(node.nodeName[1]))} ${oneLine(content)}\n\n`,
  )
  rule('quote', ['blockquote'], (content, node) => {
    const quote = withSource(content.trim(), node)
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^(?=.)/gm, '> ')
      .replace(/^$/gm, '>')
    const post = postOf(node)
    return quote === '' ? '' : `\n\n${quote}\n\n${post === null ? '' : `${post}\n\n`}`
  })
}

/** The page that a quotation is from, behind it: on the name of who said it, or by its host. */
const withSource = (words: string, quote: HtmlNode): string => {
  const cite = attr(quote, 'cite')
  const isLinked = Array.from(quote.querySelectorAll('a')).some(link => attr(link, 'href') === cite)
  if (words === '' || isLinked || postOf(quote) !== null || !/^https?:\/\/\S+$/i.test(cite)) return words
  const host = hostOf(cite)
  if (host === null) return words
  const [before, dash = '', name = ''] =
    /^([\s\S]*?)(?<=^|\n)((?:—|–|--|\\-|-)\s+)([^\n]+)$/.exec(words)?.slice(1) ?? []
  return before === undefined || /[[\]]/.test(name)
    ? `${words}\n\n— [${host}](${markdownTarget(cite)})`
    : `${before}${dash}[${name.trim()}](${markdownTarget(cite)})`
}

const hostOf = (url: string): string | null => parseUrl(url)?.hostname.replace(/^www\./, '') ?? null

/** A break in code ends a line. */
const linesOf = (node: HtmlNode): string => {
  if (node.nodeName === 'BR') return '\n'
  const children = Array.from(node.childNodes)
  return children.length === 0 ? (node.textContent ?? '') : children.map(linesOf).join('')
}

const classOfFirst = (node: HtmlNode): string =>
  node.firstChild?.nodeName === 'CODE' ? attr(node.firstChild, 'class') : ''

/** The address of the post that an embedded quotation shows. */
const postOf = (quote: HtmlNode): string | null => {
  const found = /\b(twitter-tweet|twitter-video|instagram-media|tiktok-embed)\b/.exec(attr(quote, 'class'))
  if (found === null) return null
  const links = Array.from(quote.querySelectorAll('a')).map(link => attr(link, 'href'))
  const named = attr(quote, 'data-instgrm-permalink') || attr(quote, 'cite')
  const post = [named, ...links.toReversed()].find(href => /\/(?:status|statuses|p|reel|video)\//.test(href))
  return post === undefined ? null : embedUrl(post.replace(/\?.*$/, ''))
}

const addForeignRules = (rule: AddRule, addNote: AddNote): void => {
  rule('frame', ['iframe'], (_, node) => {
    const src = attr(node, 'src')
    const url = embedUrl(src)
    const title = oneLine(attr(node, 'title'))
    addNote('Replaced an embedded frame with a link', title ? `${src} (${title})` : src)
    if (url === null) return title
    const isCard = serviceOf(url) !== null
    return isCard || title === '' ? `\n\n${url}\n\n` : `\n\n[${bracketed(title)}](${markdownTarget(url)})\n\n`
  })
  rule('media', ['video', 'audio'], (_, node) => {
    const src = attr(node, 'src')
    const words = bracketed(oneLine(attr(node, 'title')) || src)
    addNote('Replaced a video or sound file with a link', src)
    return src === '' ? '' : `\n\n[${words}](${markdownTarget(src)})\n\n`
  })
}

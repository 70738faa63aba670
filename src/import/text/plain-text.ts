// The words of a markdown or HTML text, as one line.

import type { MarkdownIt } from 'markdown-it'
import { readHtml } from '../html/read-html.ts'

const silent = new Set(['script', 'style', 'svg', 'table', 'pre', 'figure', 'iframe', 'noscript', 'form'])
const breaking = /^(?:p|div|li|ul|ol|br|h[1-6]|blockquote|section|article|td|th|tr|dt|dd|hr|figcaption)$/

/** Text of HTML without its tags. `skip` leaves out what is no running text: tables, code, pictures, headings. */
export const textOfHtml = (
  html: string,
  skip: ReadonlySet<string> = new Set(['script', 'style']),
): string => {
  let text = ''
  let hidden = 0
  readHtml(html, {
    open: name => {
      if (skip.has(name)) hidden++
      else if (breaking.test(name)) text += ' '
    },
    words: words => {
      if (hidden === 0) text += words
    },
    close: name => {
      if (skip.has(name)) hidden = Math.max(0, hidden - 1)
      else if (breaking.test(name)) text += ' '
    },
    comment: () => {},
  })
  return text.replace(/\s+/g, ' ').trim()
}

/** As markdown-it-footnote writes them. */
const footnotes = /<sup class="footnote-ref">.*?<\/sup>|<section class="footnotes">[\s\S]*?<\/section>/g

/** The sentences of a story's paragraphs. Pull-quote fences, footnotes and bare links are none. */
export const textOfMarkdown = (body: string, markdown: MarkdownIt): string =>
  sentencesOfHtml(htmlOf(body, markdown))

/** What the story says itself: no quotations, no lists. */
export const ownWordsOfMarkdown = (body: string, markdown: MarkdownIt): string =>
  sentencesOfHtml(htmlOf(body, markdown), new Set([...unread, 'blockquote', 'ul', 'ol', 'dl']))

const htmlOf = (body: string, markdown: MarkdownIt): string =>
  markdown.render(body.replace(/^((?:[ \t>]|[-*+] )*)\\?:{3,}.*$/gm, '$1')).replace(footnotes, '')

const unread = new Set([...silent, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** The sentences of a text's paragraphs: no tables, code, captions and headings, no bare links. */
export const sentencesOfHtml = (html: string, skip: ReadonlySet<string> = unread): string =>
  textOfHtml(html, skip)
    .replace(/(?:^|(?<=\s))https?:\/\/\S+/g, '')
    .replace(/\s+/g, ' ')
    .trim()

// Whatever a story says, readers of its feed get back exactly the words that were written.

import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import type { Instant } from '../../src/domain/instant.ts'
import { buildInProcess } from '../rig/build-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite } from '../rig/site-folder.ts'
import { itemsOf, readFeed, textOf } from './read-feed.ts'

const now = Date.UTC(2026, 0, 1) as Instant

/** Words that a headline may have: all but control characters, which validation refuses. */
const words = fc.oneof(
  fc.constantFrom(
    ']]>',
    '<![CDATA[',
    '&',
    '&amp;',
    '&#60;',
    '<b>',
    '</title>',
    '-->',
    '{{ 7 * 7 }}',
    '{% raw %}',
  ),
  fc.constantFrom('"', "'", '\\', '$&', '$1', '%3C', '🛳️', 'हिंदी', 'مرفأ', '서울', '\u2028', 'e\u0301'),
  fc.string({ unit: 'grapheme', minLength: 1 }),
)
const printable = (text: string) =>
  /\S/.test(text) && !/[\p{Cc}\ufffe\uffff]/u.test(text) && text.isWellFormed()

const headline = fc
  .array(words, { minLength: 1, maxLength: 6 })
  .map(parts => parts.join(' '))
  .filter(text => printable(text) && [...text].length < 200)

/** A headline is kept on one line, its letters composed. */
const asPublished = (text: string) => text.trim().replace(/\s+/g, ' ').normalize('NFC')

/** Text that markdown leaves alone: what is left of it on the page can be compared word by word. */
const bodyWords = fc
  .array(
    fc.constantFrom(
      ']]>',
      ']]',
      '>',
      '&',
      '&&',
      '<i>',
      '</content:encoded>',
      '{{ x }}',
      '\u0007',
      '\ufffe',
      'Storm',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map(parts => parts.join(' '))

const textInHtml = (html: string): string => {
  let text = ''
  const parser = new Parser({
    ontext: part => {
      text += part
    },
  })
  parser.end(html)
  return text.trim()
}

test('any headline and any body', async () => {
  const stories = fc.array(fc.record({ title: headline, body: bodyWords }), { minLength: 8, maxLength: 8 })
  const property = fc.asyncProperty(stories, async drawn => {
    const files = drawn.map(({ title, body }, index) => {
      const date = `2024-10-24T10:0${index}:00+05:30`
      const text = storyText({ title: JSON.stringify(title), date }, `Body: ${body}\n`)
      return [`content/stories/2024/10/24/story-${index}.md`, text]
    })
    const site = createSite(Object.fromEntries(files))
    try {
      await buildInProcess(site, now)
      const items = itemsOf(readFeed(site.read('_site/rss.xml'))).toReversed()
      expect(items.map(item => textOf(item, 'title'))).toEqual(drawn.map(({ title }) => asPublished(title)))
      const forbidden = /[\u0007\ufffe]/g
      expect(items.map(item => textInHtml(textOf(item, 'content:encoded') ?? ''))).toEqual(
        drawn.map(({ body }) => `Body: ${body.replace(forbidden, '')}`.trim()),
      )
    } finally {
      site.dispose()
    }
  })
  await fc.assert(property, { numRuns: 8 })
})

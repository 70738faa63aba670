import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import { render } from '../rig/markdown.ts'

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['HTTP://EXAMPLE.ORG', 'HTTP://EXAMPLE.ORG'],
  ['mailto:desk@bulletin.example', 'mailto:desk@bulletin.example'],
])('%s becomes a link', (typed, href) => {
  expect(render(`See ${typed} now`)).toBe(`<p>See <a href="${href}">${typed}</a> now</p>\n`)
})

test('an address that was copied from the source of a page leads where it is meant to', () => {
  const link = '<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>'
  for (const typed of ['https://example.org/?a=1&amp;b=2', '<https://example.org/?a=1&amp;b=2>'])
    expect(render(typed)).toContain(link)
})

test.each([
  'example.org',
  'desk@bulletin.example',
  'ftp://example.org',
  '//example.org',
  'a: b',
  'at 9:30',
  'http:',
  'https:////example.org',
  'http://example.org:99999/',
])('%s stays text', typed => expect(render(`See ${typed} now`)).toBe(`<p>See ${typed} now</p>\n`))

const markdown = createMarkdown(null)
const pieces = [
  'http:',
  'https:',
  'HTTPS:',
  'ftp:',
  'mailto:',
  '//',
  ':',
  '/',
  '@',
  'a',
  'b.example',
  ' ',
  '\n',
  '(',
  '“',
  'ſ',
]

test('no text is passed over in which the search would find an address', () => {
  // The method that stands behind the shortcut.
  const search = Object.getPrototypeOf(markdown.linkify).test as (text: string) => boolean
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map(some => some.join(''))
  const property = fc.property(text, some => {
    expect(markdown.linkify.test(some)).toBe(search.call(markdown.linkify, some))
  })
  fc.assert(property, { numRuns: 3000 })
})

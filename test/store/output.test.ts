// Paths and urls of published files.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outputPathOf, urlOfFile } from '../../src/store/output.ts'

test.each([
  ['/', 'index.html'],
  ['/world/', 'world/index.html'],
  ['/world/2024/10/24/storm/', 'world/2024/10/24/storm/index.html'],
  ['/rss.xml', 'rss.xml'],
  ['/404.html', '404.html'],
  ['/old/name.html', 'old/name.html'],
  ['/bylines/आशा/', 'bylines/आशा/index.html'],
])('%s is the file %s', (url, path) => expect(outputPathOf(url)).toBe(path))

test('two urls never share a file, unless one names the index itself', () => {
  const url = fc.stringMatching(/^(\/[a-z]{1,2}){0,3}(\/|\/[a-z]\.xml)$/)
  const property = fc.property(url, url, (one, other) => {
    expect(outputPathOf(one) === outputPathOf(other)).toBe(one === other)
  })
  fc.assert(property, { numRuns: 500 })
})

test.each([
  ['index.html', '/'],
  ['world/2024/10/24/x/index.html', '/world/2024/10/24/x/'],
  ['rss.xml', '/rss.xml'],
  ['404.html', '/404.html'],
  ['old/story.html', '/old/story.html'],
  ['reindex.html', '/reindex.html'],
  ['media/a photo?#1, 100%.jpg', '/media/a%20photo%3F%231,%20100%25.jpg'],
  ['विश्व/index.html', '/%E0%A4%B5%E0%A4%BF%E0%A4%B6%E0%A5%8D%E0%A4%B5/'],
])('%s is at %s', (file, url) => {
  expect(urlOfFile(file)).toBe(url)
})

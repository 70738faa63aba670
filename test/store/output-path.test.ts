import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outputPathOf } from '../../src/store/output-path.ts'

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

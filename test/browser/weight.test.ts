// What a page weighs on its way to a phone: everything but pictures, compressed as hosts compress it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { Parser } from 'htmlparser2'
import { describe, expect, inject, test } from 'vitest'
import { wordyStory } from './rig/wordy-story.ts'

const { english, arabic, hindi } = inject('sites')

/** What fits into the first answer of a connection: ten packets. */
const anyPage = 14_000
const plainStory = 6_000

const withoutQuery = (address: string): string => address.replace(/\?.*/, '')

/** Files that the page cannot be shown without. */
const listParts = (html: string): readonly string[] => {
  const parts: string[] = []
  const parser = new Parser({
    onopentag: (name, { src, href, rel }) => {
      if (name === 'script' && src !== undefined) parts.push(withoutQuery(src))
      if (name === 'link' && href !== undefined && /stylesheet|preload/.test(rel ?? ''))
        parts.push(withoutQuery(href))
    },
  })
  parser.end(html)
  return parts
}

/** Bytes of brotli: 11 is its best, as Node has it by default. */
const weigh = (published: string, file: string, quality = 11): number => {
  const bytes = readFileSync(join(published, file))
  const parts = file.endsWith('.html') ? listParts(bytes.toString('utf8')) : []
  const { length } = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
  return parts.reduce((sum, part) => sum + weigh(published, part, quality), length)
}

describe('In bytes', () => {
  test.each([english, arabic, hindi])(`no page $name takes more than ${anyPage}`, ({ published, pages }) => {
    // What is light enough already when compressed in haste need not be compressed well, which takes twenty times as long.
    const doubtful = pages.filter(({ file }) => weigh(published, file, 5) > anyPage)
    const weighed = doubtful.map(({ url, file }) => ({ url, bytes: weigh(published, file) }))
    expect(weighed.filter(({ bytes }) => bytes > anyPage)).toEqual([])
  })

  test(`a story of 600 words takes no more than ${plainStory}`, () => {
    const page = english.pages.find(({ url }) => url === wordyStory.url)
    expect(weigh(english.published, page?.file ?? '')).toBeLessThanOrEqual(plainStory)
  })

  test('what a page loads counts', () => {
    const html =
      '<link rel="icon" href="/i.svg"><link rel="stylesheet" href="/a.css"><script src="/b.js?v=1"></script><script>c</script>'
    expect(listParts(html)).toEqual(['/a.css', '/b.js'])
  })
})

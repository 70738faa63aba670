// The kind of a file decides the rules that it is checked against; if it is malformed, nothing else is reported.

import { describe, expect, test } from 'vitest'
import { printedAt } from '../rig/printed-feed.ts'
import { storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { checkPages, lines, whereAndWhat } from './check-pages.ts'
import { replaced } from './standards/faults-in.ts'

const stories = { [storyFile]: storyText() }
const found = (url: string, text: string) => whereAndWhat(checkPages({ stories, pages: { [url]: text } }))

describe('a file that is not JSON is found', () => {
  test.each(['/feed.json', `${storyUrl}index.json`, '/changes/2024/10/24.json', '/changes/index.json'])(
    '%s',
    url => {
      const json = printedAt(stories, url)
      expect(found(url, json)).toEqual([])
      expect(found(url, json.replace(/\}\s*$/, ''))).toEqual([`staging${url}:1:1 json-malformed`])
    },
  )

  test('but not one of the newsroom’s own, which may be anything', () => {
    expect(found('/data/votes.json', '{ votes: 5 }')).toEqual([])
  })
})

describe('of malformed XML nothing else is reported', () => {
  test.each(['/rss.xml', '/atom.xml', '/sitemap.xml', '/feeds.opml'])('%s', url => {
    const xml = printedAt(stories, url)
    expect(found(url, xml)).toEqual([])
    expect(found(url, xml.replace(/<\/(?:rss|feed|sitemapindex|opml)>\s*$/, ''))).toEqual([
      expect.stringMatching(/ xml-malformed$/),
    ])
  })
})

test('a feed is checked against the standards of its format', () => {
  const rss = replaced(printedAt(stories, '/rss.xml'), 'isPermaLink="false"', '')
  expect(found('/rss.xml', rss)).toEqual([expect.stringMatching(/^staging\/rss\.xml:\d+:\d+ form-wrong$/)])
  const archived = replaced(printedAt(stories, '/atom.xml'), 'rel="self"', 'rel="me"')
  expect(found('/atom.xml', archived)).toEqual(['staging/atom.xml:1:1 form-wrong'])
  const wrong = replaced(
    printedAt(stories, '/rss.xml'),
    'purl.org/dc/elements/1.1/',
    'purl.org/dc/elements/1.1',
  )
  expect(found('/rss.xml', wrong)).toEqual(['staging/rss.xml:2:1 form-wrong'])
})

test('the newsroom’s own XML need only be well-formed', () => {
  expect(found('/notes.xml', lines('<rss>', '<channel/>', '</rss>'))).toEqual([])
  expect(found('/notes.xml', lines('<rss>', '<channel>', '</rss>'))).toEqual([
    'staging/notes.xml:3:6 xml-malformed',
  ])
})

// A feed leads where it was planned to lead: to the hub, to older feeds, to what was withdrawn.

import { describe, expect, test } from 'vitest'
import { printedAt } from '../../rig/printed-feed.ts'
import { siteData, storyText } from '../../rig/site-data.ts'
import type { Files } from '../../rig/site-folder.ts'
import { at } from '../../rig/small-newsroom.ts'
import { checkPages } from '../check-pages.ts'
import { replaced } from '../standards/faults-in.ts'

const stories: Files = {
  '_data/site.yaml': `${siteData['_data/site.yaml']}feeds: { newest: 1, hub: "https://hub.example/?a=1&b=2" }\n`,
  ...Object.fromEntries(
    ['2024-08-24', '2024-09-24', '2024-10-24'].map(day => [
      `content/stories/${day.replaceAll('-', '/')}/storm.md`,
      storyText({ title: `Storm of ${day}`, date: `${day}T09:30:00+05:30` }),
    ]),
  ),
  'content/stories/2024/10/23/gone.md': storyText({
    title: 'Gone',
    date: '2024-10-23T09:30:00+05:30',
    withdrawn: '{ date: 2024-10-24T10:00:00+05:30, reason: It was not so. }',
  }),
}
const now = at('2024-10-25T10:00:00Z')

const found = (url: string, from: string, to: string) =>
  checkPages({ stories, now, pages: { [url]: replaced(printedAt(stories, url, now), from, to) } })
    .filter(({ code }) => code === 'run-not-as-planned')
    .map(({ message }) => message.replace(`${url}: `, ''))

const hub = 'hub https://hub.example/?a=1&b=2'
const august = 'prev-archive https://bulletin.example/2024/08/atom.xml'
const september = 'prev-archive https://bulletin.example/2024/09/atom.xml'
const gone = 'at:deleted-entry tag:bulletin.example,2024-10-23:gone'

test.each(['/rss.xml', '/atom.xml', '/2024/09/atom.xml', '/2024/08/atom.xml'])(
  '%s, as its layout prints it, is let through',
  url => expect(found(url, '', '')).toEqual([]),
)

describe.each(['/rss.xml', '/atom.xml'])('%s', url => {
  test('that leads to no hub is found', () =>
    expect(found(url, 'rel="hub"', 'rel="centre"')).toEqual([`expected the link “${hub}”, but found none`]))

  test('that leads to no older feed is found', () =>
    expect(found(url, 'rel="prev-archive"', 'rel="prev"')).toEqual([
      `expected the link “${september}”, but found none`,
    ]))

  test('that leads past an older feed is found', () =>
    expect(found(url, '/2024/09/atom.xml', '/2024/08/atom.xml')).toEqual([
      `expected the link “${september}”, but found none`,
      `expected no further link here, but found “${august}”`,
    ]))
})

test('a layout may name another hub, and link to the page without saying how', () => {
  const links = '<link rel="hub" href="https://other.example/"/><link href="https://bulletin.example/"/>'
  expect(found('/atom.xml', '<link rel="hub"', `${links}<link rel="hub"`)).toEqual([])
})

test('an archived feed that does not say so, or leads back to another feed, is found', () => {
  expect(found('/2024/09/atom.xml', '<fh:archive/>', '')).toEqual([
    'expected the link “fh:archive”, but found none',
  ])
  expect(
    found(
      '/2024/09/atom.xml',
      'rel="current" type="application/atom+xml" href="https://bulletin.example/',
      'rel="current" type="application/atom+xml" href="https://bulletin.example/world/',
    ),
  ).toEqual([
    'expected the link “current https://bulletin.example/atom.xml”, but found none',
    'expected no further link here, but found “current https://bulletin.example/world/atom.xml”',
  ])
})

test('a feed that says nothing of a withdrawn story, says it of another one, or twice, is found', () => {
  const entry =
    '<at:deleted-entry ref="tag:bulletin.example,2024-10-23:gone" when="2024-10-24T10:00:00+05:30"/>'
  const other = gone.replace('gone', 'storm')
  expect(found('/atom.xml', entry, '')).toEqual([`expected the link “${gone}”, but found none`])
  expect(found('/atom.xml', entry, entry + entry.replace('gone', 'storm'))).toEqual([
    `expected no further link here, but found “${other}”`,
  ])
  expect(found('/atom.xml', entry, entry + entry)).toEqual([
    `expected no further link here, but found “${gone}”`,
  ])
})

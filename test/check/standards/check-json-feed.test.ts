import { describe, expect, test } from 'vitest'
import { checkJsonFeed } from '../../../src/check/standards/check-json-feed.ts'
import { context } from './faults-in.ts'

const self = 'https://bulletin.example/feed.json'
const item = {
  id: 'tag:bulletin.example,2024:storm',
  content_html: '<a href="https://bulletin.example/">us</a>',
  date_published: '2024-10-24T09:30:00+05:30',
  date_modified: '2024-10-24T10:30:00+05:30',
}
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Bulletin',
  feed_url: self,
  items: [item, { id: 'tag:bulletin.example,2024:calm', content_text: 'Calm.' }],
}

const faults = (document: unknown) =>
  checkJsonFeed(document, { ...context, self }).map(({ message }) => message.replace(' (JSON Feed 1.1)', ''))
const withItem = (fields: object) => faults({ ...feed, items: [{ ...item, ...fields }] })

test('a sound feed is let through', () => expect(faults(feed)).toEqual([]))

test.each([null, [], 'feed', { ...feed, items: undefined }, { ...feed, items: {} }])(
  '%j is no feed',
  document => {
    expect(faults(document)).toEqual(['a feed needs version, title and items'])
  },
)

test.each([
  [{ version: 'https://jsonfeed.org/version/1' }, 'the version must be https://jsonfeed.org/version/1.1'],
  [{ version: undefined }, 'the version must be https://jsonfeed.org/version/1.1'],
  [{ title: '' }, 'the feed needs a title'],
  [{ title: 5 }, 'the feed needs a title'],
  [{ feed_url: 'https://bulletin.example/rss.xml' }, `feed_url must be ${self}`],
  [{ items: [item, item] }, 'two items have the id tag:bulletin.example,2024:storm'],
])('a feed with %j is found', (fields, message) => {
  expect(faults({ ...feed, ...fields })).toEqual([message])
})

describe('an item', () => {
  test.each([
    [{ id: undefined }, 'an item needs an id that is a string'],
    [{ id: 5 }, 'an item needs an id that is a string'],
    [{ content_html: undefined }, 'an item needs content_html or content_text'],
    [
      { date_published: '2024-10-24' },
      `the dates of ${item.id} must be times such as 2024-10-24T09:30:00+05:30`,
    ],
    [
      { date_modified: '2024-10-24T05:00:00Z' },
      `the dates of ${item.id} must be times such as 2024-10-24T09:30:00+05:30`,
    ],
    [{ content_html: '<img src="/a.jpg">' }, 'the address “/a.jpg” is relative: a feed needs full addresses'],
  ])('with %j is found', (fields, message) => expect(withItem(fields)).toEqual([message]))

  test('without times is let through', () => {
    expect(withItem({ date_published: undefined, date_modified: undefined })).toEqual([])
  })
})

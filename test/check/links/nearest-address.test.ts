import { describe, expect, test } from 'vitest'
import { createFindNearest } from '../../../src/check/links/nearest-address.ts'
import { readers } from '../../../src/domain/audience.ts'
import { outputPathOf } from '../../../src/store/output.ts'
import { zone } from '../../rig/site-data.ts'
import { at, newsroomOf, storyAt, tablesOf } from '../../rig/small-newsroom.ts'

const viewpoint = { now: at('2024-11-10T00:00:00Z'), audience: readers, timezone: zone } as const

const day = '/world/2024/10/24'
const picture = (src: string) => `{ src: ${src}, alt: A pier, credit: Desk }`
const tables = tablesOf(
  newsroomOf({
    ...storyAt('2024-10-24T09:00:00+05:30', 'port-closes-as-storm-nears', {
      image: picture('harbour-at-night.jpg'),
    }),
    ...storyAt('2024-10-24T10:00:00+05:30', 'nine-shelters-open', { tags: '[storm-warning]' }),
    ...storyAt('2024-10-24T11:00:00+05:30', 'talks-in-secret', {
      embargo: '2036-01-01T00:00:00Z',
      image: picture('minister.jpg'),
    }),
  }),
  viewpoint.now,
)
const mark = { size: 1, mtime: 1, ctime: 1, inode: 1, digest: '' }
tables.set('lists', 'folders', ['content/static', 'content/static/files', 'content/stories/2024/10/24'])
tables.set('marks', 'content/static', { 'logo.svg': mark })
tables.set('marks', 'content/static/files', { 'Annual Report 2024.pdf': mark })
tables.set('marks', 'content/stories/2024/10/24', {
  'harbour-at-night.jpg': mark,
  'minister.jpg': mark,
  'unused.jpg': mark,
})
tables.set('lists', 'templates', ['about/index.html', 'style-guide/index.html'])

const findNearest = createFindNearest(tables, viewpoint, () => true)
const nearest = (path: string) => findNearest(outputPathOf(path))

describe('A link that is nearly right is shown as it was meant', () => {
  test.each([
    ['a slip in a section', '/wrold/', '/world/'],
    ['capital letters', '/World/', '/world/'],
    ['no last slash', '/world', '/world/'],
    ['a page of the newsroom’s own', '/abuot/', '/about/'],
    ['a page as it is elsewhere', '/about.html', '/about/'],
    ['underscores', '/style_guide/', '/style-guide/'],
    ['a page of the site', '/corections/', '/corrections/'],
    ['a slip in a headline', `${day}/port-closes-as-strom-nears/`, `${day}/port-closes-as-storm-nears/`],
    ['another section', '/nation/2024/10/24/nine-shelters-open/', `${day}/nine-shelters-open/`],
    ['another day', '/world/2024/10/23/nine-shelters-open/', `${day}/nine-shelters-open/`],
    ['no day', '/nine-shelters-open', `${day}/nine-shelters-open/`],
    ['accents', '/wörld/', '/world/'],
    ['a slip in a topic', '/topics/storm-warnign/', '/topics/storm-warning/'],
    ['a feed', '/rss', '/rss.xml'],
    ['a feed of a section', '/world/rss.xlm', '/world/rss.xml'],
    ['a file in capital letters', '/files/annual-report-2024.pdf', '/files/Annual%20Report%202024.pdf'],
    ['a file at the root', '/annual-report-2024.pdf', '/files/Annual%20Report%202024.pdf'],
    ['a slip in a file', '/lgoo.svg', '/logo.svg'],
    ['a slip in a file of another folder', '/images/lgoo.svg', '/logo.svg'],
    ['another ending', '/logo.png', '/logo.svg'],
    ['a picture', '/media/2024/10/24/Harbour_at_night.JPG', '/media/2024/10/24/harbour-at-night.jpg'],
    [
      'a slip in a picture',
      '/media/2024/10/24/harbor-at-night.jpg',
      '/media/2024/10/24/harbour-at-night.jpg',
    ],
  ])('%s: %s', (_, path, meant) => expect(nearest(path)).toBe(meant))
})

describe('Nobody guesses', () => {
  test.each([
    ['a word like no other', '/gardening/'],
    ['another story of the day', `${day}/council-votes-on-budget/`],
    ['another number', '/files/annual-report-2025.pdf'],
    ['another month', '/world/2024/11/'],
    ['a held story', `${day}/talks-in-secrte/`],
    ['a picture of a held story', '/media/2024/10/24/ministre.jpg'],
    ['a picture that no story shows', '/media/2024/10/24/unsued.jpg'],
    ['the picture itself', '/media/2024/10/24/harbour-at-night.jpg'],
    ['a path without end', `/${'a'.repeat(5000)}/`],
    ['a stray %', '/%E0%A4%A/'],
  ])('%s: %s', (_, path) => expect(nearest(path)).toBeNull())

  test('what is not published is no answer', () => {
    expect(createFindNearest(tables, viewpoint, () => false)('wrold/index.html')).toBeNull()
  })
})

test('after a hundred comparisons links are only looked up', () => {
  const find = createFindNearest(tables, viewpoint, () => true)
  const slips = Array.from({ length: 300 }, () => find('wrold/index.html'))
  expect(slips.filter(meant => meant === '/world/')).toHaveLength(100)
  expect(find('World/index.html')).toBe('/world/')
})

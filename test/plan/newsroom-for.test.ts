import { expect, test } from 'vitest'
import { editors, readers } from '../../src/domain/audience.ts'
import { newsroomFor } from '../../src/plan/newsroom-for.ts'
import { newsroomOf } from '../rig/small-newsroom.ts'

const { newsroom } = newsroomOf({})

test('readers get everything, editors the first feed of each channel and no data', () => {
  expect(newsroomFor(newsroom, readers)).toBe(newsroom)
  const { feeds, ninjs } = newsroomFor(newsroom, editors).site
  expect({ feeds, ninjs }).toMatchObject({ feeds: { formats: ['rss'], archives: false }, ninjs: false })
})

test('a newsroom without feeds has none in the preview either', () => {
  const { site } = newsroom
  const without = { ...newsroom, site: { ...site, feeds: { ...site.feeds, formats: [] } } }
  expect(newsroomFor(without, editors).site.feeds.formats).toEqual([])
})

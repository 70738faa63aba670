import { expect, test } from 'vitest'
import { createWhyMissing } from '../../src/check/why-missing.ts'
import { storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { later, newsroomOf } from './check-pages.ts'

const why = (fields: Record<string, string>, output = `${storyUrl.slice(1)}index.html`) =>
  createWhyMissing(newsroomOf({ [storyFile]: storyText(fields) }), later)(output)

test.each([
  ['a draft', { draft: 'true' }, `${storyFile} is a draft`],
  ['held', { embargo: '2026-01-01T06:00:00+09:00' }, `${storyFile} is held until 2026-01-01T02:30:00+05:30`],
])('a page is missing because its story is %s', (_, fields, reason) => expect(why(fields)).toBe(reason))

test('of a page that no story has, there is no reason to tell', () => {
  expect(why({ draft: 'true' }, 'world/2024/10/24/index.html')).toBeNull()
})

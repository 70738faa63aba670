import { expect, test } from 'vitest'
import { findLeaksOf } from '../../src/check/check-leaks.ts'
import { hiddenWordsOf } from '../../src/check/hidden-words.ts'
import { storyText } from '../rig/site-data.ts'
import { later, newsroomOf } from './check-pages.ts'

const hiddenFile = 'content/stories/2024/10/24/talks.md'
const liveFile = 'content/stories/2024/10/23/harbour.md'
const headline = 'Minister to resign on Monday'

const wordsOf = (fields: Record<string, string>, liveTitle = 'The harbour reopens') =>
  hiddenWordsOf(
    newsroomOf({
      [hiddenFile]: storyText({ title: headline, ...fields }),
      [liveFile]: storyText({
        title: liveTitle,
        date: '2024-10-23T09:30:00+05:30',
        summary: 'Another summary, which says nothing of what else has happened today.',
      }),
    }),
    later,
  )

test('a newsroom that hides nothing has no words to look for', () => {
  expect(wordsOf({})).toEqual({ words: [], openTexts: [] })
})

test('a draft is known by its address, its identifier, its headline and its summary', () => {
  const { words } = wordsOf({ draft: 'true' })
  const texts = words.map(({ text }) => text)
  expect(texts).toContain('/world/2024/10/24/talks/')
  expect(texts).toContain('>tag:bulletin.example,2024-10-24:talks<')
  expect(texts).toContain(headline)
  expect(words.every(({ file, state }) => file === hiddenFile && state === 'draft')).toBe(true)
})

test('the address of a withdrawn story may stay: its tombstone stands there', () => {
  const { words } = wordsOf({ withdrawn: '{ date: 2024-10-25T10:00:00+05:30, reason: It was not so. }' })
  const texts = words.map(({ text }) => text)
  expect(texts).not.toContain('/world/2024/10/24/talks/')
  expect(texts).toContain(headline)
})

test('a longer headline of a live story that holds the hidden one does not give it away', () => {
  const longer = `${headline}, says no one`
  const page = (content: string) => ({ url: '/', output: 'index.html', content })
  const findLeaks = findLeaksOf(wordsOf({ draft: 'true' }, `"${longer}"`))
  expect(findLeaks(page(`<p>${longer}</p>`))).toEqual([])
  expect(findLeaks(page(`<p>${longer}</p><p>${headline}</p>`))).toMatchObject([{ code: 'story-leaked' }])
})

test('they find the same in another thread, where only plain data comes', () => {
  const hidden = wordsOf({ draft: 'true' })
  const page = { url: '/', output: 'index.html', content: `<p>${headline}</p>` }
  expect(findLeaksOf(JSON.parse(JSON.stringify(hidden)))(page)).toEqual(findLeaksOf(hidden)(page))
  expect(findLeaksOf(hidden)(page)).toMatchObject([
    { code: 'story-leaked', message: `“${headline}” shows here, but ${hiddenFile} is draft` },
  ])
})

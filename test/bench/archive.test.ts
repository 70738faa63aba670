import { describe, expect, test } from 'vitest'
import { addedStory, type BenchStory, storiesOf } from '../../scripts/bench/archive/bench-story.ts'
import { countWords } from '../../scripts/bench/archive/sentences.ts'
import { datelineDialect } from '../../scripts/bench/dialects/dateline.ts'
import type { Files } from '../rig/site-folder.ts'
import { problemsOf } from '../rig/small-newsroom.ts'

const archive = { seed: 7, count: 400 }
const stories = [...storiesOf(archive)]

const written = (all: readonly BenchStory[]): Files => ({
  ...datelineDialect.siteFiles,
  ...Object.fromEntries(all.map(story => [datelineDialect.fileOf(story), datelineDialect.textOf(story)])),
})

describe('the invented archive', () => {
  test('is the same for the same seed, and another for another', () => {
    expect([...storiesOf(archive)]).toEqual(stories)
    const [other] = storiesOf({ ...archive, seed: 8 })
    expect(other?.body).not.toBe(stories[0]?.body)
  })

  test('has the number of stories asked for, each at its own address', () => {
    expect(stories).toHaveLength(400)
    expect(new Set(stories.map(({ url }) => url)).size).toBe(400)
  })

  test('runs from the oldest to the newest, with about fifty a day up to its last day', () => {
    const dates = stories.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted())
    expect(new Set(dates).size).toBe(400)
    expect(new Set(stories.map(({ day }) => day)).size).toBe(9)
    expect(stories.at(-1)?.day).toBe('2024-12-29')
  })

  test('has stories of 450 to 700 words with three subheads, three topics and one or two bylines', () => {
    for (const { body, topics, authors, title } of stories) {
      expect(countWords(body), title).toBeGreaterThanOrEqual(450)
      expect(countWords(body), title).toBeLessThanOrEqual(700)
      expect(body.match(/^## /gm), title).toHaveLength(3)
      expect(new Set(topics).size, title).toBe(3)
      expect([1, 2], title).toContain(new Set(authors).size)
    }
  })

  test('links some stories to earlier ones, which are there', () => {
    const urls = stories.map(({ url }) => url)
    const links = stories.flatMap(({ body, url }) =>
      [...body.matchAll(/\]\((\/[^)]*)\)/g)].map(([, target = '']) => ({ url, target })),
    )
    expect(links.length).toBeGreaterThan(20)
    for (const { url, target } of links) expect(urls.slice(0, urls.indexOf(url))).toContain(target)
  })

  test('is sound, also with the stories that are added to it', () => {
    const added = [1, 2, 3].map(number => addedStory(archive, number))
    expect(added.map(({ date }) => date > (stories.at(-1)?.date ?? ''))).toEqual([true, true, true])
    expect(problemsOf(written([...stories, ...added]))).toEqual([])
  })
})

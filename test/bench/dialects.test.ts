import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { storiesOf } from '../../scripts/bench/archive/bench-story.ts'
import { datelineDialect } from '../../scripts/bench/dialects/dateline.ts'
import type { Dialect } from '../../scripts/bench/dialects/dialect.ts'
import { eleventyDialect } from '../../scripts/bench/dialects/eleventy.ts'
import { hugoDialect } from '../../scripts/bench/dialects/hugo.ts'

const stories = [...storiesOf({ seed: 3, count: 60 })]

/** What a dialect's files say, in the words of Dateline. */
const contentOf = ({ textOf, fileOf }: Dialect) =>
  stories.map(story => {
    const [, front = '', ...body] = textOf(story).split('---\n')
    const fields = load(front) as Record<string, unknown>
    return {
      title: fields.title,
      date: fields.date,
      updated: fields.updated ?? fields.lastmod,
      summary: fields.summary,
      section: fields.section ?? fileOf(story).split('/')[1],
      authors: fields.authors,
      topics: fields.topics ?? fields.tags,
      dateline: fields.dateline,
      urgency: fields.urgency,
      body: body.join('---\n'),
    }
  })

describe('the dialects', () => {
  test('tell the same stories', () => {
    const dateline = contentOf(datelineDialect)
    expect(dateline.map(({ title }) => title)).toEqual(stories.map(({ title }) => title))
    expect(contentOf(hugoDialect)).toEqual(dateline)
    expect(contentOf(eleventyDialect)).toEqual(dateline)
  })

  test('give each story a file of its own', () => {
    for (const { fileOf } of [datelineDialect, hugoDialect, eleventyDialect])
      expect(new Set(stories.map(fileOf)).size).toBe(stories.length)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostLookedAt } from '../../src/archive/find-related.ts'
import type { Story } from '../../src/domain/story.ts'
import type { Files } from '../rig/site-folder.ts'
import { archiveOf, at, newsroomOf, storyAt } from '../rig/small-newsroom.ts'

const series = '_data/series.yaml'
const now = at('2025-01-01T00:00:00Z')

const archiveIn = (files: Files) => archiveOf(newsroomOf(files), now)

const fileOf = (files: Files, slug: string) =>
  Object.keys(files).find(file => file.endsWith(`/${slug}.md`)) ?? slug

const relatedTo = (files: Files, slug: string) => {
  const archive = archiveIn(files)
  return archive.related.to(archive.story(fileOf(files, slug)) as Story).map(story => story.slug)
}

/** A story a day of October. */
const day = (number: number, slug: string, fields = {}) =>
  storyAt(`2024-10-${String(number).padStart(2, '0')}T08:00:00+05:30`, slug, fields)

const files = {
  [series]: 'harbour-works: { title: Harbour works }\n',
  ...day(1, 'plan', { series: 'harbour-works' }),
  ...day(2, 'crane', { series: 'harbour-works' }),
  ...day(3, 'quay', { series: 'harbour-works' }),
  ...day(4, 'old-ferry', { tags: '[nation, ferry]' }),
  ...day(5, 'drought', { tags: '[nation]' }),
  ...day(6, 'storm', { tags: '[nation]' }),
  ...day(7, 'budget', { tags: '[nation, budget]' }),
  ...day(8, 'ferry', { tags: '[nation, ferry, budget]', series: 'harbour-works' }),
  ...day(9, 'new-ferry', { tags: '[nation, ferry, budget]', series: 'harbour-works' }),
}

describe('below a story', () => {
  test('stand those of its series, without the part before it, then those that share its rarest topics', () =>
    expect(relatedTo(files, 'ferry')).toEqual(['crane', 'plan', 'budget', 'old-ferry']))

  test('stands nothing newer, and nothing where nothing is shared', () => {
    expect(relatedTo(files, 'budget')).toEqual(['storm', 'drought', 'old-ferry'])
    expect(relatedTo(files, 'old-ferry')).toEqual([])
  })

  test('the newest come first of those that share as much', () =>
    expect(relatedTo({ ...files, ...day(10, 'vote', { tags: '[nation]' }) }, 'vote')).toEqual([
      'new-ferry',
      'ferry',
      'budget',
      'storm',
    ]))

  test('of topics that have many stories the slower one is the rarer', () => {
    const many = Array.from({ length: mostLookedAt }, (_, index) => ({
      ...storyAt(`2024-09-${10 + (index % 20)}T${10 + Math.floor(index / 20)}:00:00+05:30`, `fast-${index}`, {
        tags: '[fast]',
      }),
      ...storyAt(`${2010 + (index % 10)}-0${1 + Math.floor(index / 10)}-01T08:00:00+05:30`, `slow-${index}`, {
        tags: '[slow]',
      }),
    }))
    const crowded = { ...Object.assign({}, ...many), ...day(1, 'both', { tags: '[fast, slow]' }) }
    expect(relatedTo(crowded, 'both').map(slug => slug.split('-')[0])).toEqual([
      'slow',
      'slow',
      'slow',
      'slow',
    ])
  })

  test('a held, drafted or withdrawn story never stands, and another takes its place', () => {
    for (const fields of [
      { draft: 'true' },
      { embargo: '2029-01-01T00:00:00Z' },
      { withdrawn: '{ date: 2024-10-26T00:00:00Z, reason: no }' },
    ])
      expect(
        relatedTo({ ...files, ...day(7, 'budget', { tags: '[nation, budget]', ...fields }) }, 'ferry'),
      ).toEqual(['crane', 'plan', 'old-ferry', 'storm'])
  })
})

describe('what an editor picks', () => {
  const picking = (related: string, fields = {}) =>
    relatedTo({ ...files, ...day(8, 'ferry', { tags: '[budget]', related, ...fields }) }, 'ferry')

  test('comes first, in its order, by address, old address, full address or path; others fill up', () =>
    expect(
      picking(
        '[/world/2024/10/06/storm/, https://bulletin.example/world/2024/10/05/drought/, 2024/10/02/crane]',
      ),
    ).toEqual(['storm', 'drought', 'crane', 'budget']))

  test('may be more than are found without it, and nothing at all', () => {
    const all = ['plan', 'crane', 'quay'].map((slug, index) => `/world/2024/10/0${index + 1}/${slug}/`)
    const more = [...all, '/world/2024/10/04/old-ferry/', '/world/2024/10/05/drought/']
    expect(picking(`[${more.join(', ')}]`)).toEqual(['plan', 'crane', 'quay', 'old-ferry', 'drought'])
    expect(picking('false')).toEqual([])
    expect(picking('[]')).toEqual([])
  })

  test('is left out where it is unknown, hidden, or the story itself', () => {
    const names = '[/nowhere/, /world/2024/10/08/ferry/, /world/2024/10/06/storm/]'
    const storm = day(6, 'storm', { tags: '[nation]', draft: 'true' })
    const related = relatedTo(
      { ...files, ...storm, ...day(8, 'ferry', { tags: '[budget]', related: names }) },
      'ferry',
    )
    expect(related).toEqual(['budget'])
  })
})

test('whatever comes, goes or changes: only stories that were named for it choose otherwise', () => {
  const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
  const story = fc.record({ tags, minute: fc.integer({ min: 0, max: 59 }), isDraft: fc.boolean() })
  const filed = (
    index: number,
    { tags: topics, minute, isDraft }: { tags: string[]; minute: number; isDraft: boolean },
  ) =>
    storyAt(
      `2024-${index % 2 ? '09' : '10'}-10T08:${String(minute).padStart(2, '0')}:00+05:30`,
      `s${index}`,
      {
        tags: `[${topics.join(', ')}]`,
        draft: isDraft ? 'true' : undefined,
      },
    )
  const stories = fc.array(story, { minLength: 60, maxLength: 90 })
  const property = fc.property(stories, fc.array(story, { minLength: 1, maxLength: 3 }), (before, edits) => {
    const then: Files = Object.assign(
      {},
      ...before.map((each, index) => filed(index, { ...each, isDraft: false })),
    )
    const changed = edits.map((each, index) => filed(index * 7, each))
    const next: Files = { ...then, ...Object.assign({}, ...changed) }
    const archives = [archiveIn(then), archiveIn(next)]
    const choices = archives.map(archive => (file: string) => {
      const live = archive.story(file)
      return live
        ? archive.related
            .to(live)
            .map(({ file: other }) => other)
            .join()
        : ''
    })
    const edited = new Set(changed.flatMap(file => Object.keys(file)))
    const named = archives.flatMap(archive =>
      [...edited].flatMap(file => {
        const live = archive.story(file)
        return live ? archive.related.of(live).map(other => other.file) : []
      }),
    )
    const looked = new Set([...named, ...edited])
    const missed = Object.keys(then).filter(
      file => choices[0]?.(file) !== choices[1]?.(file) && !looked.has(file),
    )
    expect(missed).toEqual([])
  })
  fc.assert(property, { numRuns: 30 })
})

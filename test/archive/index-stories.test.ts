import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexListings, type StoryChange } from '../../src/archive/index-stories.ts'
import { type Audience, editors, readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Story } from '../../src/domain/story.ts'
import type { Viewpoint } from '../../src/domain/viewpoint.ts'
import { type EditedTables, editTables, noTables, type TableName } from '../../src/store/tables.ts'
import { filesOf, randomStories } from '../rig/newsroom-arbitrary.ts'
import { zone } from '../rig/site-data.ts'
import { at, newsroomOf, storyAt } from '../rig/small-newsroom.ts'
import { rowsIn } from '../rig/table-rows.ts'

const viewpoint = (now: Instant, audience: Audience = readers): Viewpoint => ({
  now,
  audience,
  timezone: zone,
})

const later = at('2026-01-01T00:00:00Z')

const addition = (story: Story): StoryChange => ({ file: story.file, before: null, after: story })

/** All stories at once. */
const indexed = (stories: readonly Story[], at: Viewpoint): EditedTables => {
  const tables = editTables(noTables)
  indexListings(tables, stories.map(addition), null, at)
  return tables
}

describe('indexing changes one by one gives the same tables as indexing everything at once', () => {
  /** Three versions of the same few files; a step puts some of them in, takes some out, and moves the clock. */
  const generation = randomStories(5).map(stories =>
    newsroomOf(filesOf(stories)).stories.map((story, index) => ({
      ...story,
      file: `content/stories/2024/10/01/story-${index}.md`,
    })),
  )
  const step = fc.record({
    hours: fc.integer({ min: 0, max: 24 * 100 }),
    edits: fc.array(fc.tuple(fc.nat(4), fc.constantFrom(0, 1, 2, 'removed' as const)), { maxLength: 4 }),
  })
  const first = at('2024-09-25T00:00:00Z')

  /** As a build takes it in: what was edited, and what only fell due. */
  const changesOf = (
    edited: ReadonlyMap<string, Story | null>,
    known: ReadonlyMap<string, Story>,
    tables: EditedTables,
    now: Instant,
  ): readonly StoryChange[] => {
    const knownStory = (file: string) => known.get(file) ?? null
    const due = (tables.get('due', 'due') ?? []).filter(({ at, file }) => at <= now && !edited.has(file))
    return [
      ...[...edited].map(([file, after]) => ({ file, before: knownStory(file), after })),
      ...due.map(({ file }) => ({ file, before: knownStory(file), after: knownStory(file) })),
    ]
  }

  test.each<Audience>([readers, editors])('for $name', audience => {
    const property = fc.property(
      fc.tuple(generation, generation, generation),
      fc.array(step, { minLength: 1, maxLength: 6 }),
      (generations, steps) => {
        const tables = editTables(noTables)
        const known = new Map<string, Story>()
        let before: Viewpoint | null = null
        for (const { hours, edits } of steps) {
          const now = ((before?.now ?? first) + hours * 3_600_000) as Instant
          const edited = new Map<string, Story | null>()
          for (const [index, version] of edits) {
            const story = version === 'removed' ? null : generations[version]?.[index]
            if (story !== undefined) edited.set(`content/stories/2024/10/01/story-${index}.md`, story)
          }
          indexListings(tables, changesOf(edited, known, tables, now), before, viewpoint(now, audience))
          for (const [file, story] of edited)
            if (story === null) known.delete(file)
            else known.set(file, story)
          before = viewpoint(now, audience)
          expect(rowsIn(tables.edits)).toEqual(rowsIn(indexed([...known.values()], before).edits))
        }
      },
    )
    fc.assert(property, { numRuns: 60 })
  })
})

test('the order in which stories come does not matter', () => {
  const property = fc.property(randomStories(), fc.boolean(), (random, isEarly) => {
    const { stories } = newsroomOf(filesOf(random))
    const when = viewpoint(isEarly ? at('2024-10-20T06:00:00Z') : later)
    expect(rowsIn(indexed(stories.toReversed(), when).edits)).toEqual(rowsIn(indexed(stories, when).edits))
  })
  fc.assert(property, { numRuns: 30 })
})

const year = newsroomOf({
  ...storyAt('2024-08-24T09:30:00+05:30', 'august', { tags: '[nato]' }),
  ...storyAt('2024-09-24T09:30:00+05:30', 'september', {
    tags: '[nato]',
    corrections: '[{ date: 2024-11-02T00:00:00Z, text: no }]',
  }),
  ...storyAt('2024-10-24T09:30:00+05:30', 'october', { tags: '[cup]', authors: '[asha-rao]' }),
  ...storyAt('2024-10-25T09:30:00+05:30', 'later-in-october'),
}).stories

const named = (slug: string): Story => {
  const story = year.find(one => one.slug === slug)
  if (!story) throw new Error(`there is no ${slug}`)
  return story
}

/** The rows that a change sets, on top of the year. */
const rowsSetBy = (
  change: StoryChange,
  before = viewpoint(later),
  after = viewpoint(later),
): readonly string[] => {
  const tables = editTables(indexed(year, viewpoint(later)))
  indexListings(tables, [change], before, after)
  return [...tables.edits].flatMap(([table, rows]) => [...rows.keys()].map(key => `${table} ${key}`)).sort()
}

const edited = (slug: string, fields: Partial<Story>): StoryChange => {
  const before = named(slug)
  return { file: before.file, before, after: { ...before, ...fields } }
}

describe('a change touches', () => {
  const ofOctober = [
    'due due',
    'entries byline/asha-rao 2024-10',
    'entries section/world 2024-10',
    'entries site 2024-10',
    'entries topic/cup 2024-10',
    'events 2024-10-24',
    'fronts byline',
    'fronts section',
    'fronts site',
    'fronts topic',
    'lists hidden',
    'monthChanges 2024-10',
    'months byline/asha-rao',
    'months events',
    'months section/world',
    'months site',
    'months topic/cup',
    `stories ${named('october').file}`,
  ]

  test('the months of its own story, and no others', () =>
    expect(rowsSetBy(edited('october', { title: 'Another' }))).toEqual(ofOctober))

  test('the month that the story leaves, and the one that it comes to', () => {
    const moved = { date: at('2024-08-20T09:30:00+05:30'), day: '2024-08-20' }
    const rows = rowsSetBy(edited('october', moved))
    expect(rows).toEqual(expect.arrayContaining(['entries site 2024-08', 'entries site 2024-10']))
    expect(rows).not.toContain('entries site 2024-09')
  })

  test('the month of a correction, which may be another one than the story’s', () => {
    const corrections = [{ date: at('2024-12-24T00:00:00Z'), text: 'It was five.' }]
    const rows = rowsSetBy(edited('october', { corrections }))
    expect(rows).toEqual(
      [...ofOctober, 'corrections 2024-12', 'events 2024-12-24', 'months corrections'].sort(),
    )
  })

  test('no listing at all when the story is a draft, before and after', () => {
    const draft = { ...named('october'), draft: true }
    const tables = editTables(indexed([draft], viewpoint(later)))
    const after = { ...draft, title: 'Another' }
    indexListings(tables, [{ file: draft.file, before: draft, after }], viewpoint(later), viewpoint(later))
    const touched = [...tables.edits.keys()].sort()
    expect(touched).toEqual<TableName[]>(['due', 'lists', 'stories'])
    expect(tables.get('lists', 'hidden')).toEqual([draft.file])
  })
})

describe('when the last story goes', () => {
  const left = (slug: string) => {
    const tables = indexed(year, viewpoint(later))
    indexListings(
      tables,
      [{ file: named(slug).file, before: named(slug), after: null }],
      viewpoint(later),
      viewpoint(later),
    )
    return tables
  }

  test('of a month, the month goes', () => {
    const months = left('august').get('months', 'site')
    expect(months?.map(({ month }) => month)).toEqual(['2024-10', '2024-09'])
    expect(left('august').get('entries', 'site 2024-08')).toBeUndefined()
  })

  test('of a topic, the topic goes; while there is another, it stays', () => {
    expect(Object.keys(left('october').get('fronts', 'topic') ?? {})).toEqual(['nato'])
    expect(left('october').get('months', 'topic/cup')).toBeUndefined()
    expect(Object.keys(left('august').get('fronts', 'topic') ?? {}).sort()).toEqual(['cup', 'nato'])
  })

  test('with a correction, the month of corrections goes', () => {
    expect(
      left('august')
        .get('months', 'corrections')
        ?.map(({ month }) => month),
    ).toEqual(['2024-11'])
    expect(left('september').get('months', 'corrections')).toBeUndefined()
    expect(left('september').get('corrections', '2024-11')).toBeUndefined()
  })
})

describe('what changes by the clock alone', () => {
  const draft = storyAt('2024-10-24T09:00:00+05:30', 'draft', { draft: 'true' })
  const held = storyAt('2024-10-24T10:00:00+05:30', 'held', { embargo: '2025-06-01T00:00:00Z' })
  const sooner = storyAt('2024-10-24T11:00:00+05:30', 'sooner', { embargo: '2025-05-01T00:00:00Z' })
  const gone = storyAt('2024-10-24T12:00:00+05:30', 'gone', {
    withdrawn: '{ date: 2025-04-01T00:00:00Z, reason: no }',
  })
  const { stories } = newsroomOf({ ...draft, ...held, ...sooner, ...gone })
  const [fileOfDraft, fileOfHeld, fileOfSooner, fileOfGone] = [draft, held, sooner, gone].map(
    files => Object.keys(files)[0],
  )
  const tables = indexed(stories, viewpoint(at('2025-01-01T00:00:00Z')))

  test('is known, the next one first', () => {
    expect(tables.get('due', 'due')).toEqual([
      { at: at('2025-04-01T00:00:00Z'), file: fileOfGone },
      { at: at('2025-05-01T00:00:00Z'), file: fileOfSooner },
      { at: at('2025-06-01T00:00:00Z'), file: fileOfHeld },
    ])
  })

  test('what readers may not see is listed apart', () => {
    expect(tables.get('lists', 'hidden')).toEqual([fileOfDraft, fileOfHeld, fileOfSooner])
    expect(tables.get('entries', 'site 2024-10')?.map(({ file }) => file)).toEqual([fileOfGone])
  })

  test('a story that is released enters its listings, one that is withdrawn leaves them', () => {
    const now = at('2025-05-15T00:00:00Z')
    const due = stories.filter(({ file }) => file === fileOfGone || file === fileOfSooner)
    const changes = due.map(story => ({ file: story.file, before: story, after: story }))
    const moved = editTables(tables)
    indexListings(moved, changes, viewpoint(at('2025-01-01T00:00:00Z')), viewpoint(now))
    expect(moved.get('entries', 'site 2024-10')?.map(({ file }) => file)).toEqual([fileOfSooner])
    expect(moved.get('lists', 'hidden')).toEqual([fileOfDraft, fileOfGone, fileOfHeld])
    expect(moved.get('due', 'due')).toEqual([{ at: at('2025-06-01T00:00:00Z'), file: fileOfHeld }])
  })
})

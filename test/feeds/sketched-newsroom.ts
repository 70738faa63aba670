// Newsrooms with months of many stories, drawn in a few lines: stories without files, as listings and feeds know them.

import fc from 'fast-check'
import { createArchive } from '../../src/archive/create-archive.ts'
import { indexListings, type StoryChange } from '../../src/archive/index-stories.ts'
import { readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Newsroom } from '../../src/domain/newsroom.ts'
import type { Story } from '../../src/domain/story.ts'
import type { Viewpoint } from '../../src/domain/viewpoint.ts'
import type { PageContext } from '../../src/pages/page-kind.ts'
import { type EditedTables, editTables, noTables, type Tables } from '../../src/store/tables.ts'
import { createReaderTime } from '../../src/time/reader-time.ts'
import { dayOf } from '../../src/time/wire-time.ts'
import { createPick, type Pick as Picking } from '../rig/pick.ts'
import { siteData, zone } from '../rig/site-data.ts'
import { at, later, newsroomOf, storyOf } from '../rig/small-newsroom.ts'

export type Sketch = Pick<Story, 'title' | 'date' | 'section' | 'tags' | 'authors' | 'urgency'> & {
  /** Never changes. */
  readonly name: string
  readonly correctedAt: Instant | null
  readonly withdrawnAt: Instant | null
}

const plain = storyOf()

export const storyOfSketch = (sketch: Sketch): Story => {
  const { name, correctedAt, withdrawnAt, ...rest } = sketch
  const day = dayOf(sketch.date, zone)
  return {
    ...plain,
    ...rest,
    file: `content/stories/${name}.md`,
    id: `tag:bulletin.example:${name}`,
    day,
    url: `/${sketch.section}/${day.replaceAll('-', '/')}/${name}/`,
    corrections: correctedAt === null ? [] : [{ date: correctedAt, text: 'It was five.' }],
    withdrawn: withdrawnAt === null ? null : { date: withdrawnAt, reason: 'It was not so.' },
  }
}

const viewpoint: Viewpoint = { now: later, audience: readers, timezone: zone }

/** `feeds`: as site.yaml has them. */
export const newsroomWith = (feeds: string): Newsroom =>
  newsroomOf({ '_data/site.yaml': `${siteData['_data/site.yaml']}feeds: ${feeds}\n` }).newsroom

/** What is remembered after these changes. */
export const indexed = (changes: readonly StoryChange[], before: Tables | null = null): EditedTables => {
  const tables = editTables(before ?? noTables)
  indexListings(tables, changes, before === null ? null : viewpoint, viewpoint)
  return tables
}

export const changesBetween = (
  before: readonly Sketch[],
  after: readonly Sketch[],
): readonly StoryChange[] => {
  const [old, now] = [before, after].map(sketches => new Map(sketches.map(each => [each.name, each])))
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])]
    .filter(name => old?.get(name) !== now?.get(name))
    .map(name => {
      const [was, is] = [old, now].map(sketches => sketches?.get(name))
      const file = `content/stories/${name}.md`
      return { file, before: was ? storyOfSketch(was) : null, after: is ? storyOfSketch(is) : null }
    })
}

export const contextOn = (tables: Tables, newsroom: Newsroom): PageContext => ({
  newsroom,
  archive: createArchive(tables, viewpoint),
  time: createReaderTime(zone, 'en-IN'),
})

const minute = 60_000
const day = 24 * 60 * minute
const firstDay = at('2024-01-31T18:30:00Z')

/** In four months; one of them gets half of the stories, and two days of each the most. */
const dateFrom = (pick: Picking): Instant => {
  const month = pick.one([1, 1, 1, 0, 2, 3])
  const ofMonth = pick.isOnceIn(5) ? pick.number(28) : pick.one([17, 17, 3])
  return (firstDay + (month * 30 + ofMonth) * day + pick.number(1440) * minute) as Instant
}

const sketchFrom = (name: string, pick: Picking): Sketch => ({
  name,
  title: `About ${name}`,
  date: dateFrom(pick),
  section: pick.one(['world', 'world', 'world', 'sport']),
  tags: pick.isOnceIn(4) ? ['nato'] : [],
  authors: pick.isOnceIn(3) ? [pick.one(spellings)] : [],
  urgency: pick.isOnceIn(5) ? 1 : 5,
  correctedAt: null,
  withdrawnAt: null,
})

/** Of one byline. */
const spellings = ['José Núñez', 'Jose Nunez', 'JOSÉ NÚÑEZ'] as const

export type Edit = { readonly kind: keyof typeof edits; readonly numbers: readonly number[] }

type Editing = (sketches: readonly Sketch[], pick: Picking, name: string) => readonly Sketch[]

const ofOne =
  (edit: (sketch: Sketch, pick: Picking) => Partial<Sketch>): Editing =>
  (sketches, pick) => {
    const one = pick.any(sketches)
    return sketches.map(each => (each === one ? { ...each, ...edit(each, pick) } : each))
  }

const soon = ({ date }: Sketch, pick: Picking): Instant => (date + (1 + pick.number(90)) * day) as Instant

const edits = {
  add: (sketches, pick, name) => [...sketches, sketchFrom(name, pick)],
  'add many of a day': (sketches, pick, name) => {
    const first = sketchFrom(name, pick)
    const count = pick.one([20, 49, 51, 101])
    const others = Array.from({ length: count }, (_, at) => ({
      ...first,
      name: `${name}-${at}`,
      date: (first.date + at * 1000) as Instant,
    }))
    return [...sketches, ...others]
  },
  remove: (sketches, pick) => {
    const gone = pick.any(sketches)
    return sketches.filter(each => each !== gone)
  },
  'remove a day': (sketches, pick) => {
    const gone = pick.any(sketches)
    return sketches.filter(each => gone === undefined || dayOf(each.date, zone) !== dayOf(gone.date, zone))
  },
  'give another headline': ofOne((_, pick) => ({ title: `Another headline ${pick.number(9)}` })),
  correct: ofOne((sketch, pick) => ({ correctedAt: soon(sketch, pick) })),
  withdraw: ofOne((sketch, pick) => ({
    withdrawnAt: sketch.withdrawnAt === null ? soon(sketch, pick) : null,
  })),
  'change the time': ofOne((_, pick) => ({ date: dateFrom(pick) })),
  'move to another section': ofOne((_, pick) => ({ section: pick.one(['world', 'sport', 'nation']) })),
  'change the topics': ofOne((_, pick) => ({ tags: pick.one([[], ['nato'], ['harbour', 'nato']]) })),
  'change the byline': ofOne((_, pick) => ({ authors: pick.isOnceIn(3) ? [] : [pick.one(spellings)] })),
  'change the urgency': ofOne((_, pick) => ({ urgency: pick.one([5, 1]) })),
} as const satisfies Record<string, Editing>

const numbers = fc.array(fc.noBias(fc.nat(2 ** 20)), { minLength: 6, maxLength: 6 })

/** Some hundred stories at most, in months of one to about 130, up to 80 of them on one day. */
export const randomSketches: fc.Arbitrary<readonly Sketch[]> = fc
  .tuple(fc.constantFrom(1, 5, 20, 60, 130, 250), fc.infiniteStream(fc.noBias(fc.nat(2 ** 20))))
  .map(([count, stream]) =>
    Array.from({ length: count }, (_, index) => {
      const some = Array.from({ length: 6 }, () => stream.next().value as number)
      return sketchFrom(`story-${index}`, createPick(some))
    }),
  )

export const randomEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])), numbers }),
  { minLength: 1, maxLength: 3 },
)

/** `name`: of a story that is added, and nobody else's. */
export const edited = (
  sketches: readonly Sketch[],
  { kind, numbers: drawn }: Edit,
  name: string,
): readonly Sketch[] => edits[kind](sketches, createPick(drawn), name)

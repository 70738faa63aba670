// Random sequences of edits with publishes in between, whatever a newsroom could do in a few weeks.

import fc from 'fast-check'
import type { EditedNewsroom } from './edited-newsroom.ts'
import type { Way } from './followed-site.ts'
import { frontEdits } from './front-edits.ts'
import { createPick } from './pick.ts'
import { redirectEdits } from './redirect-edits.ts'
import { siteEdits } from './site-edits.ts'
import { storyEdits } from './story-edits.ts'

const edits = { ...storyEdits, ...siteEdits, ...frontEdits, ...redirectEdits }

export type RandomEdit = { readonly kind: string; readonly numbers: readonly number[] }

/** What happens to the disk beside the edits. */
type ByHand = 'nothing' | 'touch' | 'delete from the site' | 'add to the site'

export type RandomPublish = {
  readonly edits: readonly RandomEdit[]
  readonly byHand: ByHand
  readonly way: Way
  /** Whether the result is held against a clean build; that of the last publish always is. */
  readonly isCompared: boolean
  /** When it was refused: mend what is wrong, or take all edits back. */
  readonly isMended: boolean
  readonly number: number
}

export type RandomSequence = {
  /** What the newsroom has written before it first publishes. */
  readonly start: readonly RandomEdit[]
  readonly publishes: readonly RandomPublish[]
}

export const edit = (newsroom: EditedNewsroom, { kind, numbers }: RandomEdit): EditedNewsroom =>
  edits[kind]?.[1](newsroom, createPick(numbers)) ?? newsroom

const numbers = fc.array(fc.noBias(fc.nat(2 ** 20)), { minLength: 6, maxLength: 6 })

const randomEditOf = (names: readonly string[]): fc.Arbitrary<RandomEdit> =>
  fc.record({
    kind: fc.oneof(...names.map(kind => ({ weight: edits[kind]?.[0] ?? 1, arbitrary: fc.constant(kind) }))),
    numbers,
  })

const randomEdit = randomEditOf(Object.keys(edits))

/** Of stories, bulletins and pages, and of what all pages share; no pictures. */
export const editOfTexts = randomEditOf([
  ...Object.keys(storyEdits),
  ...Object.keys(frontEdits),
  'curate a bulletin',
  'curate a bulletin no more',
  'write a page',
  'change the feeds',
  'change a layout',
  'let time pass',
])

/** Edits that make a newsroom richer: there is more for later ones to change and to break. */
const enriching = randomEditOf([
  'add words',
  'change the tags',
  'change the series',
  'change the authors',
  'correct',
  'update',
  'give an old address',
  'link to a page',
  'put a picture beside a story',
  'curate a bulletin',
  'write a page',
  'change a static file',
  'write a row of redirects',
])

const oftenThe = <Item>(usual: Item, times: number, ...others: readonly Item[]): fc.Arbitrary<Item> =>
  fc.oneof(
    { weight: times, arbitrary: fc.constant(usual) },
    ...others.map(other => ({ weight: 1, arbitrary: fc.constant(other) })),
  )

const randomPublish = (ways: fc.Arbitrary<Way>): fc.Arbitrary<RandomPublish> =>
  fc.record({
    edits: fc.oneof(
      { weight: 12, arbitrary: fc.array(randomEdit, { minLength: 1, maxLength: 4, size: 'max' }) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    byHand: oftenThe<ByHand>('nothing', 10, 'touch', 'delete from the site', 'add to the site'),
    way: ways,
    isCompared: oftenThe(false, 12, true),
    isMended: fc.boolean(),
    number: fc.nat(1000),
  })

/** At most twenty edits or so. */
export const randomSequence = (ways: fc.Arbitrary<Way>): fc.Arbitrary<RandomSequence> =>
  fc.record({
    start: fc
      .tuple(
        fc.array(randomEditOf(['add a story']), { maxLength: 7, size: 'max' }),
        fc.array(enriching, { maxLength: 16, size: 'max' }),
      )
      .map(edits => edits.flat()),
    publishes: fc.array(randomPublish(ways), { minLength: 1, maxLength: 5, size: 'max' }),
  })

export const anyWay: fc.Arbitrary<Way> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Way>('walk') },
  { weight: 5, arbitrary: fc.constant<Way>('names') },
  { weight: 1, arbitrary: fc.constant<Way>('all') },
)

export const anyWayWithGit: fc.Arbitrary<Way> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Way>('git') },
  { weight: 2, arbitrary: fc.constant<Way>('walk') },
  { weight: 2, arbitrary: fc.constant<Way>('names') },
)

// What stands behind words in a story: where its links lead, which pictures, videos and sounds it shows.

import { shownWords } from './shown-words.ts'

export type ShownThing = {
  readonly kind: 'link' | 'picture' | 'lead picture' | 'recording' | 'transcript' | 'captions' | 'poster'
  /** Of the link; alt text of the others, and of the recording that they belong to. */
  readonly words: string
  readonly written: string
  /** The same for what is the same to readers. */
  readonly is: string
}

export type ChangedThing = { readonly before: ShownThing; readonly after: ShownThing }

/** Behind words that stay, each pair that is not the same. What comes or goes with its words is told of by them. */
export const changedThings = (
  before: readonly ShownThing[],
  after: readonly ShownThing[],
): readonly ChangedThing[] => {
  const known = byWords(after)
  return [...byWords(before)].flatMap(([words, had]) => {
    const has = known.get(words) ?? []
    const [gone, come] = had.length === has.length ? [had, has] : [without(had, has), without(has, had)]
    return gone.flatMap((one, at) => {
      const other = come[at]
      return other === undefined || one.is === other.is ? [] : [{ before: one, after: other }]
    })
  })
}

const byWords = (things: readonly ShownThing[]): ReadonlyMap<string, readonly ShownThing[]> => {
  const known = new Map<string, ShownThing[]>()
  for (const thing of things) {
    const key = [thing.kind, ...shownWords(thing.words).map(({ text }) => text)].join(' ')
    const others = known.get(key)
    if (others === undefined) known.set(key, [thing])
    else others.push(thing)
  }
  return known
}

const without = (things: readonly ShownThing[], others: readonly ShownThing[]): readonly ShownThing[] =>
  things.filter(thing => !others.some(other => other.is === thing.is))

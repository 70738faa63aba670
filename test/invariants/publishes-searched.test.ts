// Invariants 2 and 6 for the search index: after any edits it is what a clean build's would be; nothing hidden is in it, at no time.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readers } from '../../src/domain/audience.ts'
import { type EditedNewsroom, emptyNewsroom, isLive, urlOfStory } from '../rig/edited-newsroom.ts'
import { createFollowedSite, type FollowedSite } from '../rig/followed-site.ts'
import { mend } from '../rig/mend.ts'
import { anyWay, edit, type RandomSequence, randomSequence } from '../rig/random-edits.ts'
import { bundlesIn, indexIn, missingIn, storiesIn } from '../rig/search-index.ts'
import { patience } from '../rig/try-sequences.ts'
import { withoutDepartures } from '../rig/without-departures.ts'

const searched: EditedNewsroom = { ...emptyNewsroom, search: true }
const minutes = Number(process.env.SOAK_MINUTES ?? 0)

test(
  'any edits, published and indexed now and then',
  async () => {
    const tally = { publishes: 0, taken: 0 }
    const property = fc.asyncProperty(
      randomSequence(anyWay),
      fc.infiniteStream(fc.nat(2)),
      (sequence, chances) => publishAndIndex(sequence, () => (chances.next().value ?? 0) > 0, tally),
    )
    const soak = { numRuns: 1_000_000, interruptAfterTimeLimit: minutes * 60_000 }
    await fc.assert(property, { ...(minutes > 0 ? soak : { numRuns: 8 }), endOnFailure: true })
    // Some of what was tried took stories away; in few runs there may be none.
    if (minutes > 0) expect(tally.taken / tally.publishes).toBeGreaterThan(0.02)
  },
  patience,
)

const publishAndIndex = async (
  { start, publishes }: RandomSequence,
  isIndexed: () => boolean,
  tally: { publishes: number; taken: number },
): Promise<void> => {
  const site = createFollowedSite(searched, readers)
  try {
    let newsroom = mend(start.reduce(edit, searched))
    let sound = searched
    for (const { edits, way } of publishes) {
      newsroom = mend(edits.reduce(edit, newsroom))
      site.follow(newsroom)
      const before = bundlesIn(site.published()).length
      const outcome = await site.publish(newsroom.now, way)
      if (!outcome.ok) {
        newsroom = { ...sound, now: newsroom.now }
        continue
      }
      sound = newsroom
      tally.publishes += 1
      demandNothingHidden(site, newsroom)
      if (bundlesIn(site.published()).length < before) tally.taken += 1
      if (isIndexed()) await site.index()
      demandNothingHidden(site, newsroom)
    }
    site.follow(sound)
    if (!(await site.publish(newsroom.now, 'walk')).ok) return
    await site.index()
    await site.publishAnew(newsroom.now)
    await site.indexAnew()
    expect(withoutDepartures(site.published())).toEqual(withoutDepartures(site.publishedAnew()))
  } finally {
    await site.dispose()
  }
}

const demandNothingHidden = (site: FollowedSite, { stories, now }: EditedNewsroom): void => {
  const published = site.published()
  expect(missingIn(published)).toEqual([])
  const live = new Set(stories.filter(story => isLive(story, now)).map(urlOfStory))
  const folders = new Set(
    Object.keys(indexIn(published)).flatMap(file => /^search\/([\d-]+)\//.exec(file)?.[1] ?? []),
  )
  const listed = bundlesIn(published).map(({ name }) => name)
  for (const folder of folders) {
    const hidden = storiesIn(published, folder).filter(url => !live.has(url))
    expect(hidden, folder).toEqual([])
    if (listed.includes(folder)) continue
    // What tells of all its words at once goes with the first of its stories.
    const pieces = Object.keys(published).filter(file => file.startsWith(`search/${folder}/`))
    expect(pieces.filter(file => !/\/fragment\/|\.js$|\.pagefind$/.test(file))).toEqual([])
  }
}

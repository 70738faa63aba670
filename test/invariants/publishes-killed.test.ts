// Invariant 4: a build killed at any write leaves readers whole pages and links that lead somewhere, and the next run finishes.

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Built } from '../../src/pipeline/publish.ts'
import { exists } from '../../src/system/files.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { brokenLinks } from '../rig/follow-links.ts'
import { buildAndKill, type Kept, keep, recordWrites, type Writes } from '../rig/killed-build.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { png } from '../rig/site-edits.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { withoutDepartures } from '../rig/without-departures.ts'
import { wrongCopies } from '../rig/wrong-copies.ts'

const now = '2024-10-25T00:00:00Z'
const folder = 'content/stories/2024/10'
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"></svg>\n'
const storm = storyText({ tags: '[harbour]' }, '![The storm](storm.svg)\n')

const newsroom: Files = {
  // Feeds of other formats are written as these are.
  '_data/site.yaml': `${siteData['_data/site.yaml']}feeds: { formats: [atom] }\n`,
  [`${folder}/24/storm.md`]: storm,
  [`${folder}/24/storm.svg`]: picture,
  [`${folder}/23/calm.md`]: storyText(
    {
      title: 'The calm before it',
      date: '2024-10-23T09:30:00+05:30',
      authors: '[asha-rao]',
    },
    'After [this](/2024/10/24/).\n',
  ),
}

/** One story comes, with a picture, a new topic and a new byline; another is withdrawn, the last one of its topic. */
const edit: Files = {
  [`${folder}/24/tide.md`]: storyText(
    { title: 'The tide turns', date: '2024-10-24T15:00:00+05:30', tags: '[nato]', authors: '[tom-field]' },
    '![The tide](tide.png)\n\nAfter [this](/world/2024/10/23/calm/).\n',
  ),
  [`${folder}/24/tide.png`]: png,
  [`${folder}/24/storm.md`]: storm.replace(
    '---\n!',
    'withdrawn: { date: 2024-10-24T12:00:00Z, reason: It was not so. }\n---\n!',
  ),
}

const peopleEdit: Files = {
  '_data/people.yaml': 'asha-rao: { name: Asha N. Rao }\ntom-field: { name: Tom Field }\n',
}

let site: SiteFolder
const kept: { readonly dispose: () => void }[] = []
const keeping = <Item extends { readonly dispose: () => void }>(item: Item): Item => {
  kept.push(item)
  return item
}
const begin = (): void => {
  site = keeping(createSite(newsroom))
}
afterAll(() => {
  for (const each of kept) each.dispose()
})

const publish = (): Promise<Built> => publishInProcess(site, at(now))
const change = (files: Files) => {
  for (const [file, text] of Object.entries(files)) site.write(file, text)
}
/** What an edit that was taken back has left is known to publishes alone. */
const published = () => withoutDepartures(site.snapshot('_site'))

/** What must hold however the build was stopped. What a copy is written into beside a page is not read. */
const demandComplete = (was: Files, will: Files, when: string): void => {
  const files = published()
  const torn = Object.keys(files).filter(file => files[file] !== was[file] && files[file] !== will[file])
  expect(torn, when).toEqual([])
  expect(brokenLinks(files), when).toEqual([])
  expect(wrongCopies(files), when).toEqual([])
}

/** The next run finishes; what it had to do depends on how far the killed one had come. */
const demandFinished = async (will: Files, when: string): Promise<Built> => {
  const built = await publish()
  expect(published(), when).toEqual(will)
  expect(exists(join(site.root, '.dateline/staging')), when).toBe(false)
  return built
}

const isSoaked = process.env.SOAK_MINUTES !== undefined

/** One of so many, as the usual run has little time. */
const oneIn = (many: number) => (isSoaked ? 1 : many)

/** Every write, but of those that only stage or make a folder one of so many. */
const reporting = ({ count, nameOf }: Writes, dull: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1).filter(n => {
    const isDull = isOfStaging(nameOf(n)) || (n > 1 && nameOf(n - 1).startsWith('mkdir'))
    return !isDull || n % oneIn(dull) === 0
  })

const isOfStaging = (write: string): boolean =>
  write
    .split(' ')
    .slice(1)
    .every(path => /^(?:\.\/)?\.dateline\/(?:staging|pictures)/.test(path))

const patience = isSoaked ? 3_600_000 : 240_000

describe('an edit, killed', () => {
  let was: Files
  let before: Kept
  let writes: Writes
  let will: Files
  beforeAll(async () => {
    begin()
    await publish()
    was = published()
    before = keeping(keep(site))
    change(edit)
    writes = keeping(recordWrites(site, now))
    will = published()
  })

  test(
    'at any of its writes',
    async () => {
      expect(Object.keys(will)).toContain('world/2024/10/24/tide/index.html')
      expect(Object.keys(was)).toContain('topics/harbour/index.html')
      expect(Object.keys(will)).not.toContain('topics/harbour/index.html')
      const told: string[] = []
      for (const n of reporting(writes, 20)) {
        const when = `killed at ${n} of ${writes.count}: ${writes.nameOf(n)}`
        writes.goTo(site, n)
        demandComplete(was, will, when)
        const { fullBuildReason, seen } = await demandFinished(will, when)
        expect(fullBuildReason, when).toBeNull()
        told.push(seen?.map(({ url, kinds }) => `${url} ${kinds}`).join(', ') ?? 'nobody knows')
      }
      // The next run tells what became of stories, until all is done: then only the report itself is left to print.
      const done = told.indexOf('')
      expect(told.slice(done).join('')).toBe('')
      expect(new Set(told.slice(0, done))).toEqual(
        new Set(['/world/2024/10/24/storm/ withdrawn, /world/2024/10/24/tide/ live']),
      )
      expect(told.length - done).toBeLessThan(told.length / 4)
    },
    patience,
  )

  test(
    'in earnest: the disk is as it was copied, and another run finishes',
    () => {
      const step = isSoaked ? 1 : Math.ceil(writes.count / 2)
      for (let n = Math.ceil(step / 2); n <= writes.count; n += step) {
        const when = `killed at ${n}: ${writes.nameOf(n)}`
        writes.goTo(site, n)
        const copied = published()
        before.restore()
        expect(buildAndKill(site, now, n).signal, when).toBe('SIGKILL')
        expect(published(), when).toEqual(copied)
        expect(site.run('build', `--now=${now}`).status, when).toBe(0)
        expect(published(), when).toEqual(will)
      }
    },
    patience,
  )

  test(
    'and the run after it killed too',
    async () => {
      const moves = reporting(writes, writes.count).filter(n => writes.nameOf(n).startsWith('rename'))
      for (const n of [moves.at(moves.length / 3), moves.at(-4)].filter(move => move !== undefined)) {
        writes.goTo(site, n)
        const again = keeping(recordWrites(site, now))
        for (const m of reporting(again, 20)) {
          const when = `killed at ${n}: ${writes.nameOf(n)}, then at ${m}: ${again.nameOf(m)}`
          again.goTo(site, m)
          demandComplete(was, will, when)
          await demandFinished(will, when)
        }
      }
    },
    patience,
  )

  test(
    'and the edit taken back before the next run',
    async () => {
      for (const n of reporting(writes, 1000).filter((_, index) => index % oneIn(4) === 0)) {
        const when = `killed at ${n}: ${writes.nameOf(n)}`
        writes.goTo(site, n)
        for (const file of Object.keys(edit)) site.remove(file)
        change(newsroom)
        await demandFinished(was, when)
        change(edit)
      }
    },
    patience,
  )
})

const demandAll = async (writes: Writes, was: Files, dull: number, few = 1): Promise<void> => {
  const will = published()
  expect(will).not.toEqual(was)
  for (const n of reporting(writes, dull).filter((_, index) => index % oneIn(few) === 0)) {
    const when = `killed at ${n} of ${writes.count}: ${writes.nameOf(n)}`
    writes.goTo(site, n)
    demandComplete(was, will, when)
    await demandFinished(will, when)
  }
}

test(
  'a first build, killed at any of its writes',
  async () => {
    begin()
    await demandAll(keeping(recordWrites(site, now)), {}, 24)
  },
  patience,
)

test(
  'a full build, killed while one store takes the place of another',
  async () => {
    begin()
    await publish()
    const was = published()
    change(peopleEdit)
    await demandAll(keeping(recordWrites(site, now)), was, 32)
  },
  patience,
)

test(
  'an edit of a site with compressed files, killed at any of its writes',
  async () => {
    begin()
    const compressed = `${site.read('_data/site.yaml')}hosting: { precompress: true }\n`
    change({ '_data/site.yaml': compressed })
    await publish()
    const was = published()
    change(edit)
    await demandAll(keeping(recordWrites(site, now)), was, 1000, 60)
  },
  patience,
)

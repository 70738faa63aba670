// Invariant 4, with other runs in between: whatever is done after a kill, no move is lost, nothing goes unreported, and the site ends in the same bytes.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dryRun } from '../../src/pipeline/dry-run.ts'
import { renderShare } from '../../src/pipeline/render-share.ts'
import type { ChangedFile, ChangesFile } from '../../src/publish/write-changes.ts'
import { forReaders } from '../../src/store/edition.ts'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { type Kept, keep, recordWrites, type Writes } from '../rig/killed-build.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = '2024-10-25T00:00:00Z'
const folder = 'content/stories/2024/10'
const storm = `${folder}/24/storm.md`
const calm = `${folder}/23/calm.md`
const tide = `${folder}/24/tide.md`

const calmStory = { title: 'The calm before it', date: '2024-10-23T09:30:00+05:30', tags: '[harbour]' }
const start: Files = {
  [storm]: storyText({ title: 'The storm is over', aliases: '[/old]' }),
  [calm]: storyText(calmStory),
}

/** One story is taken back, one gets another headline and loses an old address, one comes. */
const edit: Files = {
  [storm]: storyText({ title: 'The storm was but a breeze' }),
  [calm]: storyText({ ...calmStory, draft: 'true' }),
  [tide]: storyText({ title: 'The tide turns', date: '2024-10-24T15:00:00+05:30', tags: '[nato]' }),
}

let site: SiteFolder
let writes: Writes
let before: Kept
let was: Files
let will: Files
let moments: readonly number[]

const change = (files: Files) => {
  for (const [file, text] of Object.entries(files)) site.write(file, text)
}
const published = () => site.snapshot('_site')

beforeAll(async () => {
  site = createSite(start)
  await publishInProcess(site, at(now))
  was = published()
  before = keep(site)
  change(edit)
  writes = recordWrites(site, now)
  will = published()
  const all = Array.from({ length: writes.count }, (_, index) => index + 1)
  const moves = all.filter(n => /_site|changes\.json/.test(writes.nameOf(n)))
  const many = process.env.SOAK_MINUTES === undefined ? 4 : moves.length
  moments = [1, ...moves.filter((_, index) => index % Math.ceil(moves.length / many) === 0)]
})
afterAll(() => {
  for (const each of [site, writes, before]) each.dispose()
})

const differing = (one: Files, other: Files): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(file => one[file] !== other[file]).sort()

const reportIn = (file: string): ChangesFile => JSON.parse(site.read(file))

/** Nothing that differs may be left out. What was reported before the kill may be reported once more. */
const demandReported = ({ added, changed, removed }: ChangesFile, when: string) => {
  const namesIn = (...lists: readonly (readonly ChangedFile[])[]) =>
    new Set(lists.flat().map(({ file }) => file))
  const made = namesIn(added, changed)
  const gone = namesIn(removed)
  const silent = differing(was, will).filter(file => !(will[file] === undefined ? gone : made).has(file))
  expect(silent, `${when}: not reported`).toEqual([])
}

const inSite = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  const here = process.cwd()
  process.chdir(site.root)
  try {
    return await work()
  } finally {
    process.chdir(here)
  }
}
const call = () => ({
  ...{ root: site.root, now: at(now), edition: forReaders, named: null, isAll: false },
  ...{ losesAddresses: true, editsSilently: true },
})

const withBrokenStory = async (run: () => Promise<{ readonly ok: boolean }>, when: string) => {
  site.write(tide, storyText({ title: 'The tide turns' }, 'To [nowhere](/nowhere/).\n'))
  expect((await run()).ok, when).toBe(false)
  change(edit)
}

const elsewhere = () => attemptBuild(site, at(now), { into: 'out' })

const demandElsewhere = (when: string) => {
  const report = reportIn('out/changes.json')
  demandReported(report, when)
  const files = site.snapshot('out/site')
  const listed = [...report.added, ...report.changed].map(({ file }) => file)
  expect(Object.keys(files).sort(), when).toEqual(listed.sort())
  for (const [file, text] of Object.entries(files)) expect(text, `${when}: ${file}`).toBe(will[file])
}

const meddlings: Readonly<Record<string, (when: string) => Promise<unknown>>> = {
  'a share of several': () => inSite(() => renderShare(call(), { index: 1, count: 2 }, () => {})),
  'a share of everything': () =>
    inSite(() => renderShare({ ...call(), isAll: true }, { index: 1, count: 2 }, () => {})),
  'a look at what would be done': () => inSite(() => dryRun(call())),
  'a publish that is refused': when => withBrokenStory(() => attemptBuild(site, at(now)), when),
  'a publish elsewhere that is refused': when => withBrokenStory(elsewhere, when),
  'a publish elsewhere': async when => {
    expect((await elsewhere()).ok, when).toBe(true)
    demandElsewhere(when)
  },
  'a publish elsewhere, refused at first': async when => {
    await withBrokenStory(elsewhere, when)
    expect((await elsewhere()).ok, when).toBe(true)
    demandElsewhere(when)
  },
}

describe('Between a kill and the next publish comes', () => {
  test.each(Object.entries(meddlings))(
    '%s',
    async (interruption, meddle) => {
      for (const n of moments) {
        const when = `killed at ${n}: ${writes.nameOf(n)}, then ${interruption}`
        writes.goTo(site, n)
        rmSync(join(site.root, 'out'), { recursive: true, force: true })
        await meddle(when)
        await publishInProcess(site, at(now))
        expect(differing(published(), will), when).toEqual([])
        if (!interruption.startsWith('a publish elsewhere') || interruption.endsWith('is refused'))
          demandReported(reportIn('.dateline/changes.json'), when)
      }
    },
    process.env.SOAK_MINUTES === undefined ? 240_000 : 3_600_000,
  )

  test('nothing but a look: it names what the publish will do, and no more', async () => {
    for (const n of moments) {
      writes.goTo(site, n)
      const planned = await inSite(() => dryRun(call()))
      const looked = planned.ok ? planned.value.build : null
      const { plan } = await publishInProcess(site, at(now))
      expect(looked?.plan.pages, writes.nameOf(n)).toEqual(plan.pages)
      expect(looked?.plan.removals, writes.nameOf(n)).toEqual(plan.removals)
    }
  })
})

describe('Without a kill', () => {
  test('what went elsewhere, removals too, reaches the folder at the next publish here', async () => {
    before.restore()
    rmSync(join(site.root, 'out'), { recursive: true, force: true })
    expect((await elsewhere()).ok).toBe(true)
    demandElsewhere('a publish elsewhere')
    expect(published()).toEqual(was)
    await publishInProcess(site, at(now))
    expect(differing(published(), will)).toEqual([])
    demandReported(reportIn('.dateline/changes.json'), 'a publish here')
  })

  test('an older copy of the folder is put back: nothing of it is believed', async () => {
    before.restore()
    change(start)
    rmSync(join(site.root, tide))
    await publishInProcess(site, at(now))
    const older = site.snapshot('_site')
    change(edit)
    await publishInProcess(site, at(now))
    rmSync(join(site.root, '_site'), { recursive: true })
    for (const [file, text] of Object.entries(older))
      site.writeBytes(`_site/${file}`, Buffer.from(text, 'latin1'))
    await publishInProcess(site, at(now))
    expect(differing(published(), will)).toEqual([])
  })
})

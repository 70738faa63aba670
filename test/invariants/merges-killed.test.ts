// Invariant 4 for several machines: a merge killed at any write loses no share and no page, and the next one finishes.

import { afterAll, expect, test } from 'vitest'
import { brokenLinks } from '../rig/follow-links.ts'
import { recordCommand, type Writes } from '../rig/killed-build.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { png } from '../rig/site-edits.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const now = '2024-10-25T00:00:00Z'
const folder = 'content/stories/2024/10'
const storm = storyText({}, '![The storm](storm.png)\n')

let writes: Writes | null = null
let site: SiteFolder | null = null
afterAll(() => {
  writes?.dispose()
  site?.dispose()
})

test('a merge, killed at any of its writes', { timeout: 240_000 }, async () => {
  site = createSite({ [`${folder}/24/storm.md`]: storyText() })
  const { root } = site
  const here = site
  const run = async (...words: readonly [string, ...string[]]) => {
    const { status, stdout, stderr } = await runInProcess(here, ...words)
    expect(status, stdout + stderr).toBe(0)
  }
  const published = () => here.snapshot('_site')
  await run('build', `--now=${now}`)
  const was = published()
  site.write(`${folder}/24/storm.png`, png)
  site.write(`${folder}/24/storm.md`, storm)
  for (const word of ['1/2', '2/2']) await run('build', `--now=${now}`, `--shard=${word}`)
  writes = recordCommand(site, ['merge'])
  const will = published()
  expect(Object.keys(will).length).toBeGreaterThan(Object.keys(was).length)
  const { count, nameOf } = writes
  // Of those that only stage a file, one of so many.
  const dull = process.env.SOAK_MINUTES === undefined ? 16 : 1
  for (let n = 1; n <= count; n += 1) {
    const name = nameOf(n)
    const isDull =
      /^\w+ (?:\.\/)?\.dateline\/(?:staging|pictures|shares)/.test(name) || name.startsWith('mkdir')
    if (isDull && n % dull !== 0) continue
    const when = `killed at ${n} of ${count}: ${name}`
    writes.goTo(site, n)
    const torn = Object.entries(published()).filter(
      ([file, text]) => text !== was[file] && text !== will[file],
    )
    expect(
      torn.map(([file]) => file),
      when,
    ).toEqual([])
    expect(brokenLinks(published()), when).toEqual([])
    // Once the shares are aside, all is done.
    const isDone = Object.keys(site.snapshot('.dateline/shares')).length === 0
    if (isDone) await run('build', `--now=${now}`)
    else await run('merge')
    expect(published(), when).toEqual(will)
    expect(Object.keys(site.snapshot('.dateline/shares')), `${when} in ${root}`).toEqual([])
  }
})

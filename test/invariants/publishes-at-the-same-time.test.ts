// Two builds in one folder: one of them is told to wait, or waits for no one; the site is complete either way.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = '2024-10-25T00:00:00Z'
const file = 'content/stories/2024/10/24/storm.md'

let site: SiteFolder
afterEach(() => site.dispose())

const build = async () => {
  const program = spawn(process.execPath, ['scripts/run.js', 'build', `--now=${now}`], {
    cwd: site.root,
    env: { ...process.env, DATELINE_NOW: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [program.stdout, program.stderr]) stream.on('data', part => said.push(String(part)))
  const [status] = await once(program, 'close')
  return { status, said: said.join('') }
}

test('two builds at once, the first ones and later ones', async () => {
  site = createSite()
  for (const title of ['A storm over the harbour', 'A gale over the harbour', 'Calm again at the harbour']) {
    site.write(file, storyText({ title }))
    const builds = await Promise.all([build(), build()])
    expect(builds.map(({ status }) => status)).toContain(0)
    for (const { status, said } of builds)
      if (status !== 0)
        expect(said).toMatch(
          /^another build or preview is running here \(process \d+ on .+\); wait until it has finished\n$/,
        )
    const published = site.snapshot('_site')
    for (const name of ['_site', '.dateline']) site.remove(name)
    await publishInProcess(site, at(now))
    expect(site.snapshot('_site')).toEqual(published)
  }
})

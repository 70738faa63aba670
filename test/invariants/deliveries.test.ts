// Whatever was lost on the way: who takes each folder of changes that arrives has the site that was published.

import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { digestsOf } from '../rig/edit-and-publish.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { png } from '../rig/site-edits.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = '2024-10-27T00:00:00Z'
const folder = 'content/stories/2024/10/24'

const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})
const open = (files: Files): SiteFolder => {
  const site = createSite(files)
  sites.push(site)
  return site
}

/** Null removes the file. */
type Edit = Readonly<Record<string, string | null>>

const withdrawn = '{ date: 2024-10-25T00:00:00Z, reason: It was not so. }'
const edits: Readonly<Record<string, Edit>> = {
  nothing: {},
  'a story is edited': { [`${folder}/storm.md`]: storyText({ title: 'A storm passes', tags: '[nato]' }) },
  'and back': { [`${folder}/storm.md`]: storyText({ title: 'A storm' }) },
  'a story comes, with a picture': {
    [`${folder}/tide.md`]: storyText({ title: 'The tide turns' }, '![The tide](tide.png)\n'),
    [`${folder}/tide.png`]: png,
  },
  'and goes': { [`${folder}/tide.md`]: null, [`${folder}/tide.png`]: null },
  'a story is withdrawn': { [`${folder}/storm.md`]: storyText({ title: 'A storm', withdrawn }) },
  'a file of the site comes': { 'content/static/notes.txt': 'A note.\n' },
  'a file of the site goes': { 'content/static/notes.txt': null },
  'a person is renamed': {
    '_data/people.yaml': 'asha-rao: { name: Asha N. Rao }\ntom-field: { name: Tom Field }\n',
  },
}

const change = (site: SiteFolder, edit: Edit): void => {
  const there = new Set(Object.keys(site.snapshot('content')).map(file => `content/${file}`))
  for (const [file, text] of Object.entries(edit)) {
    if (text !== null) site.write(file, text)
    else if (there.has(file)) site.remove(file)
  }
}

type Mirror = { readonly files: Map<string, string> }

/** In the order of the list, as a script at the other end would. */
const take = ({ files }: Mirror, site: SiteFolder) => {
  const { added, changed, removed } = JSON.parse(site.read('out/changes.json'))
  const upload = site.snapshot('out/site')
  const listed = [...added, ...changed].map(({ file }: { file: string }) => file)
  expect(Object.keys(upload).sort()).toEqual([...listed].sort())
  for (const file of listed) files.set(file, upload[file] ?? '')
  for (const { file } of removed) files.delete(file)
}

const demandSame = ({ files }: Mirror, site: SiteFolder, when: string) =>
  expect(digestsOf(Object.fromEntries(files)), when).toEqual(digestsOf(site.snapshot('_site')))

const deliver = (site: SiteFolder) => publishInProcess(site, at(now), { into: 'out' })
const acknowledge = async (site: SiteFolder) => {
  const { status, stdout, stderr } = await runInProcess(site, 'build', '--delivered')
  expect(status, stderr).toBe(0)
  return stdout
}

const step = fc.record({
  edit: fc.constantFrom(...Object.keys(edits)),
  to: fc.constantFrom('lost', 'lost', 'arrives', 'arrives, and is not acknowledged', '_site'),
})

test('publishes of which some are lost and some arrive', { timeout: 240_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 5 }),
      fc.boolean(),
      async (steps, isPrecompressed) => {
        const hosting = isPrecompressed ? 'hosting: { precompress: true }\n' : ''
        const files = {
          '_data/site.yaml': `${siteData['_data/site.yaml']}${hosting}feeds: { formats: [atom] }\n`,
          ...(edits['and back'] as Files),
        }
        const [site, twin] = [open(files), open(files)]
        const mirror: Mirror = { files: new Map() }
        const said: string[] = []
        for (const { edit, to } of [
          { edit: 'nothing', to: 'arrives' },
          ...steps,
          { edit: 'nothing', to: 'arrives' },
        ]) {
          said.push(`${edit}: ${to}`)
          for (const each of [site, twin]) change(each, edits[edit] ?? {})
          await publishInProcess(twin, at(now))
          if (to === '_site') await publishInProcess(site, at(now))
          else await deliver(site)
          if (!to.startsWith('arrives')) continue
          take(mirror, site)
          demandSame(mirror, twin, said.join(', '))
          if (to === 'arrives') await acknowledge(site)
        }
      },
    ),
    { numRuns: process.env.SOAK_MINUTES === undefined ? 2 : 60 },
  ),
)

describe('a delivery', () => {
  const storm = { [`${folder}/storm.md`]: storyText({ title: 'A storm' }) }

  test('that was lost is there again until readers have it, and the report says so', async () => {
    const site = open(storm)
    const [twin, mirror] = [open(storm), { files: new Map<string, string>() }]
    await deliver(site)
    take(mirror, site)
    expect(await acknowledge(site)).toMatch(/^\d+ files are noted as delivered\n$/)
    expect(await acknowledge(site)).toBe('nothing was waiting to be delivered\n')
    for (const each of [site, twin]) change(each, edits['a story is edited'] ?? {})
    const first = await deliver(site)
    expect(first.repeated).toBe(0)
    site.remove('out')
    const { stdout } = await runInProcess(site, 'build', `--now=${now}`, '--changes-only=out')
    const again = Object.values(first.changes).flat().length
    expect(stdout).toContain(
      `${again} files of these were in an earlier folder already; once readers have them, run npm run build -- --delivered`,
    )
    take(mirror, site)
    await publishInProcess(twin, at(now))
    demandSame(mirror, twin, 'the second folder')
    await acknowledge(site)
    expect((await deliver(site)).changes).toEqual({ added: [], changed: [], removed: [] })
  })

  test('with a search index is lost and comes again with it', async () => {
    const searched = { ...storm, '_data/site.yaml': `${siteData['_data/site.yaml']}search: true\n` }
    const [site, twin] = [open(searched), open(searched)]
    const mirror = { files: new Map<string, string>() }
    const run = async (where: SiteFolder, ...flags: string[]) => {
      const { status, stdout, stderr } = await runInProcess(where, 'build', `--now=${now}`, ...flags)
      expect(status, stdout + stderr).toBe(0)
    }
    await run(site, '--changes-only=out')
    take(mirror, site)
    await acknowledge(site)
    for (const each of [site, twin]) change(each, edits['a story comes, with a picture'] ?? {})
    await run(site, '--changes-only=out')
    change(site, edits['a file of the site comes'] ?? {})
    change(twin, edits['a file of the site comes'] ?? {})
    await run(site, '--changes-only=out')
    take(mirror, site)
    await run(twin)
    demandSame(mirror, twin, 'after a lost folder')
  })

  test('is acknowledged by itself, not by a build that makes another', async () => {
    const site = open(storm)
    for (const flags of [
      ['--delivered', '--changes-only=out'],
      ['--delivered', '--all'],
      ['--delivered', '--dry-run'],
    ]) {
      const { status, stderr } = await runInProcess(site, 'build', ...flags)
      expect([status, stderr]).toEqual([2, expect.stringContaining('--delivered builds nothing')])
    }
    expect((await runInProcess(site, 'build', '--delivered')).status).toBe(1)
  })
})

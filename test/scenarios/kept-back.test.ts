// Nobody's mistake stops the others: a story with problems stays as it was, and all else is published.

import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { commitIn } from '../rig/git-site.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const folder = 'content/stories/2024/10/24'
const [harbour, calm, tide] = [`${folder}/harbour.md`, `${folder}/calm.md`, `${folder}/tide.md`]
const textOf = (title: string, hour: number, fields = {}, body?: string) =>
  storyText({ title, date: `2024-10-24T${hour}:30:00+05:30`, ...fields }, body)
const sound = {
  [harbour]: textOf('The harbour reopens', 10),
  [calm]: textOf('A calm at last', 11),
}
const updated = { updated: '2024-10-25T12:00:00+05:30' }
const pageOf = (name: string) => `_site/world/2024/10/24/${name}/index.html`

let site: SiteFolder
afterEach(() => site.dispose())

const build = (...flags: string[]) => runInProcess(site, 'build', '--now=2024-10-25T12:00:00+05:30', ...flags)

describe('A mistake in one story', () => {
  test('stops nobody else: a live story keeps its last version until it is mended', async () => {
    site = createSite(sound)
    expect((await build()).status).toBe(0)
    site.write(harbour, textOf('The harbour closes', 10, { summary: 'tbd' }))
    site.write(tide, textOf('The tide turns', 12))
    const kept = await build()
    expect(kept.status).toBe(3)
    expect(kept.stdout).toContain('published, but 1 file was kept back:')
    expect(kept.stdout).toContain(`  ${harbour}: readers keep its last version until its problems are mended`)
    expect(kept.stdout.indexOf('text-too-short')).toBeLessThan(kept.stdout.indexOf('published, but'))
    expect(site.read(pageOf('harbour'))).toContain('The harbour reopens')
    expect(site.read('_site/index.html')).toContain('The tide turns')
    expect(site.read('_site/index.html')).not.toContain('The harbour closes')
    // It is named until it is mended, though its file does not change any more.
    expect(await build()).toMatchObject({ status: 3, stdout: expect.stringContaining(harbour) })
    site.write(harbour, textOf('The harbour closes', 10, { updated: '2024-10-25T12:00:00+05:30' }))
    expect((await build()).status).toBe(0)
    expect(site.read(pageOf('harbour'))).toContain('The harbour closes')
  })

  test('keeps a new story back, and whatever links to it', async () => {
    site = createSite(sound)
    await build()
    site.write(tide, textOf('The tide turns', 12, { section: 'wrold' }))
    site.write(calm, textOf('A calm at last', 11, updated, 'See [the tide](/world/2024/10/24/tide/).\n'))
    const { status, stdout } = await build()
    expect(status).toBe(3)
    expect(stdout).toContain('published, but 2 files were kept back:')
    expect(stdout).toContain(`  ${tide}: readers do not get it until its problems are mended`)
    expect(stdout).toContain(`  ${calm}: readers keep its last version until its problems are mended`)
    expect(site.read(pageOf('calm'))).not.toContain('the tide')
    site.write(tide, textOf('The tide turns', 12))
    expect((await build()).status).toBe(0)
    expect(site.read(pageOf('calm'))).toContain('the tide')
  })

  test('in a draft or a story held for later is a warning, until it is due', async () => {
    site = createSite({
      ...sound,
      [tide]: textOf('The tide turns', 12, { draft: 'true', summary: 'tbd' }),
      [calm]: textOf('A calm at last', 11, { embargo: '2024-10-26T09:00:00+05:30', summary: 'tbd' }),
    })
    const before = await build()
    expect(before.status).toBe(0)
    for (const file of [tide, calm])
      expect(before.stdout).toContain(
        `not ready: ${file} has 1 problem that would keep it back: text-too-short`,
      )
    expect(before.stdout).not.toContain(`${tide}:4:10`)
    expect((await runInProcess(site, 'status')).stdout).toContain(`${tide}:4:10 warning text-too-short`)
    const due = await runInProcess(site, 'build', '--now=2024-10-26T10:00:00+05:30')
    expect(due.status).toBe(3)
    expect(due.stdout).toContain(`${calm}:4:10 error text-too-short`)
    expect(due.stdout).toContain(`  ${calm}: readers do not get it until its problems are mended`)
    expect(() => site.read(pageOf('calm'))).toThrow()
  })

  test('an embargo that was moved on in a text with problems is not broken by its last version', async () => {
    site = createSite({
      ...sound,
      [tide]: textOf('The tide turns', 12, { embargo: '2024-10-26T09:00:00+05:30' }),
    })
    await build()
    site.write(tide, textOf('The tide turns', 12, { embargo: '2024-10-28T09:00:00+05:30', summary: 'tbd' }))
    const { status } = await runInProcess(site, 'build', '--now=2024-10-26T10:00:00+05:30')
    expect(status).toBe(0)
    expect(() => site.read(pageOf('tide'))).toThrow()
  })

  test('stops everything where somebody asked for that', async () => {
    site = createSite(sound)
    await build()
    site.write(harbour, textOf('The harbour closes', 10, { summary: 'tbd' }))
    site.write(tide, textOf('The tide turns', 12))
    const { status, stderr } = await build('--strict')
    expect(status).toBe(1)
    expect(stderr).toContain('Nothing was published')
    expect(site.read('_site/index.html')).not.toContain('The tide turns')
    expect((await runInProcess(site, 'validate')).status).toBe(1)
  })

  test('of site data stops everything, and every problem is named', async () => {
    site = createSite(sound)
    await build()
    const data = site.read('_data/sections.yaml')
    site.write('_data/sections.yaml', data.replace('world:', 'wrold:'))
    site.write(calm, textOf('A calm at last', 11, { summary: 'tbd' }))
    const { status, stdout } = await build()
    expect(status).toBe(1)
    expect(stdout).toContain(`${harbour}:5:10 error section-unknown`)
    expect(stdout).toContain(`${calm}:4:10 error text-too-short`)
  })
})

describe('What stays back of a full build', () => {
  test('is the last version, in new layouts too', async () => {
    site = createSite(sound)
    await build()
    site.write(harbour, textOf('The harbour closes', 10, { summary: 'tbd' }))
    site.write('_data/people.yaml', 'asha-rao: { name: Asha Rao, bio: A reporter of ours. }\n')
    const { status, stdout } = await build('--all')
    expect(status).toBe(3)
    expect(stdout).toContain('full build:')
    expect(site.read(pageOf('harbour'))).toContain('The harbour reopens')
    expect(site.read('_site/rss.xml')).toContain('The harbour reopens')
  })

  test('a bulletin with problems, with its last order; one that names a story which is gone is only warned of', async () => {
    const bulletin = 'content/bulletins/2024-10-24.md'
    site = createSite({ ...sound, [bulletin]: '---\ntitle: A day of calm\norder: [calm]\n---\n' })
    await build()
    site.write(bulletin, '---\ntitle: A day of storms\norder: [calm, storm]\n---\n')
    const warned = await build()
    expect(warned).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('warning bulletin-story-unknown'),
    })
    site.write(bulletin, '---\ntitel: A day of tides\n---\n')
    const kept = await build()
    expect(kept.status).toBe(3)
    expect(kept.stdout).toContain(`  ${bulletin}: readers keep its last version`)
    expect(site.read('_site/2024/10/24/index.html')).toContain('A day of storms')
  })

  test('a picture that cannot be shown: the story keeps the one that it had', async () => {
    const drawing = (width: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="480" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>\n`
    const picture = `${folder}/map.svg`
    site = createSite({
      ...sound,
      [harbour]: textOf('The harbour reopens', 10, { image: '{ src: map.svg, alt: A map, credit: Desk }' }),
      [picture]: drawing(640),
    })
    await build()
    const before = site.snapshot('_site')
    site.write(picture, 'no drawing at all')
    site.write(tide, textOf('The tide turns', 12))
    const { status, stdout } = await build()
    expect(status).toBe(3)
    expect(stdout).toContain(harbour)
    const after = site.snapshot('_site')
    for (const [file, text] of Object.entries(before))
      if (/\/harbour\/|\/map\./.test(file)) expect(after[file], file).toBe(text)
    expect(site.read('_site/index.html')).toContain('The tide turns')
  })
})

describe('A newcomer at the address of a live story', () => {
  const newcomer = `${folder}/a-newcomer.md`
  const slug = { slug: 'harbour', date: '2024-10-24T08:00:00+05:30' }

  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['a draft', { draft: 'true', ...slug }, false],
    ['a draft, with the record of the publish lost', { draft: 'true', ...slug }, true],
    ['a new story, with the record of the publish lost', slug, true],
  ])('leaves it as it is: %s', async (_what, fields, isLost) => {
    site = createSite(sound)
    commitIn(site, '2024-10-25T11:00:00+05:30')
    await build()
    const before = site.read(pageOf('harbour'))
    site.write(newcomer, textOf('Quite another harbour', 9, fields))
    commitIn(site, '2024-10-25T11:59:00+05:30')
    if (isLost) {
      site.remove('.dateline')
      site.remove('_site')
    }
    const { stdout } = await build()
    expect(stdout).toContain(newcomer)
    expect(stdout).toContain('url-taken')
    expect(site.read(pageOf('harbour'))).toBe(before)
    expect(site.read('_site/index.html')).not.toContain('Quite another')
  })
})

test('A story that links to one that was taken down on purpose stays as it is, and is named', async () => {
  const link = 'See [the harbour](/world/2024/10/24/harbour/).\n'
  site = createSite({ ...sound, [calm]: textOf('A calm at last', 11, {}, link) })
  await build()
  site.remove(harbour)
  site.write(tide, textOf('The tide turns', 12))
  for (const flags of [['--allow-lost'], ['--allow-lost', '--all']]) {
    const { status, stdout } = await build(...flags)
    expect(stdout).toContain(`${calm}:7:19 error link-broken`)
    expect(stdout).toContain(`  ${calm}: readers keep its last version`)
    expect(status).toBe(3)
    expect(site.read(pageOf('calm'))).toContain('See <a href="/world/2024/10/24/harbour/">the harbour</a>')
    expect(site.read('_site/index.html')).toContain('The tide turns')
    expect(site.read('_site/index.html')).not.toContain('The harbour reopens')
  }
  site.write(calm, textOf('A calm at last', 11, {}, 'See the harbour.\n'))
  expect((await build()).status).toBe(0)
})

// Of an empty folder nobody knows that it was a story.
test.each<[string, (path: string) => void, number]>([
  ['a pipe', path => void execFileSync('mkfifo', [path]), 3],
  ['a folder', path => mkdirSync(path), 0],
  ['a link to itself', path => symlinkSync(path, path), 3],
  ['a link to nothing', path => symlinkSync('nothing.md', path), 3],
])('A live story that became %s stays as it was, and nothing waits for it', async (_what, make, anew) => {
  site = createSite(sound)
  await build()
  const before = site.read(pageOf('harbour'))
  site.remove(harbour)
  make(join(site.root, harbour))
  for (const lost of [[], ['_site']]) {
    for (const folder of lost) site.remove(folder)
    const { status, stdout } = await build()
    expect(stdout).toContain(harbour)
    expect(status).toBe(3)
    expect(site.read(pageOf('harbour'))).toBe(before)
  }
  site.remove('.dateline')
  site.remove('_site')
  expect((await build()).status).toBe(anew)
  expect(site.read('_site/index.html')).toContain('A calm at last')
})

test('An author whom live stories name is not taken out of the site data, whoever knows what readers have', async () => {
  const people = '_data/people.yaml'
  site = createSite({ ...sound, [harbour]: textOf('The harbour reopens', 10, { authors: '[asha-rao]' }) })
  commitIn(site, '2024-10-25T11:00:00+05:30')
  expect((await build()).status).toBe(0)
  site.write(people, site.read(people).replace('asha-rao:', 'asha-roa:'))
  commitIn(site, '2024-10-25T11:59:00+05:30')
  for (const lost of [[], ['.dateline']]) {
    for (const folder of lost) site.remove(folder)
    const { status, stdout, stderr } = await build()
    expect(stdout + stderr).toContain('author-unknown')
    expect(status).toBe(1)
    expect(site.read(pageOf('harbour'))).toContain('The harbour reopens')
  }
})

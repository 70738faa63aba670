// Whole commands of a site that is searched.

import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { digestsOf } from '../rig/edit-and-publish.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { bundlesIn, missingIn } from '../rig/search-index.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { withoutDepartures } from '../rig/without-departures.ts'

const now = '--now=2024-10-27T00:00:00Z'
const old = 'content/stories/2023/10/23/cup-final.md'
const oldText = storyText({ title: 'Cup final', date: '2023-10-23T20:00:00+05:30', section: 'sport' })
const searched = { '_data/site.yaml': `${siteData['_data/site.yaml']}search: true\n` }

const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})
const open = (files: Files = {}): SiteFolder => {
  const site = createSite({ ...searched, [storyFile]: storyText(), [old]: oldText, ...files })
  sites.push(site)
  return site
}
const names = (site: SiteFolder) => bundlesIn(site.snapshot('_site')).map(({ name }) => name)
const filesOf = (list: readonly { file: string }[]) => list.map(({ file }) => file)

describe('npm run build', () => {
  test('reports the pages, then indexes what it published', async () => {
    const site = open()
    const { status, stdout, stderr } = await runInProcess(site, 'build', now)
    expect(status, stdout + stderr).toBe(0)
    expect(stdout.trimEnd().split('\n').slice(2)).toEqual([
      '2 stories are live',
      expect.stringContaining(' added, 0 changed, 0 removed in _site/'),
      'search: 2024 indexed, 1 story',
      'search: 2023 indexed, 1 story',
    ])
    expect(names(site)).toEqual(['2024', '2023'])
    expect((await runInProcess(site, 'build', now)).stdout).not.toContain('search')
  })

  test('--no-search leaves it to npm run search', async () => {
    const site = open()
    expect((await runInProcess(site, 'build', now, '--no-search')).stdout).not.toContain('search:')
    expect(names(site)).toEqual([])
    expect((await runInProcess(site, 'search')).stdout).toBe(
      'search: 2024 indexed, 1 story\nsearch: 2023 indexed, 1 story\n',
    )
    expect(names(site)).toEqual(['2024', '2023'])
    expect(await runInProcess(site, 'search')).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('--format=json says nothing else', async () => {
    const { stdout } = await runInProcess(open(), 'build', now, '--format=json')
    expect(JSON.parse(stdout)).toMatchObject({ published: true, problems: [] })
  })

  test('with Pagefind out of order publishes the pages all the same, and says what to do', async () => {
    const site = open()
    site.write('pagefind', '#!/bin/sh\nsleep 0.2\n')
    chmodSync(join(site.root, 'pagefind'), 0o755)
    const broken = { PAGEFIND_EXTENDED_BINARY_PATH: join(site.root, 'pagefind') }
    const run = (script: string, ...flags: string[]) =>
      site.spawn(process.execPath, ['scripts/run.js', script, ...flags], broken)
    const built = run('build', now)
    expect(built.status).toBe(0)
    expect(built.stdout).toContain(' added, 0 changed, 0 removed in _site/')
    expect(built.stderr).toBe(
      'the search index is not up to date: Pagefind could not make the search index: its process ended early, perhaps for lack of memory; npm run search tries again\n',
    )
    expect(run('search').status).toBe(1)
    expect((await runInProcess(site, 'search')).status).toBe(0)
    expect(names(site)).toEqual(['2024', '2023'])
  })
})

test('npm run search has nothing to do before a publish', async () => {
  const { status, stderr } = await runInProcess(open(), 'search')
  expect(status).toBe(1)
  expect(stderr).toContain('nothing has been published here yet; run npm run build first')
})

describe('Only the changes', () => {
  const upload = (from: SiteFolder, folder: string, to: SiteFolder) => {
    const report = JSON.parse(from.read(`${folder}/changes.json`))
    for (const file of filesOf([...report.added, ...report.changed])) {
      to.writeBytes(`_site/${file}`, Buffer.from(from.snapshot(`${folder}/site`)[file] ?? '', 'latin1'))
      expect(missingIn(to.snapshot('_site')), file).toEqual([])
    }
    for (const { file } of report.removed) to.remove(`_site/${file}`)
    return report
  }

  test('hold those of the index, for machines that keep no pages', async () => {
    const web = open()
    await runInProcess(web, 'build', now)
    const runner = open({ [storyFile]: storyText({ updated: '2024-10-25T09:00:00+05:30' }, 'Two words.\n') })
    runner.remove(old)
    // A copy made within the millisecond would look like one of which only a part is new.
    cpSync(join(web.root, '.dateline'), join(runner.root, '.dateline'), {
      recursive: true,
      preserveTimestamps: true,
    })
    const { status, stdout } = await runInProcess(
      runner,
      'build',
      now,
      '--changes-only=upload',
      '--allow-lost',
    )
    expect(status, stdout).toBe(0)
    expect(stdout).toContain('search: 2024 indexed, 1 story')
    expect(stdout).not.toContain('full build')
    expect(runner.snapshot('_site')).toEqual({})
    const report = upload(runner, 'upload', web)
    expect(filesOf(report.removed)).toContain('search/2023/pagefind-entry.json')
    expect(filesOf(report.changed)).toContain('search/bundles.json')
    const fresh = createSite({ ...searched, [storyFile]: runner.read(storyFile) })
    sites.push(fresh)
    await runInProcess(fresh, 'build', now)
    const pagesOf = (of: SiteFolder) => digestsOf(withoutDepartures(of.snapshot('_site')))
    expect(pagesOf(web)).toEqual(pagesOf(fresh))
    await runInProcess(runner, 'build', '--delivered')
    const again = await runInProcess(runner, 'build', now, '--changes-only=upload')
    expect(again.stdout).toContain('0 added, 0 changed, 0 removed')
    expect(again.stdout).not.toContain('search')
  })

  test('go into another folder when the index is made later', async () => {
    const site = open()
    await runInProcess(site, 'build', now, '--changes-only=pages', '--no-search')
    expect((await runInProcess(site, 'search', '--changes-only=index')).status).toBe(0)
    const web = createSite()
    sites.push(web)
    upload(site, 'pages', web)
    upload(site, 'index', web)
    const fresh = open()
    await runInProcess(fresh, 'build', now)
    expect(digestsOf(web.snapshot('_site'))).toEqual(digestsOf(fresh.snapshot('_site')))
    site.write('notes/mine.txt', 'keep me')
    expect((await runInProcess(site, 'search', '--changes-only=notes')).stderr).toContain(
      'was not made by an earlier run',
    )
  })
})

test('shares that are merged are indexed by the merge', async () => {
  const site = open()
  for (const share of ['1/2', '2/2'])
    expect((await runInProcess(site, 'build', now, `--shard=${share}`)).status).toBe(0)
  expect((await runInProcess(site, 'merge')).stdout).toContain('search: 2024 indexed, 1 story')
  const fresh = open()
  await runInProcess(fresh, 'build', now)
  expect(digestsOf(site.snapshot('_site'))).toEqual(digestsOf(fresh.snapshot('_site')))
})

test('a section cannot be called search', () => {
  const { status, stdout } = open({ '_data/sections.yaml': 'search: { name: Search }\n' }).run('build', now)
  expect(status).toBe(1)
  expect(stdout).toContain('section-taken')
})

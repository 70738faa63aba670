// A build in parts: what changed and nothing else, and its pages rendered on several machines.

import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { digestsOf } from '../rig/edit-and-publish.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { withoutDepartures } from '../rig/without-departures.ts'

const instant = '2024-10-27T00:00:00Z'
const now = `--now=${instant}`
const storyPage = 'world/2024/10/24/harbour-reopens/index.html'
const cup = 'content/stories/2024/10/23/cup-final.md'
const cupText = storyText({ title: 'Cup final', date: '2024-10-23T20:00:00+05:30', section: 'sport' })

const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})
const open = (files: Files = { [storyFile]: storyText() }): SiteFolder => {
  const site = createSite(files)
  sites.push(site)
  return site
}
/** As `npm run build` does. */
const publish = (site: SiteFolder) => publishInProcess(site, at(instant))
/** Of the last publish, with the times of the files, as CI keeps them. */
const copyRecords = (from: SiteFolder, to: SiteFolder) =>
  cpSync(join(from.root, '.dateline'), join(to.root, '.dateline'), {
    recursive: true,
    preserveTimestamps: true,
  })
const lines = (text: string) => text.trimEnd().split('\n')

describe('Only the changes', () => {
  test('are put into a folder, and the next build goes on from there', async () => {
    const site = open({ [storyFile]: storyText(), [cup]: cupText })
    await publish(site)
    // Another machine has the records of the last publish, but not its pages.
    const other = open({ [storyFile]: storyText() })
    copyRecords(site, other)
    const { status, stdout } = await runInProcess(
      other,
      'build',
      now,
      '--changes-only=upload',
      '--allow-lost',
    )
    expect(status, stdout).toBe(0)
    expect(stdout).toContain(' removed in upload')
    expect(other.snapshot('_site')).toEqual({})
    const report = JSON.parse(other.read('upload/changes.json'))
    const files = (list: readonly { file: string }[]) => list.map(({ file }) => file).sort()
    expect(Object.keys(other.snapshot('upload/site'))).toEqual(
      [...files(report.added), ...files(report.changed)].sort(),
    )
    expect(files(report.removed)).toContain('sport/2024/10/23/cup-final/index.html')

    // Uploaded in the order of the list, they make the site that one build makes.
    for (const { file } of [...report.added, ...report.changed])
      site.write(`_site/${file}`, other.read(`upload/site/${file}`))
    for (const { file } of report.removed) site.remove(`_site/${file}`)
    const fresh = open({ [storyFile]: storyText() })
    await publish(fresh)
    const pagesOf = (of: SiteFolder) => digestsOf(withoutDepartures(of.snapshot('_site')))
    expect(pagesOf(site)).toEqual(pagesOf(fresh))
    await runInProcess(other, 'build', '--delivered')
    expect((await runInProcess(other, 'build', now, '--changes-only=upload')).stdout).toContain(
      '0 added, 0 changed, 0 removed',
    )
    expect(other.snapshot('upload/site')).toEqual({})
  })

  test('do not go into a folder that holds other things', async () => {
    const site = open({ [storyFile]: storyText(), 'notes/mine.txt': 'keep me' })
    const { status, stderr } = await runInProcess(site, 'build', now, '--changes-only=notes')
    expect(status).toBe(2)
    expect(stderr).toContain('notes is not empty and was not made by an earlier run')
    expect(site.snapshot('notes')).toEqual({ 'mine.txt': 'keep me' })
    expect((await runInProcess(site, 'build', now)).stdout).toContain('no previous publish')
  })

  test('a build into _site/ afterwards makes all of it', async () => {
    const site = open()
    await runInProcess(site, 'build', now, '--changes-only=upload')
    await publish(site)
    const fresh = open()
    await publish(fresh)
    expect(digestsOf(site.snapshot('_site'))).toEqual(digestsOf(fresh.snapshot('_site')))
  })
})

describe('Shares', () => {
  const share = async (site: SiteFolder, word: string, ...flags: readonly string[]) => {
    const { status, stdout, stderr } = await runInProcess(site, 'build', now, `--shard=${word}`, ...flags)
    expect(status, stdout + stderr).toBe(0)
    return Number(/^(\d+) pages rendered/.exec(stdout)?.[1])
  }

  test('of a plan, rendered apart and merged, give the bytes of one build', async () => {
    const files = { [storyFile]: storyText(), [cup]: cupText }
    const [site, fresh] = [open(files), open(files)]
    const pages: number[] = []
    for (const word of ['1/3', '2/3', '3/3']) pages.push(await share(site, word))
    expect(site.snapshot('_site')).toEqual({})
    const { status, stdout } = await runInProcess(site, 'merge')
    expect(status, stdout).toBe(0)
    const one = (await runInProcess(fresh, 'build', now)).stdout
    expect(Number(/(\d+) pages checked/.exec(one)?.[1])).toBe(pages.reduce((sum, count) => sum + count))
    expect(digestsOf(site.snapshot('_site'))).toEqual(digestsOf(fresh.snapshot('_site')))
    expect(site.snapshot('.dateline/shares')).toEqual({})
    expect((await runInProcess(site, 'build', now)).stdout).toContain('0 added, 0 changed, 0 removed')
  })

  test('know nothing of a page that somebody removed where they are merged: it is made there', async () => {
    const site = open({ [storyFile]: storyText(), [cup]: cupText })
    await publish(site)
    site.write(cup, cupText.replace('Cup final', 'Cup final put off'))
    for (const word of ['1/2', '2/2']) await share(site, word)
    for (const lost of [storyPage, 'robots.txt', 'archive']) site.remove(`_site/${lost}`)
    const { status, stdout, stderr } = await runInProcess(site, 'merge')
    expect(status, stdout + stderr).toBe(0)
    site.remove('.dateline')
    const published = digestsOf(site.snapshot('_site'))
    site.remove('_site')
    await publish(site)
    expect(published).toEqual(digestsOf(site.snapshot('_site')))
  })

  test('may be of everything, also once something was published', async () => {
    const site = open({ [storyFile]: storyText(), [cup]: cupText })
    await publish(site)
    const before = site.snapshot('_site')
    site.write(`_site/${storyPage}`, 'scribble')
    for (const word of ['1/2', '2/2']) await share(site, word, '--all')
    const { status, stdout, stderr } = await runInProcess(site, 'merge')
    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toContain('every page was asked for (--all)')
    expect(digestsOf(site.snapshot('_site'))).toEqual(digestsOf(before))
  })

  test('are merged with the warnings that a build gives', async () => {
    const site = open({ 'content/stories/2024/10/21/harbour.md': storyText() })
    for (const word of ['1/2', '2/2']) await share(site, word)
    const { stdout } = await runInProcess(site, 'merge')
    expect(stdout).toContain('content/stories/2024/10/21/harbour.md:3:7 warning')
    expect(stdout).toContain('0 removed in _site/')
  })

  test('go nowhere yet: only what is merged can go into another folder', async () => {
    const { status, stderr } = await runInProcess(open(), 'build', now, '--shard=1/2', '--changes-only=out')
    expect(status).toBe(2)
    expect(stderr).toBe('--shard publishes nothing; give --changes-only to npm run merge\n')
  })

  test('may be made on other machines, of what changed since the last publish', async () => {
    const site = open({ [storyFile]: storyText(), [cup]: cupText })
    await publish(site)
    const edited = storyText({ title: 'Harbour reopens at noon' })
    const folders: string[] = []
    for (const word of ['1/2', '2/2']) {
      const machine = open({ [storyFile]: edited, [cup]: cupText })
      copyRecords(site, machine)
      await share(machine, word)
      const name = word.replace('/', '-of-')
      mkdirSync(join(site.root, 'shares'), { recursive: true })
      cpSync(join(machine.root, '.dateline/shares', name), join(site.root, 'shares', name), {
        recursive: true,
      })
      folders.push(`shares/${name}`)
    }
    site.write(storyFile, edited)
    const { status, stdout } = await runInProcess(site, 'merge', ...folders)
    expect(status, stdout).toBe(0)
    expect(site.read(`_site/${storyPage}`)).toContain('Harbour reopens at noon')
    const fresh = open({ [storyFile]: edited, [cup]: cupText })
    await publish(fresh)
    expect(digestsOf(site.snapshot('_site'))).toEqual(digestsOf(fresh.snapshot('_site')))
  })

  test('that are not all there, or of different plans, are not published', async () => {
    const site = open()
    await share(site, '1/2')
    expect(await runInProcess(site, 'merge')).toMatchObject({
      status: 1,
      stderr: 'shares are missing: found 1/2; make the others too\n',
    })
    site.write(storyFile, storyText({ slug: 'other' }))
    await share(site, '2/2')
    const { status, stderr } = await runInProcess(site, 'merge')
    expect(status).toBe(1)
    expect(stderr).toContain('the shares do not fit this content')
    expect(site.snapshot('_site')).toEqual({})
  })

  test('of one plan, but of different texts, are not published', async () => {
    const site = open()
    await share(site, '1/2')
    site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
    await share(site, '2/2')
    expect((await runInProcess(site, 'merge')).stderr).toContain('the shares do not fit this content')
  })

  test('that nobody made are refused in a plain line', async () => {
    const { status, stderr } = await runInProcess(open(), 'merge')
    expect(status).toBe(1)
    expect(stderr).toContain('there are no shares')
    expect(lines(stderr)).toHaveLength(1)
  })

  test.each(['content', 'nowhere'])('are not in the folder %s, and that is said', async folder => {
    const { status, stdout } = await runInProcess(open(), 'merge', folder)
    expect(status).toBe(1)
    expect(stdout).toContain(`${folder}/share.json:1:1 error share-missing\n  ${folder} holds no share`)
  })

  test('that were damaged on the way are not published, and each fault is named', async () => {
    const site = open({ [storyFile]: storyText(), [cup]: cupText })
    await publish(site)
    const before = digestsOf(site.snapshot('_site'))
    site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
    for (const word of ['1/2', '2/2']) await share(site, word)
    const folders = ['.dateline/shares/1-of-2', '.dateline/shares/2-of-2']
    const [holder = ''] = folders.filter(each =>
      Object.keys(site.snapshot(each)).includes(`site/${storyPage}`),
    )
    const page = `${holder}/site/${storyPage}`
    const good = site.read(page)
    site.write(page, '')
    site.write(`${folders[0]}/site/.htpasswd`, 'editor:secret')
    const { status, stdout } = await runInProcess(site, 'merge')
    expect(status).toBe(1)
    expect(stdout).toContain(`${page}:1:1 error share-damaged`)
    expect(stdout).toContain(`${folders[0]}/site/.htpasswd:1:1 error share-damaged`)
    expect(digestsOf(site.snapshot('_site'))).toEqual(before)
    // Mended, nothing is lost.
    site.write(page, good)
    site.remove(`${folders[0]}/site/.htpasswd`)
    expect((await runInProcess(site, 'merge')).status).toBe(0)
    const fresh = open({ [storyFile]: storyText({ title: 'Harbour reopens at noon' }), [cup]: cupText })
    await publish(fresh)
    expect(digestsOf(site.snapshot('_site'))).toEqual(digestsOf(fresh.snapshot('_site')))
  })

  test('that do not belong together, or not here, are refused with their names', async () => {
    const site = open()
    for (const word of ['1/2', '2/2', '1/3']) await share(site, word)
    const [first, second, other] = ['1-of-2', '2-of-2', '1-of-3'].map(name => `.dateline/shares/${name}`) as [
      string,
      string,
      string,
    ]
    const refused = async (where: SiteFolder, ...folders: readonly string[]) => {
      const { status, stderr } = await runInProcess(where, 'merge', ...folders)
      expect(status).toBe(1)
      expect(where.snapshot('_site')).toEqual({})
      return stderr
    }
    expect(await refused(site)).toContain(
      `parts of different wholes: 1/2 (${first}), 1/3 (${other}), 2/2 (${second})`,
    )
    expect(await refused(site, first, first, second)).toContain(
      `share 1/2 is there twice: ${first}, ${first}`,
    )
    expect(await refused(site, second)).toContain('shares are missing: found 2/2')
    const elsewhere = open({
      [storyFile]: storyText(),
      '_data/site.yaml': site.read('_data/site.yaml').replace(/bulletin\.example/g, 'other.example'),
    })
    const away = [first, second].map(folder => join(site.root, folder))
    expect(await refused(elsewhere, ...away)).toContain(
      'were made for https://bulletin.example, not for https://other.example',
    )
    const newer = open({ [storyFile]: storyText(), '_data/mine.yaml': 'a: 1\n' })
    expect(await refused(newer, ...away)).toContain(
      'by another version of Dateline, or with another configuration',
    )
  })

  test('that there cannot be are refused', async () => {
    expect(await runInProcess(open(), 'build', now, '--shard=4/3')).toMatchObject({
      status: 2,
      stderr: '--shard is “4/3”; write the share and how many there are, such as 1/3\n',
    })
  })

  test('whose pages link to one that goes are reported when they are merged', async () => {
    const site = open({ [storyFile]: storyText({}, 'Read [more](/world/2024/10/24/nowhere/).\n') })
    for (const word of ['1/2', '2/2']) await share(site, word)
    const { status, stdout } = await runInProcess(site, 'merge', '--strict')
    expect(status).toBe(1)
    expect(stdout).toContain(`${storyFile}:7:13 error link-broken`)
    expect(site.snapshot('_site')).toEqual({})
    const kept = await runInProcess(site, 'merge')
    expect(kept.status).toBe(3)
    expect(kept.stdout).toContain(`${storyFile}: readers do not get it`)
    expect(site.read('_site/index.html')).not.toContain('harbour-reopens')
  })
})

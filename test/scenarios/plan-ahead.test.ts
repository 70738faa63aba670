// What a build would do, when the next one is due, and why a page is as it is.

import { afterEach, describe, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const instant = '2024-10-27T00:00:00Z'
const now = `--now=${instant}`
const cup = 'content/stories/2024/10/23/cup-final.md'
const cupText = storyText({ title: 'Cup final', date: '2024-10-23T20:00:00+05:30', section: 'sport' })

let site: SiteFolder
afterEach(() => site.dispose())
const open = (files: Files = { [storyFile]: storyText() }): SiteFolder => {
  site = createSite(files)
  return site
}
/** As `npm run build` does. */
const publish = (site: SiteFolder) => publishInProcess(site, at(instant))
const lines = (text: string) => text.trimEnd().split('\n')

describe('A dry run', () => {
  test('of a new site says that everything would be made, and makes nothing', async () => {
    const site = open()
    const { status, stdout } = await runInProcess(site, 'build', now, '--dry-run')
    expect(status).toBe(0)
    expect(stdout).toContain('render  /world/2024/10/24/harbour-reopens/  (not published before)')
    expect(stdout).toContain('copy    /favicon.svg  (content/static/favicon.svg changed)')
    expect(lines(stdout).at(-1)).toMatch(/^\d+ pages to render, 1 file to copy, 0 to remove$/)
    expect(site.snapshot('_site')).toEqual({})
    expect((await runInProcess(site, 'build', now)).stdout).toContain('full build: no previous publish')
  })

  test('of a site that is up to date has nothing to do', async () => {
    const site = open()
    await publish(site)
    expect(await runInProcess(site, 'build', now, '--dry-run')).toMatchObject({
      status: 0,
      stdout: 'nothing to do\n',
    })
  })

  test('says of each page why, and the build after it does just that', async () => {
    const site = open({ [storyFile]: storyText(), [cup]: cupText })
    await publish(site)
    const before = site.snapshot('_site')
    site.remove(cup)
    const { stdout } = await runInProcess(site, 'build', now, '--dry-run', '--allow-lost')
    expect(stdout).toContain(`render  /sport/  (${cup} was removed)`)
    expect(stdout).toContain(`remove  /sport/2024/10/23/cup-final/index.html  (${cup} was removed)`)
    expect(stdout).not.toContain('harbour-reopens')
    expect(site.snapshot('_site')).toEqual(before)
    const rendered = lines(stdout).filter(line => line.startsWith('render  /')).length
    expect((await runInProcess(site, 'build', now, '--allow-lost')).stdout).toContain(
      `${rendered} pages checked`,
    )
  })

  test('reports problems as a build does', async () => {
    const site = open({ [storyFile]: storyText({ section: 'wrld' }) })
    const kept = await runInProcess(site, 'build', now, '--dry-run')
    expect(kept.status).toBe(3)
    expect(kept.stdout).toContain('error section-unknown')
    expect(kept.stdout).toContain(`${storyFile}: readers do not get it`)
    expect(kept.stdout).toContain('1 file would be kept back:')
    expect(kept.stdout).toContain('render  /world/')
    site.write(storyFile, storyText())
    site.write(cup, storyText({ title: 'A harbour' }))
    const { stdout: built } = await runInProcess(site, 'build', now)
    for (const place of ['.dateline', '_site']) site.remove(place)
    const warned = await runInProcess(site, 'build', now, '--dry-run')
    expect(warned.status).toBe(0)
    for (const warning of [/.*warning date-shared\n.*\n/, /first publish here: .*/]) {
      expect(built).toMatch(warning)
      expect(warned.stdout).toContain(warning.exec(built)?.[0])
    }
    site.write(storyFile, storyText({ section: 'wrld' }))
    const { status, stdout, stderr } = await runInProcess(site, 'build', now, '--dry-run', '--strict')
    expect(status).toBe(1)
    expect(stdout).toContain('error section-unknown')
    expect(stderr).toContain('Nothing was planned: fix the errors')
  })
})

describe('When the next build is due', () => {
  const next = (site: SiteFolder) => runInProcess(site, 'build', now, '--next')

  test('before the first: now', async () => {
    expect(await next(open())).toMatchObject({ status: 0, stdout: '2024-10-27T00:00:00Z\n' })
  })

  test('when a story is released, in the site’s own time', async () => {
    const site = open({ [storyFile]: storyText({ embargo: '2024-11-01T00:00:00Z' }) })
    await publish(site)
    expect(await next(site)).toMatchObject({ status: 0, stdout: '2024-11-01T05:30:00+05:30\n' })
  })

  test('never: the status says so', async () => {
    const site = open()
    await publish(site)
    expect(await next(site)).toMatchObject({ status: 3, stdout: '' })
  })
})

describe('npm run why', () => {
  test('names the stories on a page, and the pages of a story', async () => {
    const site = open({ [storyFile]: storyText({ tags: '[nato]' }), [cup]: cupText })
    await publish(site)
    expect(lines((await runInProcess(site, 'why', '/world/')).stdout)).toEqual([
      '/world/  section-front',
      `  Harbour reopens after the storm  (${storyFile})`,
    ])
    expect((await runInProcess(site, 'why', 'https://bulletin.example/world')).stdout).toContain(
      '/world/  section-front',
    )
    const { stdout } = await runInProcess(site, 'why', storyFile)
    expect(stdout).toContain(`Harbour reopens after the storm  (${storyFile})\n`)
    for (const url of [
      '/',
      '/world/',
      '/topics/nato/',
      '/2024/10/24/',
      '/rss.xml',
      '/world/2024/10/24/harbour-reopens/',
    ])
      expect(stdout).toMatch(new RegExp(`^  ${url}  `, 'm'))
    expect(stdout).not.toContain('/sport/')
    expect((await runInProcess(site, 'why', '/favicon.svg')).stdout).toBe(
      '/favicon.svg  made from content/static/favicon.svg\n',
    )
  })

  test('says so when nothing is known', async () => {
    const site = open({ [storyFile]: storyText({ draft: 'true' }) })
    expect(await runInProcess(site, 'why', '/')).toMatchObject({
      status: 1,
      stderr: 'nothing has been published here yet; run npm run build first\n',
    })
    await publish(site)
    expect((await runInProcess(site, 'why', '/nowhere/')).stderr).toContain(
      'the last publish has no page and no story /nowhere/',
    )
    expect((await runInProcess(site, 'why', storyFile)).stdout).toContain('is on no page: it is not live')
    expect(await runInProcess(site, 'why')).toMatchObject({ status: 2 })
    site.write('.dateline/current.json', '{')
    expect((await runInProcess(site, 'why', '/')).stderr).toBe(
      'the record of the last publish is damaged; run npm run build first\n',
    )
  })
})

import { afterEach, describe, expect, test } from 'vitest'
import { buildInProcess, publishInProcess } from '../rig/build-in-process.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { siteData, storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

let site: SiteFolder
/** As `npm run build` does, long before any command of these tests. */
const publish = () => publishInProcess(site, at('2024-10-27T00:00:00Z'))
const newsroom = (files: Files) => {
  site = createSite(files)
  return site
}
afterEach(() => site.dispose())

const page = (url: string) => `_site${url}index.html`

describe('npm run build', () => {
  test('a sound story stands on its page, its section, its day and in the feeds', () => {
    newsroom({ [storyFile]: storyText({ authors: '[asha-rao]', tags: '[nato]' }) })
    const { status, stdout } = site.run('build')
    expect(stdout).toMatch(/pages checked/)
    expect(status).toBe(0)
    for (const url of [
      storyUrl,
      '/',
      '/world/',
      '/world/2024/10/',
      '/2024/10/24/',
      '/topics/nato/',
      '/bylines/asha-rao/',
    ]) {
      expect(site.read(page(url)), url).toContain('Harbour reopens after the storm')
    }
    for (const feed of ['rss.xml', 'world/rss.xml', 'topics/nato/rss.xml', 'bylines/asha-rao/rss.xml']) {
      expect(site.read(`_site/${feed}`), feed).toContain('Harbour reopens after the storm')
    }
    expect(site.read('_site/sitemaps/2024-10.xml')).toContain(storyUrl)
  })

  test('the front of a section without stories has no heading over nothing', async () => {
    newsroom({ [storyFile]: storyText() })
    await publish()
    expect(site.read(page('/world/'))).toContain('id="dl-months"')
    const front = site.read(page('/nation/'))
    expect(front).toContain('<h1>Nation</h1>')
    expect(front).not.toMatch(/<h2|<ul class="rows"/)
  })

  test('all problems of all files come in one run, and with --strict _site is left as it was', async () => {
    newsroom({ [storyFile]: storyText() })
    await publish()
    const before = site.snapshot('_site')
    site.write(storyFile, storyText({ section: 'wrld', date: '2024-02-30T10:00:00+05:30' }))
    site.write(
      'content/stories/2024/10/24/second.md',
      storyText({ summary: undefined, sumary: 'A summary under a wrong name, long enough.' }),
    )
    const { status, stdout, stderr } = await runInProcess(site, 'build', '--strict')
    expect(status).toBe(1)
    expect(stdout).toContain(`${storyFile}:3:7 error date-impossible-day`)
    expect(stdout).toContain('there is no field “sumary”')
    expect(stdout).toContain('did you mean “summary”?')
    // What was misspelt is not missing as well.
    expect(stdout).not.toContain('field-missing')
    expect(stdout).toContain('3 problems')
    expect(stderr).toContain('Nothing was published')
    expect(site.snapshot('_site')).toEqual(before)
  })

  test('llms.txt names the sections and the pages about the site', async () => {
    newsroom({ '_data/site.yaml': `${siteData['_data/site.yaml']}llms: true\n` })
    await publish()
    expect(
      site
        .read('_site/llms.txt')
        .split('\n')
        .filter(line => line.startsWith('- ')),
    ).toEqual([
      '- [World](https://bulletin.example/world/): Reports from abroad.',
      '- [Nation](https://bulletin.example/nation/)',
      '- [Sport](https://bulletin.example/sport/)',
      '- [About](https://bulletin.example/about/)',
    ])
  })

  test('a newsroom’s own data may have the names by which pages get theirs, and changes none of them', async () => {
    newsroom({ [storyFile]: storyText() })
    await publish()
    const before = site.snapshot('_site')
    const lists = ['news', 'entries', 'events', 'groups', 'sitemaps', 'days', 'lines']
    for (const name of lists) site.write(`_data/${name}.yaml`, '- { title: Of our own, url: /ours/ }\n')
    for (const name of ['item', 'day', 'next', 'older'])
      site.write(`_data/${name}.yaml`, 'title: Of our own\n')
    site.write('content/pages/about.md', '---\ntitle: About\n---\n{{ news[0].title }}, {{ item.title }}\n')
    await publish()
    expect(site.read(page('/about/'))).toContain('Of our own, Of our own')
    const changed = Object.entries(site.snapshot('_site')).filter(([file, text]) => before[file] !== text)
    expect(changed.map(([file]) => file)).toEqual(['about/index.html'])
  })

  test('a page that fails a check keeps the whole site from being published where that is asked for', async () => {
    newsroom({ [storyFile]: storyText({}, 'Read [more](/world/2024/10/24/nowhere/).\n') })
    const { status, stdout } = await runInProcess(site, 'build', '--strict')
    expect(status).toBe(1)
    expect(stdout).toContain(`${storyFile}:7:13 error link-broken`)
    expect(() => site.read('_site/index.html')).toThrow()
  })

  test('a removed story takes its pages with it, and nothing else', async () => {
    const second = 'content/stories/2024/10/23/cup-final.md'
    newsroom({
      [storyFile]: storyText(),
      [second]: storyText({ title: 'Cup final', date: '2024-10-23T20:00:00+05:30', section: 'sport' }),
    })
    await publish()
    site.write('_site/notes.txt', 'an editor put this here')
    site.remove(second)
    const { status, stdout } = await runInProcess(site, 'build', '--allow-lost')
    expect(status).toBe(0)
    expect(stdout).toContain('kept, not made by Dateline: _site/notes.txt')
    const files = Object.keys(site.snapshot('_site'))
    expect(files.filter(file => file.includes('cup-final') || file.startsWith('sport/2024'))).toEqual([])
    expect(files).toContain('notes.txt')
    expect(site.read(page('/'))).not.toContain('Cup final')
  })

  test('building again changes no file', async () => {
    newsroom({ [storyFile]: storyText() })
    await publish()
    expect((await runInProcess(site, 'build')).stdout).toContain('0 added, 0 changed, 0 removed')
  })

  test('a layout that fails is named, without a stack trace', () => {
    newsroom({ [storyFile]: storyText() })
    site.remove('_includes')
    site.write('_includes/layouts/story.njk', '<p>{{ story.nothing.here }}</p>')
    const { status, stdout, stderr } = site.run('build')
    expect(status).toBe(1)
    expect(stdout).toMatch(/^_includes\/layouts\/\S+:1:\d error page-not-made/)
    expect(stdout + stderr).not.toMatch(/\n\s+at /)
  })

  test('the report names each story held back, and when it falls due', async () => {
    newsroom({ [storyFile]: storyText({ embargo: '2024-10-24T12:00:00+05:30' }) })
    const { stdout } = await runInProcess(site, 'build', '--now=2024-10-24T10:00:00+05:30')
    expect(stdout).toContain(
      `held until 2024-10-24T12:00:00+05:30  Harbour reopens after the storm  (${storyFile})`,
    )
    expect(stdout).toContain('next build due: 24 October 2024, 12:00 pm IST')
  })

  test('problems come as JSON or as GitHub annotations for machines', async () => {
    newsroom({ [storyFile]: storyText({ section: 'wrld' }) })
    const report = JSON.parse((await runInProcess(site, 'build', '--format=json')).stdout)
    expect(report).toMatchObject({ published: true, status: 3, keptBack: [{ file: storyFile }] })
    expect(report.problems[0]).toMatchObject({
      code: 'section-unknown',
      file: storyFile,
      line: 5,
      column: 10,
      severity: 'error',
    })
    expect((await runInProcess(site, 'build', '--format=github')).stdout).toMatch(
      /^::error file=content\/stories.*,line=5,col=10,title=section-unknown::/,
    )
  })

  test('wrong flags end with status 2 and the help; --help with 0', () => {
    newsroom({})
    expect(site.run('build', '--nwo=1')).toMatchObject({ status: 2 })
    expect(site.run('build', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('npm run build'),
    })
    expect(site.run('build', '--now=yesterday')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--now: '),
    })
  })

  test('a newsroom without a story still has a front and a feed', async () => {
    newsroom({})
    expect(await runInProcess(site, 'build')).toMatchObject({ status: 0 })
    expect(site.read('_site/rss.xml')).toContain('<rss')
    expect(site.read(page('/about/'))).toContain('A site for tests, The Test Bulletin.')
  })
})

describe('lifecycle', () => {
  const publishedAt = (now: string) => buildInProcess(site, at(now))
  const everywhere = (files: Files) =>
    Object.entries(files).filter(([, text]) => text.includes('Harbour reopens')).length

  test('an embargoed story appears nowhere until its embargo lifts', async () => {
    newsroom({ [storyFile]: storyText({ embargo: '2024-10-24T12:00:00+05:30' }) })
    expect(everywhere(await publishedAt('2024-10-24T11:59:59+05:30'))).toBe(0)
    expect(everywhere(await publishedAt('2024-10-24T12:00:00+05:30'))).toBeGreaterThan(5)
  })

  test('a draft is never published, whatever the clock says', async () => {
    newsroom({ [storyFile]: storyText({ draft: 'true' }) })
    expect(everywhere(await publishedAt('2100-01-01T00:00:00Z'))).toBe(0)
  })

  test('a withdrawn story leaves a tombstone at its address and vanishes from everything else', async () => {
    newsroom({
      [storyFile]: storyText({
        withdrawn: '{ date: 2024-10-25T10:00:00+05:30, reason: The port was never closed. }',
      }),
    })
    expect(everywhere(await publishedAt('2024-10-25T09:00:00+05:30'))).toBeGreaterThan(5)
    const after = await publishedAt('2024-10-25T10:00:00+05:30')
    expect(everywhere(after)).toBe(0)
    expect(after['world/2024/10/24/harbour-reopens/index.html']).toContain('The port was never closed.')
  })

  test('an update and a correction dated later are not published before their time', async () => {
    const corrections = '[{ date: 2024-10-26T10:00:00+05:30, text: The harbour master is Ana. }]'
    newsroom({ [storyFile]: storyText({ updated: '2024-10-25T10:00:00+05:30', corrections }) })
    const story = async (now: string) =>
      (await publishedAt(now))['world/2024/10/24/harbour-reopens/index.html'] ?? ''
    expect(await story('2024-10-24T10:00:00+05:30')).not.toMatch(/2024-10-2[56]T|The harbour master is Ana/)
    expect(await story('2024-10-25T12:00:00+05:30')).toContain('2024-10-25T10:00:00+05:30')
    expect(await story('2024-10-27T12:00:00+05:30')).toContain('The harbour master is Ana.')
    expect(site.read('_site/corrections/index.html')).toContain('The harbour master is Ana.')
  })
})

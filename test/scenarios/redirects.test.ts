// _data/redirects.yaml: old addresses of the whole site, and what is gone from it.

import { readdirSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { digestsOf } from '../rig/edit-and-publish.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { siteData, storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at, storyAt } from '../rig/small-newsroom.ts'

const now = at('2024-10-27T00:00:00Z')
const rows = '_data/redirects.yaml'
const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})

const open = (files: Files = {}): SiteFolder => {
  const site = createSite({ [storyFile]: storyText(), ...files })
  sites.push(site)
  return site
}
const publish = (site: SiteFolder) => publishInProcess(site, now)
const problemsOf = async (site: SiteFolder) => {
  const built = await attemptBuild(site, now)
  return (built.ok ? built.value.warnings : built.fault).map(
    ({ code, message, location }) =>
      `${location.file}:${location.line}:${location.column} ${code} ${message}`,
  )
}
const whereAndWhat = (problem: string) => problem.split(' ', 2).join(' ')
const demandAsAnew = async (site: SiteFolder): Promise<void> => {
  const published = digestsOf(site.snapshot('_site'))
  for (const folder of ['.dateline', '_site']) site.remove(folder)
  await publish(site)
  expect(published).toEqual(digestsOf(site.snapshot('_site')))
}

describe('An old address', () => {
  test('leads on by a page, and by a rule for the host; what is gone says so', async () => {
    const site = open({
      [rows]: `/old/page.html: /about/\n/team: https://team.example/us\n/shop/2012/: gone\n/shop/map.pdf: gone\n/feed/: /rss.xml\n`,
    })
    await publish(site)
    expect(site.read('_site/old/page.html')).toContain('<meta http-equiv="refresh" content="0; url=/about/">')
    expect(site.read('_site/team/index.html')).toMatch(
      /url=https:\/\/team\.example\/us[\s\S]*canonical" href="https:\/\/team\.example\/us"[\s\S]*<a href="https:\/\/team\.example\/us">team\.example\/us<\/a>/,
    )
    expect(site.read('_site/shop/2012/index.html')).toContain('<h1>This page is gone</h1>')
    expect(site.read('_site/shop/2012/index.html')).toContain('content="noindex')
    expect(site.read('_site/withdrawn/shop/2012.txt')).toBe('/shop/2012/\n')
    expect(site.read('_site/withdrawn/shop/map.pdf.txt')).toBe('/shop/map.pdf\n')
    expect(site.read('_site/_redirects')).toBe(
      '/feed/ /rss.xml 301\n/old/page.html /about/ 301\n/team https://team.example/us 301\n',
    )
  })

  test('with a query has no page, is a row of the servers, and is named where a host cannot take it', async () => {
    const site = open({ [rows]: `/?p=12: ${storyUrl}\n/about/?lang=de: /world/\n/old/: /about/\n` })
    expect(await problemsOf(site)).toEqual([
      '_site/_redirects:1:1 redirects-left-out 2 old addresses are left out of _redirects: Cloudflare Pages tells no queries apart (/?p=12, /about/?lang=de)',
    ])
    expect(site.read('_site/_redirects')).toBe('/old/ /about/ 301\n')
    expect(Object.keys(site.snapshot('_site')).filter(file => /\?|lang|p=12/.test(file))).toEqual([])
    expect(await problemsOf(site)).toEqual([])
    site.write(rows, '/?p=12: /nowhere/\n')
    expect((await problemsOf(site))[0]).toMatch(
      /^_data\/redirects\.yaml:1:9 link-broken \/\?p=12: the link to \/nowhere\//,
    )
    site.write(rows, `/?p=12: ${storyUrl}\n/?p=13: /about/#nobody\n`)
    expect((await problemsOf(site)).map(whereAndWhat)[0]).toBe('_data/redirects.yaml:2:9 anchor-missing')
    // Nothing but the story changes.
    site.write(rows, `/?p=12: ${storyUrl}\n`)
    await publish(site)
    site.write(storyFile, storyText({ draft: 'true' }))
    expect((await problemsOf(site)).map(whereAndWhat)).toEqual(['_data/redirects.yaml:1:9 link-broken'])
  })

  test('is in no sitemap, no feed and no search', async () => {
    const site = open({ [rows]: '/old/page/: /about/\n/gone/page/: gone\n' })
    await publish(site)
    for (const [file, text] of Object.entries(site.snapshot('_site')))
      if (/\.(?:xml|json|opml|txt)$/.test(file) && !file.startsWith('withdrawn/'))
        expect([file, /(?:old|gone)\/page/.test(text)]).toEqual([file, false])
  })

  test('is a sound target of links, also where it is gone', async () => {
    const site = open({
      [rows]: '/old/page/: /about/\n/gone/page/: gone\n',
      [storyFile]: storyText({}, '[old](/old/page/) and [gone](/gone/page/)\n'),
    })
    expect(await problemsOf(site)).toEqual([])
    site.write(rows, '/gone/page/: gone\n')
    expect(await problemsOf(site)).toEqual([
      expect.stringMatching(/^content\/.*:7:7 link-broken .*the link to \/old\/page\/ is broken/),
    ])
  })
})

describe('A row stops the build', () => {
  test.each([
    [
      'that leads nowhere',
      '/a/: /abuot/\n',
      /^_data\/redirects\.yaml:1:6 link-broken \/a\/: the link to \/abuot\//,
    ],
    [
      'with a query that leads nowhere',
      '/?p=7: /abuot/\n',
      /^_data\/redirects\.yaml:1:8 link-broken \/\?p=7: the link to \/abuot\//,
    ],
    [
      'for an address of a story',
      `/a/: gone\n${storyUrl}: /about/\n`,
      /^_data\/redirects\.yaml:2:1 url-taken .*harbour-reopens\.md/,
    ],
    ['for an old address of a story', '/old/harbour: /about/\n', /^_data\/redirects\.yaml:1:1 url-taken /],
    [
      'for a page of the site',
      '/about/: /world/\n',
      /^_data\/redirects\.yaml:1:1 url-taken the .* page \/about\//,
    ],
    ['for a front', '/World/: /about/\n', /^_data\/redirects\.yaml:1:1 url-taken /],
    ['for a feed', '/rss.xml: /about/\n', /^_data\/redirects\.yaml:1:1 url-taken /],
    ['for a static file', '/favicon.svg: /about/\n', /^_data\/redirects\.yaml:1:1 url-taken /],
    ['where marks stand', '/withdrawn/a/: /about/\n', /^_data\/redirects\.yaml:1:1 url-taken /],
    ['in a circle', '/a/: /b/\n/b/: /a/\n', /^_data\/redirects\.yaml:1:6 redirect-cycle /],
    [
      'that leads to a draft',
      '/a/: /world/2024/10/25/secret/\n',
      /^_data\/redirects\.yaml:1:6 link-broken .*secret\.md is a draft/,
    ],
  ])('%s', async (_what, text, expected) => {
    const files = {
      [storyFile]: storyText({ aliases: '[/old/harbour/]' }),
      ...storyAt('2024-10-25T08:00:00+05:30', 'secret', { draft: 'true' }),
    }
    const site = open({ ...files, [rows]: text })
    const found = await problemsOf(site)
    expect(found[0]).toMatch(expected)
    // The same when the site was published without it before.
    site.write(rows, '/other/: /about/\n')
    expect(await problemsOf(site)).toEqual([])
    site.write(rows, text)
    expect((await problemsOf(site)).map(whereAndWhat)).toEqual(found.map(whereAndWhat))
  })

  test('once its target goes, or a story takes its address', async () => {
    const site = open({
      [rows]: `/a/: ${storyUrl}\n/b/: /about/\n`,
      ...storyAt('2024-10-25T08:00:00+05:30', 'calm'),
    })
    await publish(site)
    const text = site.read(storyFile)
    site.write(storyFile, storyText({ draft: 'true' }))
    expect(await problemsOf(site)).toEqual([
      expect.stringMatching(/^_data\/redirects\.yaml:1:6 link-broken /),
    ])
    site.write(storyFile, storyText({ aliases: '[/b/]' }))
    expect(await problemsOf(site)).toEqual([
      expect.stringMatching(/^content\/.*url-taken \/b\/ is already the address of _data\/redirects\.yaml$/),
    ])
    site.write(storyFile, text)
    site.remove('content/pages/about.md')
    expect((await problemsOf(site)).join()).toMatch(/_data\/redirects\.yaml:2:6 link-broken \/b\//)
  })
})

test('a row that leads to an old address of a story works, and is told where readers end up', async () => {
  const site = open({
    [storyFile]: storyText({ aliases: '[/old/harbour/]' }),
    [rows]: '/a/: /old/harbour/\n',
  })
  const built = await publish(site)
  expect(built.warnings).toMatchObject([
    {
      code: 'redirect-chain',
      severity: 'warning',
      hint: `write ${storyUrl}, where readers end up`,
      location: { file: rows, line: 1, column: 6 },
    },
  ])
})

describe('A change of the file', () => {
  test('makes what changed, and nothing else', async () => {
    const site = open({ [rows]: '/a/: /about/\n/b/: gone\n/c/: /world/\n' })
    await publish(site)
    site.write(rows, '/a/: /about/\n/b/: gone\n/c/: /about/\n/d/: gone\n')
    const { plan, fullBuildReason } = await publish(site)
    expect(fullBuildReason).toBeNull()
    expect(plan.pages.map(({ url }) => url)).toEqual(['/_redirects', '/c/', '/d/', '/withdrawn/d.txt'])
    expect(plan.templates).toEqual([])
    expect(plan.pages[1]?.reasons).toEqual([{ because: 'file', file: rows }])
    site.remove(rows)
    const without = await publish(site)
    expect(without.plan.pages).toEqual([])
    expect(without.plan.removals.map(({ output }) => output)).toEqual([
      ...['_redirects', 'a/index.html', 'b/index.html', 'c/index.html', 'd/index.html'],
      ...['withdrawn/b.txt', 'withdrawn/d.txt'],
    ])
    await demandAsAnew(site)
  })

  test('makes a printed configuration old, but what is gone does not', async () => {
    const site = open({ [rows]: '/a/: /about/\n' })
    await publish(site)
    await runInProcess(site, 'server-config', 'nginx', '--to=news.conf')
    site.write(rows, '/a/: /about/\n/b/: gone\n')
    expect(await problemsOf(site)).toEqual([])
    site.write(rows, '/a/: /world/\n/b/: gone\n')
    expect(await problemsOf(site)).toEqual([
      expect.stringMatching(/server-config-old .*old addresses changed/),
    ])
  })
})

test('a site without the files for hosts has the pages alone', async () => {
  const site = open({
    '_data/site.yaml': `${siteData['_data/site.yaml']}hosting: { cdn: none }\n`,
    [rows]: '/a/: /about/\n',
  })
  await publish(site)
  expect(readdirSync(`${site.root}/_site`)).toContain('a')
  expect(readdirSync(`${site.root}/_site`)).not.toContain('_redirects')
})

// What a newsroom does whose site stands on a network of servers, or on one of its own.

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { digestsOf } from '../rig/edit-and-publish.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, projectRoot, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = '2024-10-27T00:00:00Z'
const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})

/** With layouts of its own, to be changed. */
const open = (files: Files = {}): SiteFolder => {
  const site = createSite({ [storyFile]: storyText(), ...files })
  sites.push(site)
  rmSync(join(site.root, '_includes'))
  cpSync(join(projectRoot, '_includes'), join(site.root, '_includes'), { recursive: true })
  return site
}
const publish = (site: SiteFolder) => publishInProcess(site, at(now))
const problemsOf = async (site: SiteFolder) => {
  const built = await attemptBuild(site, at(now))
  return built.ok ? [] : built.fault.map(({ code, place }) => `${place.file} ${code}`)
}

const demandAsAnew = async (site: SiteFolder): Promise<void> => {
  const published = digestsOf(site.snapshot('_site'))
  for (const folder of ['.dateline', '_site']) site.remove(folder)
  await publish(site)
  expect(published).toEqual(digestsOf(site.snapshot('_site')))
}

describe('The content security policy', () => {
  const base = '_includes/layouts/base.njk'

  test('changes with the style of a layout, and with nothing else', async () => {
    const site = open()
    await publish(site)
    const before = site.read('_site/_headers')
    site.write(storyFile, storyText({ title: 'Harbour closes again' }))
    expect((await publish(site)).plan.pages.map(({ url }) => url)).not.toContain('/_headers')
    site.write('_includes/css/story.css', `${site.read('_includes/css/story.css')}.new { color: red }\n`)
    const { plan, changes, whole } = await publish(site)
    expect(whole).toBeNull()
    expect(plan.pages.find(({ url }) => url === '/_headers')?.reasons).toEqual([{ because: 'look' }])
    expect(changes.changed).toContain('_headers')
    expect(site.read('_site/_headers')).not.toBe(before)
    await demandAsAnew(site)
  })

  test('knows a style that only some pages have', async () => {
    const site = open()
    const own = '{% if meta.kind == "not-found" %}<style>.lost { color: red }</style>{% endif %}</head>'
    site.write(base, site.read(base).replace('</head>', own))
    await publish(site)
    expect(site.read('_site/404.html')).toContain('<style>.lost { color: red }</style>')
    expect(site.read('_site/index.html')).not.toContain('.lost')
  })

  test('stops a layout whose style nobody knows beforehand, and one with a script', async () => {
    const site = open()
    const text = site.read(base)
    await publish(site)
    const published = site.snapshot('_site')
    site.write(base, text.replace('</head>', '<style>.a { color: {{ meta.title }} }</style></head>'))
    expect(await problemsOf(site)).toContain('.dateline/staging/index.html style-unknown')
    site.write(base, text.replace('</head>', '<script>x()</script></head>'))
    expect(await problemsOf(site)).toContain('.dateline/staging/index.html script-refused')
    expect(site.snapshot('_site')).toEqual(published)
  })

  test('holds on the newsroom’s own pages as well', async () => {
    const site = open()
    site.write(
      'content/pages/own.html',
      '---\nlayout: false\n---\n<style>p { color: red }</style><p onclick="x()">x</p>',
    )
    expect((await problemsOf(site)).filter(problem => problem.includes('/own/'))).toEqual([
      '.dateline/staging-templates/own/index.html style-unknown',
      '.dateline/staging-templates/own/index.html event-handler',
    ])
    site.write(
      '_includes/layouts/own.njk',
      '<!doctype html><style>p { color: red }</style>{{ content | safe }}',
    )
    site.write('content/pages/own.html', '---\nlayout: layouts/own.njk\n---\n<p>x</p>')
    expect(await problemsOf(site)).toEqual([])
    expect(site.read('_site/own/index.html')).toContain('<style>')
  })
})

describe('npm run server-config', () => {
  test('prints a configuration, or writes it into a file', () => {
    const site = open()
    site.run('build', `--now=${now}`)
    const { status, stdout } = site.run('server-config', 'nginx', '--root=/srv/news')
    expect(status).toBe(0)
    expect(stdout).toContain('root "/srv/news";')
    expect(stdout).toContain('server_name bulletin.example;')
    expect(site.run('server-config', 'nginx', '--root=/srv/news', '--to=out/news.conf').stdout).toBe('')
    expect(site.read('out/news.conf')).toBe(stdout)
    const caddy = site.run('server-config', 'caddy').stdout
    expect(caddy).toContain('https://bulletin.example {')
    expect(caddy).toContain(`root * "${join(site.root, '_site')}"`)
  })

  test.each([
    [['apache'], 2, 'Name one server, nginx or caddy.'],
    [[], 2, 'Name one server, nginx or caddy.'],
    [['nginx', 'caddy'], 2, 'Name one server, nginx or caddy.'],
    [['nginx', '--root=/srv/$uri'], 1, 'has a sign that means something to a server'],
    [['caddy', '--root=/srv/{env.HOME}'], 1, 'has a sign that means something to a server'],
    [['nginx', '--listen=80; include /etc/passwd'], 1, 'is no address to listen at'],
    [['caddy', '--listen=:80 {\n}'], 1, 'is no address to listen at'],
  ])('%j is refused in plain words', (words, status, message) => {
    const site = open()
    site.run('build', `--now=${now}`)
    const refused = site.run('server-config', ...words)
    expect([refused.status, refused.stdout]).toEqual([status, ''])
    expect(refused.stderr).toContain(message)
  })

  test('needs a publish to go by', () => {
    expect(open().run('server-config', 'nginx')).toMatchObject({
      status: 1,
      stderr: 'nothing was published yet; build first\n',
    })
  })
})

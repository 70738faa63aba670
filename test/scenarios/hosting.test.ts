// What a newsroom does whose site stands on a network of servers, or on one of its own.

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { headersFor } from '../hosting/networks.ts'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { digestsOf } from '../rig/edit-and-publish.ts'
import { movingGif, plain } from '../rig/photos.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, projectRoot, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { withoutDepartures } from '../rig/without-departures.ts'
import { wrongCopies } from '../rig/wrong-copies.ts'

const now = '2024-10-27T00:00:00Z'
const story = 'world/2024/10/24/harbour-reopens/index.html'
const withdrawn = '{ date: 2024-10-25T00:00:00Z, reason: It was not so. }'
const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})

const siteYaml = (hosting: string) => `${siteData['_data/site.yaml']}hosting: ${hosting}\n`

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
  return built.ok ? [] : built.fault.map(({ code, location }) => `${location.file} ${code}`)
}

const demandAsAnew = async (site: SiteFolder): Promise<void> => {
  const files = () => digestsOf(withoutDepartures(site.snapshot('_site')))
  const published = files()
  for (const folder of ['.dateline', '_site']) site.remove(folder)
  await publish(site)
  expect(published).toEqual(files())
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
    const { plan, changes, fullBuildReason } = await publish(site)
    expect(fullBuildReason).toBeNull()
    expect(plan.pages.find(({ url }) => url === '/_headers')?.reasons).toEqual([{ because: 'layout' }])
    expect(changes.changed).toContain('_headers')
    expect(site.read('_site/_headers')).not.toBe(before)
    await demandAsAnew(site)
  })

  test('knows a sheet that only some pages have', async () => {
    const site = open()
    site.write('_includes/css/lost.css', '.lost { color: red }')
    const own =
      '{% if meta.kind == "not-found" %}<style>{% include "css/lost.css" %}</style>{% endif %}</head>'
    site.write(base, site.read(base).replace('</head>', own))
    await publish(site)
    expect(site.read('_site/404.html')).toContain('<style>.lost{color:red}</style>')
    expect(site.read('_site/index.html')).not.toContain('.lost')
  })

  test('stops a layout with a style that is no sheet, and one with a script', async () => {
    const site = open()
    const text = site.read(base)
    await publish(site)
    const published = site.snapshot('_site')
    site.write(base, text.replace('</head>', '<style>.a { color: red }</style></head>'))
    expect(await problemsOf(site)).toEqual([expect.stringMatching(/ style-unknown$/)])
    site.write(base, text.replace('</head>', '<script>x()</script></head>'))
    expect(await problemsOf(site)).toEqual([expect.stringMatching(/ script-refused$/)])
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
      '<!doctype html><style>{% include "css/own.css" %}</style>{{ content | safe }}',
    )
    site.write('_includes/css/own.css', 'p { color: red }')
    site.write('content/pages/own.html', '---\nlayout: layouts/own.njk\n---\n<p>x</p>')
    expect(await problemsOf(site)).toEqual([])
    expect(site.read('_site/own/index.html')).toContain('<style>')
  })
})

describe('Compressed files', () => {
  const compressed = { '_data/site.yaml': siteYaml('{ precompress: true }') }

  test('stand beside each text file, and are what it is', async () => {
    const site = open({ ...compressed, 'content/static/a.txt': 'words', 'content/static/a.woff2': 'no text' })
    await publish(site)
    const files = site.snapshot('_site')
    const names = Object.keys(files)
    const texts = names.filter(file => /\.(?:html|json|opml|svg|txt|xml)$/.test(file))
    expect(texts).toContain('about/index.html')
    expect(names.filter(file => /\.(?:br|gz)$/.test(file))).toEqual(
      texts.flatMap(file => [`${file}.br`, `${file}.gz`]).sort(),
    )
    expect(wrongCopies(files)).toEqual([])
    await demandAsAnew(site)
  })

  test('are made only of what changed, and go with their file', async () => {
    const site = open(compressed)
    await publish(site)
    const before = site.snapshot('_site')
    expect((await publish(site)).changes).toEqual({ added: [], changed: [], removed: [] })
    site.write(storyFile, storyText({ withdrawn }))
    const { changes } = await publish(site)
    expect(changes.changed).toContain(`${story}.br`)
    expect(changes.changed).not.toContain('about/index.html.br')
    site.remove(storyFile)
    expect((await publish(site)).changes.removed).toEqual(
      expect.arrayContaining([story, `${story}.br`, `${story}.gz`]),
    )
    expect(Object.keys(before)).toContain(`${story}.br`)
    expect(Object.keys(site.snapshot('_site')).filter(file => file.startsWith(story))).toEqual([])
    await demandAsAnew(site)
  })

  test('come for all files when the newsroom asks for them, and go when it does not any more', async () => {
    const site = open()
    await publish(site)
    const plain = site.snapshot('_site')
    site.write('_data/site.yaml', compressed['_data/site.yaml'])
    const { changes } = await publish(site)
    expect(changes.changed).toEqual([])
    expect(changes.added.every(file => /\.(?:br|gz)$/.test(file))).toBe(true)
    expect(wrongCopies(site.snapshot('_site'))).toEqual([])
    site.write('_data/site.yaml', siteData['_data/site.yaml'])
    expect((await publish(site)).changes).toMatchObject({ added: [], changed: [] })
    expect(site.snapshot('_site')).toEqual(plain)
  })

  test('of a story that readers may not see go, also when nobody remembers them', async () => {
    const site = open(compressed)
    await publish(site)
    site.remove('.dateline')
    site.write('_data/site.yaml', siteData['_data/site.yaml'])
    site.write(storyFile, storyText({ draft: 'true' }))
    await publish(site)
    expect(Object.keys(site.snapshot('_site')).filter(file => file.startsWith(story))).toEqual([])
  })

  test('that somebody removed are made again', async () => {
    const site = open(compressed)
    await publish(site)
    const all = site.snapshot('_site')
    site.remove('_site/index.html.br')
    expect((await publish(site)).changes).toEqual({ added: ['index.html.br'], changed: [], removed: [] })
    expect(site.snapshot('_site')).toEqual(all)
  })

  test('are told from files of the newsroom’s own in their places', async () => {
    const site = open({
      ...compressed,
      'content/static/data.csv': 'a,b',
      'content/static/data.csv.gz': 'mine',
    })
    expect(await problemsOf(site)).toEqual(['_site/data.csv.gz url-taken'])
    site.remove('content/static/data.csv.gz')
    expect(await problemsOf(site)).toEqual([])
    site.write('content/static/data.csv.gz', 'mine')
    expect(await problemsOf(site)).toEqual(['_site/data.csv.gz url-taken'])
    site.write('_data/site.yaml', siteData['_data/site.yaml'])
    expect(await problemsOf(site)).toEqual([])
    expect(site.read('_site/data.csv.gz')).toBe('mine')
  })

  test('of shares are made where these are rendered', async () => {
    const site = open(compressed)
    for (const word of ['1/2', '2/2'])
      expect((await runInProcess(site, 'build', `--now=${now}`, `--shard=${word}`)).status).toBe(0)
    const rendered = Object.keys(site.snapshot('.dateline/shares'))
    expect(rendered.filter(file => file.endsWith(`${story}.br`))).toHaveLength(1)
    expect((await runInProcess(site, 'merge')).status).toBe(0)
    const published = digestsOf(site.snapshot('_site'))
    expect(wrongCopies(site.snapshot('_site'))).toEqual([])
    for (const folder of ['.dateline', '_site']) site.remove(folder)
    expect((await runInProcess(site, 'build', `--now=${now}`)).status).toBe(0)
    expect(published).toEqual(digestsOf(site.snapshot('_site')))
  })

  test('are among the changes for other machines', async () => {
    const site = open(compressed)
    expect((await runInProcess(site, 'build', `--now=${now}`, '--changes-only=out')).status).toBe(0)
    expect(Object.keys(site.snapshot('out/site'))).toContain('index.html.br')
    const { added } = JSON.parse(site.read('out/changes.json'))
    const names = added.map(({ file }: { file: string }) => file)
    expect(names.indexOf('index.html.br')).toBe(names.indexOf('index.html') + 1)
  })

  test('that plain Eleventy would leave beside newer pages go', async () => {
    const site = open(compressed)
    await runInProcess(site, 'build', `--now=${now}`)
    const { status, stderr } = site.spawn(
      process.execPath,
      ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
      { DATELINE_NOW: now },
    )
    expect(status, stderr).toBe(0)
    expect(Object.keys(site.snapshot('_site'))).not.toContain('index.html.br')
  })
})

describe('npm run server-config', () => {
  test('prints a configuration, or writes it into a file', async () => {
    const site = open()
    await runInProcess(site, 'build', `--now=${now}`)
    const { status, stdout } = await runInProcess(site, 'server-config', 'nginx', '--root=/srv/news')
    expect(status).toBe(0)
    expect(stdout).toContain('root "/srv/news";')
    expect(stdout).toContain('server_name bulletin.example;')
    expect(
      (await runInProcess(site, 'server-config', 'nginx', '--root=/srv/news', '--to=out/news.conf')).stdout,
    ).toBe('')
    expect(site.read('out/news.conf')).toBe(stdout)
    const caddy = (await runInProcess(site, 'server-config', 'caddy')).stdout
    expect(caddy).toContain('https://bulletin.example {')
    expect(caddy).toContain(`root * "${join(site.root, '_site')}"`)
  })

  test.each([
    [['apache'], 2, 'Name one server: nginx or caddy.'],
    [[], 2, 'Name one server: nginx or caddy.'],
    [['nginx', 'caddy'], 2, 'Name one server: nginx or caddy.'],
    [['nginx', '--root=/srv/$uri'], 2, 'which contains a character that servers interpret'],
    [['caddy', '--root=/srv/{env.HOME}'], 2, 'which contains a character that servers interpret'],
    [['nginx', '--listen=80; include /etc/passwd'], 2, 'which is not an address'],
    [['caddy', '--listen=:80 {\n}'], 2, 'which is not an address'],
  ])('%j is refused in plain words', async (words, status, message) => {
    const site = open()
    await publish(site)
    const refused = await runInProcess(site, 'server-config', ...words)
    expect([refused.status, refused.stdout]).toEqual([status, ''])
    expect(refused.stderr).toContain(message)
  })

  test('needs a publish to go by', async () => {
    expect(await runInProcess(open(), 'server-config', 'nginx')).toMatchObject({
      status: 1,
      stderr: 'nothing has been published here yet; run npm run build first\n',
    })
  })
})

describe('A file by which servers know of a withdrawn story', () => {
  const mark = '_site/withdrawn/world/2024/10/24/harbour-reopens.txt'

  test.each([
    ['with all that was remembered', []],
    ['of which nothing is remembered', ['.dateline']],
  ])('goes when the story is back, on a site %s', async (_what, lost) => {
    const site = open({ [storyFile]: storyText({ withdrawn }) })
    await publish(site)
    expect(site.read(mark)).toBe(`/${story.replace('index.html', '')}\n`)
    for (const folder of lost) site.remove(folder)
    site.write(storyFile, storyText())
    await publish(site)
    expect(Object.keys(site.snapshot('_site/withdrawn'))).toEqual([])
    if (lost.length === 0) await demandAsAnew(site)
  })
})

describe('A configuration that was printed', () => {
  const warningsOf = async (site: SiteFolder) =>
    (await publish(site)).warnings.map(
      ({ code, message, hint, location }) => `${location.file} ${code}: ${message} → ${hint}`,
    )
  const print = async (site: SiteFolder, ...flags: readonly string[]) => {
    const { status, stdout, stderr } = await runInProcess(site, 'server-config', ...flags)
    expect(status, stderr).toBe(0)
    return stdout
  }
  const restyle = (site: SiteFolder) => {
    const [sheet = ''] = Object.keys(site.snapshot('_includes/css'))
    site.write(`_includes/css/${sheet}`, `${site.read(`_includes/css/${sheet}`)}\nbody{outline:0}\n`)
  }

  test('is said to be out of date after a change of styles, until it is printed again', async () => {
    const site = open()
    await publish(site)
    expect(await warningsOf(site)).toEqual([])
    await print(site, 'nginx', '--root=/srv/news', '--to=news.conf')
    const hashes = (text: string) => text.match(/sha256-[\w+/]{43}=/g) ?? []
    const before = new Set(hashes(site.read('news.conf')))
    expect(await warningsOf(site)).toEqual([])
    restyle(site)
    const said = [
      'news.conf server-config-old: the configuration that was printed for nginx is out of date: the styles changed, and browsers show pages without any until the server knows the new ones → print it again and reload the server, before you copy the site there: npm run server-config -- nginx --root=/srv/news --to=news.conf (or, if it is not in use, add --forget)',
    ]
    expect(await warningsOf(site)).toEqual(said)
    // It is still true at the next build, also at a full one.
    expect(await warningsOf(site)).toEqual(said)
    site.write('_data/people.yaml', `${site.read('_data/people.yaml')}new-one: { name: New One }\n`)
    expect(await warningsOf(site)).toEqual(said)
    await print(site, 'nginx', '--root=/srv/news', '--to=news.conf')
    expect(await warningsOf(site)).toEqual([])
    const after = new Set(hashes(site.read('news.conf')))
    // Pages of before, which readers still get while the new ones are copied, keep their style.
    for (const hash of before) expect(after).toContain(hash)
    expect(after.size).toBeGreaterThan(before.size)
  })

  test.each([
    [
      'a story gets an old address',
      { [storyFile]: storyText({ aliases: '[/old/]' }) },
      'old addresses changed',
    ],
    [
      'site data change what is sent',
      { '_data/site.yaml': siteYaml('{ precompress: true }') },
      'site data or Dateline itself changed',
    ],
  ])('is out of date once %s, for each server that it was printed for', async (_what, files, reason) => {
    const site = open()
    await publish(site)
    await print(site, 'nginx')
    await print(site, 'caddy', '--to=Caddyfile', '--listen=:8080')
    for (const [file, text] of Object.entries(files)) site.write(file, text)
    const said = await warningsOf(site)
    expect(said).toEqual([
      expect.stringContaining(`nginx is out of date: ${reason}`),
      expect.stringContaining(`caddy is out of date: ${reason}`),
    ])
    expect(said[1]).toContain('--listen=:8080 --to=Caddyfile')
    await print(site, 'nginx', '--forget')
    expect(await warningsOf(site)).toEqual([said[1]])
    await print(site, 'caddy', '--to=Caddyfile')
    expect(await warningsOf(site)).toEqual([])
  })

  test('is not, after what it does not name: new stories, edits, a withdrawal', async () => {
    const site = open()
    await publish(site)
    await print(site, 'nginx')
    site.write(storyFile, storyText({ withdrawn }))
    site.write(
      'content/stories/2024/10/27/new.md',
      storyText({ title: 'A new story', date: '2024-10-27T04:00:00+05:30' }),
    )
    expect(await warningsOf(site)).toEqual([])
  })
})

test('of all media of a site, browsers keep for good those and only those that a correction would rename', async () => {
  const folder = 'content/stories/2024/10/24'
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"></svg>\n'
  const text =
    '[The chart](/media/2024/10/24/chart-640.jpg)\n\n![A chart](chart-640.jpg)\n\n![A lamp](anim.gif)\n\n![A map](map-0f3a9c1e.svg)\n'
  const site = open({
    [storyFile]: storyText({}, text),
    [`${folder}/map-0f3a9c1e.svg`]: drawing,
    'content/static/media/logo-1280.svg': drawing,
  })
  const media = async (shade: number) => {
    const background = { r: shade, g: 90, b: 200 }
    site.writeBytes(`${folder}/chart-640.jpg`, await plain(70, 50, background).jpeg().toBuffer())
    // A byte of its colours.
    site.writeBytes(`${folder}/anim.gif`, movingGif().fill(shade, 13, 14))
    site.write(`${folder}/map-0f3a9c1e.svg`, drawing.replace('64', `${shade}`))
    site.write('content/static/media/logo-1280.svg', drawing.replace('64', `${shade}`))
    await publish(site)
    return Object.keys(site.snapshot('_site/media'))
  }
  const first = await media(40)
  const corrected = new Set(await media(80))
  expect(first).toContain('2024/10/24/chart-640.jpg')
  expect(first.length).toBeGreaterThan(6)
  const headers = site.read('_site/_headers')
  for (const network of ['cloudflare', 'netlify'] as const)
    for (const file of first) {
      const cache = headersFor(network, headers, `/media/${file}`)['cache-control'] ?? ''
      expect([network, file, cache.includes('immutable')]).toEqual([network, file, !corrected.has(file)])
    }
})

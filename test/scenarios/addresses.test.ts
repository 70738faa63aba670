// Addresses as newsrooms have them, asked of each kind of server; and names that look like dates and are none.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { percentEncoded } from '../../src/hosting/redirect-rules.ts'
import { redirectOf } from '../hosting/networks.ts'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { startPlainServer } from '../rig/plain-server.ts'
import { hasServer, type RealServer, startServer } from '../rig/real-server.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = at('2024-10-27T00:00:00Z')
const folder = 'content/stories/2024/10/24'

describe('what looks like a date, and is none, is a name as any other', () => {
  const notDays = ['helpline-0800-99-99', 'report-of-2017-04-31', '2023-02-29', '0000-00-00-and-9999-99-99']
  let site: SiteFolder
  beforeAll(async () => {
    const stories = notDays.map((name, index) => [
      `${folder}/${name}.md`,
      storyText({
        date: `2024-10-24T09:3${index}:00+05:30`,
        tags: `[tag-${name}]`,
        aliases: `[/old/${name}/, /old/${name}.html]`,
        authors: `[Desk ${name}]`,
      }),
    ])
    site = createSite({
      ...Object.fromEntries(stories),
      [`${folder}/slugged.md`]: storyText({ slug: 'call-1800-13-00' }),
      'content/pages/call-0800-99-99.md': '---\ntitle: Call us\nsummary: How.\n---\nCall.\n',
      'content/pages/call-0800-99-99-now.md': '---\ntitle: Now\nsummary: At once.\n---\nAt once.\n',
      'content/pages/of-2024-10-24-a-day.md':
        '---\ntitle: A day\nsummary: Of it.\npermalink: /a-day/index.html\n---\n{{ page.date.toISOString() }}\n',
      'content/static/form-2024-13-45.txt': 'A form.\n',
    })
    await publishInProcess(site, now)
  })
  afterAll(() => site.dispose())

  test.each(notDays)('%s', name => {
    const files = Object.keys(site.snapshot('_site'))
    for (const path of [
      `world/2024/10/24/${name}/index.html`,
      `topics/tag-${name}/index.html`,
      `bylines/desk-${name}/index.html`,
      `old/${name}/index.html`,
      `old/${name}.html`,
    ])
      expect(files).toContain(path)
  })

  test('also as a slug, and in the names of pages and files of the newsroom’s own', () => {
    const files = site.snapshot('_site')
    expect(files['world/2024/10/24/call-1800-13-00/index.html']).toContain('<h1>Harbour reopens')
    expect(files['call-0800-99-99/index.html']).toContain('Call.')
    expect(files['call-0800-99-99-now/index.html']).toContain('At once.')
    expect(files['form-2024-13-45.txt']).toBe('A form.\n')
  })

  test('and a day in the name of such a page is still its date', () =>
    expect(site.snapshot('_site')['a-day/index.html']).toContain('2024-10-24T00:00:00.000Z'))
})

// Every printable character but the slashes, and one case of each letter: bare, and with a percent sign.
const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).filter(
  character => !/[/\\A-Z]/.test(character),
)
const hex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
const aliases = [
  ...printable.filter(character => !' ?#'.includes(character)).map(each => `/bare/x${each}y/`),
  ...printable.map(each => `/encoded/x${hex(each)}y/`),
  ...printable
    .filter(each => /[;,&=+$@:]/.test(each))
    .map(each => `/small/x${hex(each).toLowerCase()}y.html`),
  '/utf-8/münchen/',
  '/utf-8/m%C3%BCnster/',
  '/utf-8/k%c3%b6ln/',
  '/utf-8/पुराना-पता',
  '/utf-8/%E0%A4%AA%E0%A4%A4%E0%A4%BE/',
  '/utf-8/caf%65%cc%81/',
  '/utf-8/%F0%9F%9B%B3/',
  '/twice/a%2520b/',
  '/stray/100%/',
  '/slash/one%2Ftwo/',
  '/file/old.html',
  '/file/news.php',
  '/folder/version-1.2',
  '/folder/index.html',
]

/** As they are written, bare, and wholly encoded: what links, browsers and content systems make of one address. */
const spellingsOf = (alias: string): readonly string[] => {
  const path = decodeURIComponent(alias.replace(/%(?![0-9a-f]{2})/gi, '%25'))
  const bare = percentEncoded(path.replace(/[%?#]/g, encodeURIComponent))
  const strict = path.split('/').map(encodeURIComponent).join('/')
  // Servers refuse a percent sign that begins nothing, whatever they are told.
  const written = percentEncoded(alias).replace(/%(?![0-9a-f]{2})/gi, '%25')
  return [...new Set([written, bare, strict])]
}

/** As many of them as each may have. */
const perStory = 40

const storiesWith = (all: readonly string[]) =>
  Object.fromEntries(
    Array.from({ length: Math.ceil(all.length / perStory) }, (_, at) => [
      `${folder}/storm-${at}.md`,
      storyText({
        date: `2024-10-24T09:30:0${at}+05:30`,
        aliases: JSON.stringify(all.slice(at * perStory, (at + 1) * perStory)),
      }),
    ]),
  )

const storyOf = (alias: string): string =>
  `/world/2024/10/24/storm-${Math.floor(aliases.indexOf(alias) / perStory)}/`

describe('readers of an old address are led on, however it is spelled', () => {
  const sites: SiteFolder[] = []
  const servers: RealServer[] = []
  const publish = async (cdn: string): Promise<SiteFolder> => {
    const site = createSite({
      ...storiesWith(aliases),
      '_data/site.yaml': `${siteData['_data/site.yaml']}hosting: { cdn: ${cdn} }\n`,
    })
    sites.push(site)
    await publishInProcess(site, now)
    return site
  }
  afterAll(async () => {
    for (const server of servers) await server.stop()
    for (const site of sites) site.dispose()
  })
  const ways = aliases.flatMap(alias => spellingsOf(alias).map(spelling => [alias, spelling] as const))

  test('by a server of files, nginx and Caddy', async () => {
    const site = await publish('none')
    const plain = await startPlainServer(`${site.root}/_site`)
    servers.push(plain)
    for (const [alias, spelling] of ways) {
      const answer = await plain.ask(/(?:\/|\.html|\.php)$/.test(spelling) ? spelling : `${spelling}/`)
      expect([alias, spelling, answer.status]).toEqual([alias, spelling, 200])
      expect(answer.body.includes(`0; url=${storyOf(alias)}`), spelling).toBe(true)
    }
    for (const name of ['nginx', 'caddy'] as const) {
      if (!hasServer(name)) continue
      const server = await startServer(name, site)
      servers.push(server)
      for (const [alias, spelling] of ways) {
        const { status, headers } = await server.ask(spelling)
        expect([name, alias, spelling, status, headers.location]).toEqual([
          name,
          alias,
          spelling,
          301,
          storyOf(alias),
        ])
      }
    }
  })

  test.each(['cloudflare', 'netlify'] as const)(
    'by the rules of %s, or by a page of their own',
    async cdn => {
      const site = await publish(cdn)
      const rules = site.read('_site/_redirects')
      const files = Object.keys(site.snapshot('_site'))
      for (const [alias, spelling] of ways) {
        const to = redirectOf(cdn, rules, spelling)
        const path = decodeURIComponent(spelling).slice(1)
        if (to === undefined)
          expect(
            [path, `${path}/index.html`, `${path}index.html`].some(file => files.includes(file)),
            `${alias} as ${spelling}`,
          ).toBe(true)
        else expect(to).toBe(storyOf(alias))
      }
      // Netlify refuses an upload with such a name.
      expect(files.filter(file => /[?#]/.test(file))).toEqual([])
      for (const rare of ['?', '#'])
        expect(redirectOf(cdn, rules, `/encoded/x${hex(rare)}y/`)).toBe(storyOf(`/encoded/x${hex(rare)}y/`))
    },
  )
})

test('two old addresses that servers read as one are a problem, whatever their spelling', async () => {
  const site = createSite({
    [`${folder}/one.md`]: storyText({ aliases: '[/q%26a/, /caf%C3%A9/, /Old/]' }),
    [`${folder}/two.md`]: storyText({
      date: '2024-10-24T09:31:00+05:30',
      aliases: '["/q&a/index.html", "/cafe\\u0301", /old]',
    }),
  })
  const built = await attemptBuild(site, now)
  expect(built.ok ? [] : built.fault.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
    ['url-taken', '/q&a/index.html'],
    ['url-taken', '/café'],
    ['url-taken', '/old'],
  ])
  site.dispose()
})

test('what Windows cannot have is named, and a slug that it keeps is refused', async () => {
  const site = createSite({
    [`${folder}/nul.md`]: storyText({ aliases: '[/aux.html, "/a%3Ab/", /ends./]' }),
    'content/static/con.txt': 'Terms.\n',
  })
  const built = await attemptBuild(site, now)
  const problems = built.ok ? [] : built.fault
  expect(
    problems.map(({ code, location }) => `${location.file}:${location.line}:${location.column} ${code}`),
  ).toEqual([
    `content/static/con.txt:1:1 file-not-portable`,
    `${folder}/nul.md:1:1 key-reserved`,
    `${folder}/nul.md:6:11 alias-not-portable`,
    `${folder}/nul.md:6:23 alias-not-portable`,
    `${folder}/nul.md:6:33 alias-not-portable`,
  ])
  site.dispose()
})

// Addresses live for ever: whatever editors rename, move or delete, no address that readers know comes to lead nowhere.

import { afterEach, describe, expect, test } from 'vitest'
import { commitIn } from '../rig/git-site.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const folder = 'content/stories/2024/10/24'
const [harbour, calm] = [`${folder}/harbour.md`, `${folder}/calm.md`]
const url = '/world/2024/10/24/harbour/'
const fields = { title: 'The harbour reopens', date: '2024-10-24T10:30:00+05:30' }
const text = (more = {}) => storyText({ ...fields, ...more })
const sound = {
  [harbour]: text(),
  [calm]: storyText({ title: 'A calm at last', date: '2024-10-24T11:30:00+05:30' }),
}
const page = `_site${url}index.html`

let site: SiteFolder
afterEach(() => site.dispose())

const build = (...flags: string[]) => runInProcess(site, 'build', '--now=2024-10-25T12:00:00+05:30', ...flags)

describe('An address that would lead nowhere keeps a story as it was published last', () => {
  test.each<[string, () => void, string, string]>([
    [
      'when its section changes',
      () => site.write(harbour, text({ section: 'nation' })),
      `${harbour}:5:10 error address-lost`,
      `keep the old address: write aliases: [${url}]`,
    ],
    [
      'when its slug changes',
      () => site.write(harbour, text({ slug: 'harbour-reopens' })),
      `${harbour}:6:7 error address-lost`,
      `keep the old address: write aliases: [${url}]`,
    ],
    [
      'when its date moves over midnight',
      () => site.write(harbour, text({ date: '2024-10-23T23:30:00+05:30' })),
      `${harbour}:3:7 error address-lost`,
      `keep the old address: write aliases: [${url}]\n`,
    ],
    [
      'when its file gets another name',
      () => {
        site.remove(harbour)
        site.write(`${folder}/harbour-open.md`, text())
      },
      `${folder}/harbour-open.md:1:1 error address-lost`,
      `keep the old address: write aliases: [${url}], or name the file ${harbour} again`,
    ],
    [
      'when it is a draft again',
      () => site.write(harbour, text({ draft: 'true' })),
      `${harbour}:6:8 error address-lost`,
      `take out “draft: true”; to take the story back: npm run withdraw -- ${harbour} --reason="…"`,
    ],
    [
      'when it is held once more',
      () => site.write(harbour, text({ embargo: '2024-11-24T10:30:00+05:30' })),
      `${harbour}:6:10 error address-lost`,
      `take out the embargo; to take the story back: npm run withdraw -- ${harbour} --reason="…"`,
    ],
    [
      'when it is dated later',
      () => site.write(harbour, text({ date: '2024-11-24T10:30:00+05:30' })),
      `${harbour}:3:7 error address-lost`,
      'write date: 2024-10-24T10:30:00+05:30 again; to take the story back',
    ],
    [
      'when its file is gone',
      () => site.remove(harbour),
      `${harbour}:1:1 error address-lost`,
      `write “${url}: gone” into _data/redirects.yaml`,
    ],
  ])('%s', async (_what, change, place, advice) => {
    site = createSite(sound)
    await build()
    const before = site.snapshot('_site')
    change()
    for (const flags of [[], [], ['--all']]) {
      const { status, stdout, stderr } = await build(...flags)
      expect(stdout + stderr).toContain(place)
      expect(stdout).toContain(advice)
      expect(status).toBe(3)
      expect(site.snapshot('_site')).toEqual(before)
    }
  })

  test('when an old address goes from its aliases', async () => {
    site = createSite({ ...sound, [harbour]: text({ aliases: '[/old/]' }) })
    await build()
    site.write(harbour, text())
    const { status, stdout } = await build()
    expect(stdout).toContain(`${harbour}:1:1 error address-lost`)
    expect(stdout).toContain('put it back into its aliases')
    expect(status).toBe(3)
    expect(site.read('_site/old/index.html')).toContain(url)
  })
})

test('A story that stays though its file is gone is held against others as it was', async () => {
  site = createSite(sound)
  await build()
  site.remove(calm)
  site.write(
    `${folder}/ash.md`,
    storyText({ title: 'The tide', date: '2024-10-24T11:30:00+05:30' }, 'Other words.\n'),
  )
  const { status, stdout } = await build()
  expect(stdout).toContain(`${calm}:1:1 error address-lost`)
  expect(stdout).toMatch(/calm\.md:3:7 warning date-shared/)
  expect(status).toBe(3)
  expect(site.read('_site/index.html')).toContain('The tide')
})

describe('An address stays', () => {
  test.each<[string, () => void, string]>([
    [
      'by an alias',
      () => site.write(harbour, text({ section: 'nation', aliases: `[${url}]` })),
      '/nation/2024',
    ],
    [
      'by a row of the redirects',
      () => {
        site.remove(harbour)
        site.write('_data/redirects.yaml', `${url}: /world/2024/10/24/calm/\n`)
      },
      '/world/2024/10/24/calm/',
    ],
    [
      'by a row that says that it is gone',
      () => {
        site.remove(harbour)
        site.write('_data/redirects.yaml', `${url}: gone\n`)
      },
      'gone',
    ],
    [
      'by a story that takes it over',
      () => {
        site.remove(harbour)
        site.write(
          calm,
          storyText({ title: 'A calm at last', date: '2024-10-24T11:30:00+05:30', aliases: `[${url}]` }),
        )
      },
      '/world/2024/10/24/calm/',
    ],
    [
      'when the story is withdrawn',
      () =>
        site.write(
          harbour,
          text({ withdrawn: '{ date: 2024-10-25T10:00:00+05:30, reason: It was not so. }' }),
        ),
      'It was not so.',
    ],
  ])('%s', async (_what, change, shown) => {
    site = createSite(sound)
    await build()
    change()
    expect(await build()).toMatchObject({ status: 0 })
    expect(site.read(page)).toContain(shown)
  })
})

test('whoever says so loses it', async () => {
  site = createSite(sound)
  await build()
  site.remove(harbour)
  expect(await build('--allow-lost')).toMatchObject({ status: 0 })
  expect(() => site.read(page)).toThrow()
  expect(await build()).toMatchObject({ status: 0 })
})

test('a clock that is set back loses nothing: the stories are only not out yet', async () => {
  site = createSite(sound)
  await build()
  const { status } = await runInProcess(site, 'build', '--now=2024-10-23T12:00:00+05:30')
  expect(status).toBe(0)
})

test('the old addresses of a withdrawn story say that it was withdrawn, to servers too', async () => {
  site = createSite({ ...sound, [harbour]: text({ aliases: '[/old/, /old/harbour.html]' }) })
  await build()
  expect(site.read('_site/old/index.html')).toContain(url)
  const withdrawn = '{ date: 2024-10-25T10:00:00+05:30, reason: It was not so. }'
  site.write(harbour, text({ aliases: '[/old/, /old/harbour.html]', withdrawn }))
  expect(await build()).toMatchObject({ status: 0 })
  for (const old of ['old/index.html', 'old/harbour.html'])
    expect(site.read(`_site/${old}`), old).toContain('It was not so.')
  for (const mark of ['old.txt', 'old/harbour.html.txt'])
    expect(site.read(`_site/withdrawn/${mark}`)).toBe(
      site
        .read(`_site/withdrawn${url.slice(0, -1)}.txt`)
        .replace(url, `/${mark.replace(/\.txt$/, '').replace(/^old$/, 'old/')}`),
    )
})

test('the feeds of a live blog stay where programs know them when it moves', async () => {
  const entry = '::: entry 2024-10-24T11:00:00+05:30 The first ship\nIt is in.\n:::\n'
  const blog = (more = {}) => storyText({ ...fields, live: 'true', ...more }, entry)
  site = createSite({ ...sound, [harbour]: blog() })
  await build()
  const [rss, atom] = ['rss.xml', 'atom.xml'].map(name => site.read(`_site${url}${name}`))
  site.write(harbour, blog({ section: 'nation', aliases: `[${url}]` }))
  expect(await build()).toMatchObject({ status: 0 })
  expect(site.read(`_site${url}rss.xml`)).toContain('The first ship')
  const idOf = (feed: string | undefined) => /<id>[^<]*<\/id>/.exec(feed ?? '')?.[0]
  expect(idOf(site.read(`_site${url}atom.xml`))).toBe(idOf(atom))
  expect(site.read(`_site${url}rss.xml`)).toContain('/nation/2024/10/24/harbour/')
  expect(rss).toContain('The first ship')
})

describe('An address of the site itself stays', () => {
  const [sections, redirects] = ['_data/sections.yaml', '_data/redirects.yaml']
  const renamed = (site: SiteFolder) =>
    site.write(sections, site.read(sections).replace('sport:', 'games:').replace('nation:', 'country:'))

  test('when a section gets another key: the front and the feeds of each in one line', async () => {
    site = createSite(sound)
    await build()
    const before = site.snapshot('_site')
    renamed(site)
    const { status, stdout } = await build()
    expect(status).toBe(1)
    expect(stdout.match(/error address-lost/g)).toHaveLength(2)
    expect(stdout).toContain(
      'readers and their programs know the section “sport” at /sport/ and its feeds, such as /sport/rss.xml, which would lead nowhere',
    )
    expect(stdout).toContain('a section that only gets another name keeps its key')
    expect(site.snapshot('_site')).toEqual(before)
    const rows = (from: string, to: string) =>
      ['', 'rss.xml', 'atom.xml', 'feed.json'].map(name => `/${from}/${name}: /${to}/${name}\n`).join('')
    site.write(redirects, rows('sport', 'games'))
    const half = await build()
    expect(half.stdout.match(/error address-lost/g)).toHaveLength(1)
    expect(half.stdout).toContain('“nation”')
    site.write(redirects, rows('sport', 'games') + rows('nation', 'country'))
    expect(await build()).toMatchObject({ status: 0 })
    expect(site.read('_site/sport/rss.xml')).toContain('/games/rss.xml')
  })

  test('when a section gets another key, the line to write is in the report', async () => {
    site = createSite(sound)
    await build()
    site.write(sections, site.read(sections).replace('sport:', 'games:'))
    const { stdout } = await build()
    expect(stdout).toMatch(/_data\/sections\.yaml:\d+:1 error address-lost/)
    expect(stdout).toContain(
      `“/sport/: /games/”, “/sport/rss.xml: /games/rss.xml” and so on into ${redirects}`,
    )
    expect((await build('--allow-lost')).status).toBe(0)
  })

  test('when the row goes by which it led on', async () => {
    const rows =
      '/old.html: /world/\n/team: https://team.example/\n/shop/: gone\n/?p=1: /world/\n/taken/: /world/\n'
    site = createSite({ ...sound, [redirects]: rows })
    await build()
    site.write(redirects, '/elsewhere/: /world/\n')
    site.write('content/pages/taken.md', '---\ntitle: Taken\nsummary: A page.\n---\nWords.\n')
    const { status, stdout } = await build()
    expect(status).toBe(1)
    expect(stdout.match(/error address-lost/g)).toHaveLength(3)
    expect(stdout).toContain('/old.html led to /world/ until now, and would lead nowhere: its row is gone')
    expect(stdout).toContain(`put the row back into ${redirects}: “/old.html: /world/”`)
    expect(stdout).toContain('“/?p=1: /world/”')
    site.write(redirects, '/old.html: /sport/\n/team: gone\n/?P=1: /world/\n')
    expect(await build()).toMatchObject({ status: 0 })
    site.remove(redirects)
    expect((await build()).stdout.match(/error address-lost/g)).toHaveLength(2)
    expect((await build('--allow-lost')).status).toBe(0)
  })

  test('when hundreds of rows go, in one line', async () => {
    const rows = Array.from({ length: 300 }, (_, number) => `/old/${number}: /world/\n`).join('')
    site = createSite({ ...sound, [redirects]: rows })
    await build()
    site.write(redirects, '/new/: /world/\n')
    const { stdout } = await build()
    expect(stdout.match(/error address-lost/g)).toHaveLength(1)
    expect(stdout).toContain('300 old addresses led on until now, such as /old/0')
  })

  test('by git, where the record of the last publish is lost', async () => {
    site = createSite({ ...sound, [redirects]: '/old.html: /world/\n' })
    commitIn(site)
    site.remove(redirects)
    renamed(site)
    const { status, stdout } = await build()
    expect(status).toBe(1)
    expect(stdout.match(/error address-lost/g)).toHaveLength(3)
  })
})

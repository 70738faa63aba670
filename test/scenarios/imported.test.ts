// Stories that came along from another site: what they link to may not have come, and their pages may be heavy.

import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at, problemsOf, storyAt } from '../rig/small-newsroom.ts'

const now = at('2024-10-27T00:00:00Z')
const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})

const open = (files: Files): SiteFolder => {
  const site = createSite(files)
  sites.push(site)
  return site
}
const warnings = async (site: SiteFolder): Promise<readonly string[]> =>
  (await publishInProcess(site, now)).warnings
    .filter(({ code }) => code === 'links-nowhere')
    .map(({ message, location }) => `${location.file}: ${message.split(' nowhere,')[0]} nowhere`)
const problems = async (site: SiteFolder): Promise<readonly string[]> => {
  const built = await attemptBuild(site, now)
  return built.ok ? [] : built.fault.map(({ code, message }) => `${code} ${message.split(' is broken')[0]}`)
}

const imported = (nowhere: string) => `{ from: _posts/2024-10-24-harbour.md, nowhere: ${nowhere} }`
const old = storyText(
  { imported: imported('[/old/pier/, "/shop/%C3%BC?a=1#b", "https://bulletin.example/tags/tide"]') },
  '[one](/old/pier/), [two](/shop/%C3%BC?a=1#b), [three](https://bulletin.example/tags/tide)\n',
)
const other = storyAt('2024-10-25T08:00:00+05:30', 'calm')

describe('A link to a page that did not come along', () => {
  test('is counted in one warning, at every build, and stops none', async () => {
    const site = open({ [storyFile]: old })
    const said = [`${storyFile}: 3 links of imported stories lead nowhere`]
    expect(await warnings(site)).toEqual(said)
    for (const [file, text] of Object.entries(other)) site.write(file, text)
    expect(await warnings(site)).toEqual(said)
    // All by itself, with nothing that changed.
    expect(await warnings(site)).toEqual(said)
    site.remove('.dateline')
    expect(await warnings(site)).toEqual(said)
  })

  test('counts no more once something stands there, or is elsewhere, or the link is taken out', async () => {
    const site = open({ [storyFile]: old, ...other })
    await publishInProcess(site, now)
    site.write('content/static/tags/tide', 'tides')
    expect(await warnings(site)).toEqual([`${storyFile}: 2 links of imported stories lead nowhere`])
    const [file = ''] = Object.keys(other)
    site.write(file, storyText({ date: '2024-10-25T08:00:00+05:30', aliases: '[/old/pier/]' }))
    expect(await warnings(site)).toEqual([`${storyFile}: 1 link of imported stories leads nowhere`])
    site.remove('content/static/tags/tide')
    expect(await warnings(site)).toEqual([`${storyFile}: 2 links of imported stories lead nowhere`])
    site.write('_data/site.yaml', `${siteData['_data/site.yaml']}elsewhere: [/shop/]\n`)
    expect(await warnings(site)).toEqual([`${storyFile}: 1 link of imported stories leads nowhere`])
    site.write(storyFile, old.replace(/, \[three\].*\)/, '.'))
    expect(await warnings(site)).toEqual([])
  })

  test('of a draft or a withdrawn story is none for readers', async () => {
    const site = open({ [storyFile]: old.replace('---\n', '---\ndraft: true\n') })
    expect(await warnings(site)).toEqual([])
    site.write(storyFile, old)
    expect(await warnings(site)).toHaveLength(1)
    const withdrawn = '---\nwithdrawn: { date: 2024-10-25T00:00:00Z, reason: It was not so. }\n'
    site.write(storyFile, old.replace('---\n', withdrawn))
    expect(await warnings(site)).toEqual([])
  })

  test('is an error where no import has marked it, and where the mark is taken away', async () => {
    const site = open({ [storyFile]: old, ...other })
    await publishInProcess(site, now)
    site.write(storyFile, `${old}\nAn editor’s [own link](/old/quay/).\n`)
    expect(await problems(site)).toEqual([
      'link-broken /world/2024/10/24/harbour-reopens/: the link to /old/quay/',
    ])
    site.write(storyFile, old.replace('[/old/pier/, ', '['))
    expect(await problems(site)).toEqual([
      'link-broken /world/2024/10/24/harbour-reopens/: the link to /old/pier/',
    ])
    site.write(storyFile, old.replace(/imported:.*\n/, ''))
    expect(await problems(site)).toHaveLength(3)
    const [file = ''] = Object.keys(other)
    site.write(storyFile, old)
    site.write(file, `${other[file]}\n[the pier](/old/pier/)\n`)
    expect(await problems(site)).toEqual(['link-broken /world/2024/10/25/calm/: the link to /old/pier/'])
  })
})

describe('A story that is too heavy', () => {
  const noise = (length: number) => randomBytes(length).toString('hex')
  const heavy = (slug: string, fields: Record<string, string>, size = 16_000) =>
    storyAt('2024-10-24T08:00:00+05:30', slug, fields, `${noise(size)}\n`)
  const from = { imported: '{ from: a.md }' }
  const found = async (site: SiteFolder) =>
    (await publishInProcess(site, now)).warnings
      .filter(({ code }) => code === 'page-heavy' || code === 'page-near-weight')
      .map(({ code, severity, message, location }) => `${location.file} ${severity} ${code} ${message}`)

  test('is published with a warning; that of imported stories is one for all of them', async () => {
    const site = open({
      ...{
        ...heavy('one', from),
        ...heavy('two', from),
        ...heavy('three', from),
        ...heavy('near', from, 10_200),
      },
      ...{ ...heavy('own', {}), ...heavy('another', {}), ...heavy('growing', {}, 10_200) },
    })
    const said = await found(site)
    expect(said).toHaveLength(4)
    const whole = said.join('\n')
    for (const [slug, code] of [
      ['own', 'page-heavy'],
      ['another', 'page-heavy'],
      ['growing', 'page-near-weight'],
    ])
      expect(whole).toMatch(new RegExp(`/${slug}.md warning ${code} /world/2024/10/24/${slug}/: [^;]*$`, 'm'))
    expect(whole).toMatch(/warning page-heavy .*; so is it with 2 more pages of imported stories, such as /)
    expect(site.read('_site/world/2024/10/24/own/index.html').length).toBeGreaterThan(30_000)
    // Said once, until it is edited again.
    expect(await found(site)).toEqual([])
  })

  test('is not what a page of the newsroom’s own may be', async () => {
    const about = `---\ntitle: About\nsummary: What this is.\n---\n${noise(16_000)}\n`
    expect(await problems(open({ 'content/pages/about.md': about }))).toEqual([
      expect.stringMatching(/^page-heavy \/about\//),
    ])
  })
})

test.each([
  ['true', 'field-type'],
  ['{ nowhere: [/a/] }', 'field-missing'],
  ['{ from: a.md, nowhere: /a/ }', 'field-type'],
  ['{ from: a.md, form: /a/ }', 'field-unknown'],
])('imported: %s is a mistake', (value, code) => {
  expect(problemsOf({ [storyFile]: storyText({ imported: value }) })).toMatchObject([{ code }])
})

// Pictures from the camera to the reader, by whole commands.

import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { forEditors } from '../../src/store/edition.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { digestsOf } from '../rig/edit-and-publish.ts'
import { noEncoder } from '../rig/no-encoder.ts'
import { halves, movingGif, movingPng, photo, plain } from '../rig/photos.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type Run, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const folder = 'content/stories/2024/10/24'
const storyPage = '_site/world/2024/10/24/harbour-reopens/index.html'
const showing = (src: string, more = {}) => ({
  image: `{ src: ${src}, alt: The quay, credit: Asha Rao, caption: At noon }`,
  ...more,
})

let quay: Buffer
beforeAll(async () => {
  quay = await halves(64, 48).jpeg().toBuffer()
})

const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})
const open = (files: Files = { [storyFile]: storyText(showing('quay.jpg')) }): SiteFolder => {
  const site = createSite(files)
  sites.push(site)
  site.writeBytes(`${folder}/quay.jpg`, quay)
  return site
}

const day = '2024-10-27T00:00:00Z'
const demandOk = ({ status, stdout, stderr }: Run): string => {
  expect(status, stdout + stderr).toBe(0)
  return stdout
}
const build = async (site: SiteFolder, now = day, ...flags: string[]) =>
  demandOk(await runInProcess(site, 'build', `--now=${now}`, ...flags))
/** Fails when it would encode anything. */
const buildOnly = (site: SiteFolder, now = day) =>
  demandOk(site.spawn(process.execPath, ['scripts/run.js', 'build', `--now=${now}`], noEncoder))
const pictures = (site: SiteFolder) =>
  Object.keys(site.snapshot('_site')).filter(file => file.startsWith('media/'))
const ends = (files: readonly string[]) => files.map(file => file.replace(/^.*-[0-9a-f]{8}-/, ''))

describe('A new picture', () => {
  test('is on its page in formats and sizes, with its words, and in the feed as one JPEG', async () => {
    const site = open()
    expect(await build(site)).toContain('1 new picture encoded and kept in .dateline/pictures/')
    expect(ends(pictures(site))).toEqual(['64.avif', '64.jpg', '64.webp'])
    const page = site.read(storyPage)
    expect(page).toMatch(
      /<source type="image\/avif" srcset="\/media\/[^"]* 64w" sizes="[^"]*"><source type="image\/webp"/,
    )
    expect(page).toMatch(
      /<img src="\/media\/[^"]*-64.jpg" width="64" height="48" alt="The quay"[^>]*fetchpriority="high"/,
    )
    expect(page).toContain('class="tone r')
    expect(page).toMatch(/At noon · <span class="credit">Asha Rao<\/span>/)
    const feed = site.read('_site/rss.xml')
    expect(feed).toMatch(
      /<img src="https:\/\/bulletin\.example\/media\/[^"]*-64\.jpg" width="64" height="48" alt="The quay">/,
    )
    expect(feed).not.toContain('avif')
  })

  test('is encoded once: no later publish loads an encoder, not even one that remembers nothing else', async () => {
    const site = open()
    await build(site)
    const before = site.snapshot('_site')
    site.write(storyFile, storyText(showing('quay.jpg', { title: 'Another headline' })))
    expect(buildOnly(site)).not.toContain('encoded')
    // Nor one that has lost what was made of it, as long as all of that is published.
    const kept = join(site.root, '.dateline/pictures')
    renameSync(kept, `${kept}-elsewhere`)
    site.write(storyFile, storyText(showing('quay.jpg', { title: 'A third headline' })))
    buildOnly(site)
    renameSync(`${kept}-elsewhere`, kept)
    site.write(storyFile, storyText(showing('quay.jpg')))
    for (const name of ['store-a', 'store-b', 'current.json'])
      rmSync(join(site.root, '.dateline', name), { recursive: true, force: true })
    rmSync(join(site.root, '_site'), { recursive: true })
    buildOnly(site)
    expect(digestsOf(site.snapshot('_site'))).toEqual(digestsOf(before))
  })

  test('is told to need the encoder where that cannot run', () => {
    const { status, stderr } = open().spawn(process.execPath, ['scripts/run.js', 'build'], noEncoder)
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^pictures need the package sharp, which cannot run here \(.*\); run npm ci on this machine\n$/,
    )
  })

  test('is in plain Eleventy’s site to the byte, also beside two stories', async () => {
    const other = 'content/stories/2024/10/25/quay.jpg'
    const site = open({
      [storyFile]: storyText(showing('quay.jpg')),
      'content/stories/2024/10/25/calm.md': storyText(
        {
          title: 'Calm',
          date: '2024-10-25T09:30:00+05:30',
          image: '{ src: quay.jpg, decorative: true, credit: A }',
        },
        '![The quay again](/images/pier.jpg "From the pier")\n',
      ),
    })
    site.writeBytes(other, quay)
    site.writeBytes('content/static/images/pier.jpg', quay)
    await build(site)
    const built = site.snapshot('_site')
    expect(pictures(site)).toHaveLength(9)
    for (const name of ['_site', '.dateline']) rmSync(join(site.root, name), { recursive: true })
    const eleventy = ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet']
    const { stderr } = site.spawn(process.execPath, eleventy, { DATELINE_NOW: day })
    expect(stderr).toContain('encoding 1 new pictures')
    expect(digestsOf(site.snapshot('_site'))).toEqual(digestsOf(built))
  })

  test('is encoded by the machines that share a build, and not where it is merged', async () => {
    const site = open()
    await build(site)
    const fullBuildReason = site.snapshot('_site')
    const merging = open()
    for (const word of ['1/2', '2/2']) {
      const machine = open()
      await build(machine, day, `--shard=${word}`)
      cpSync(join(machine.root, '.dateline/shares'), join(merging.root, '.dateline/shares'), {
        recursive: true,
      })
    }
    demandOk(merging.spawn(process.execPath, ['scripts/run.js', 'merge'], noEncoder))
    expect(digestsOf(merging.snapshot('_site'))).toEqual(digestsOf(fullBuildReason))
  })

  test('of a held story is encoded before, and published with it', async () => {
    const site = open({ [storyFile]: storyText(showing('quay.jpg', { embargo: '2024-11-01T00:00:00Z' })) })
    expect(await build(site)).toContain('1 new picture encoded')
    expect(pictures(site)).toEqual([])
    buildOnly(site, '2024-11-01T00:00:00Z')
    expect(pictures(site)).toHaveLength(3)
  })

  test('takes the place of the old one, and goes with its story', async () => {
    const site = open()
    await publishInProcess(site, at(day))
    const old = pictures(site)
    site.writeBytes(`${folder}/quay.jpg`, await photo(40, 30))
    await publishInProcess(site, at(day))
    expect(ends(pictures(site))).toEqual(['40.avif', '40.jpg', '40.webp'])
    expect(pictures(site).filter(file => old.includes(file))).toEqual([])
    site.write(storyFile, storyText(showing('quay.jpg', { draft: 'true' })))
    await publishInProcess(site, at(day))
    expect(pictures(site)).toEqual([])
  })

  test('is shown to editors as it came from the camera: nobody waits for an encoder at a save', async () => {
    const site = open({ [storyFile]: storyText(showing('quay.jpg', { draft: 'true' })) })
    const { encoded } = await publishInProcess(site, at(day), { edition: forEditors })
    expect(encoded).toBe(0)
    const shown = Object.keys(site.snapshot('.dateline/preview/site/media'))
    expect(shown).toEqual([expect.stringMatching(/^hashed\/2024\/10\/24\/quay-[0-9a-f]{8}\.jpg$/)])
  })
})

test('What is wrong with pictures is reported in one run, each with its location, and none of it is published', async () => {
  const site = open({
    [`${folder}/a.md`]: storyText({ title: 'One of them', ...showing('half.jpg') }),
    [`${folder}/b.md`]: storyText(
      { title: 'Another one', date: '2024-10-24T10:00:00+05:30', urgency: '12' },
      'See:\n\n![Half](half.jpg)\n\n![Misnamed](wrong.png)\n',
    ),
    [`${folder}/map.svg`]: '<svg xmlns="http://www.w3.org/2000/svg">\n  <script/></svg>\n',
    'content/static/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>\n',
    [storyFile]: storyText({ ...showing('quay.jpg', { date: '2024-10-24T11:00:00+05:30' }) }),
  })
  site.writeBytes(`${folder}/half.jpg`, quay.subarray(0, quay.length - 60))
  site.writeBytes(`${folder}/wrong.png`, quay)
  const { status, stdout } = await runInProcess(site, 'build', `--now=${day}`, '--format=json')
  expect(status).toBe(3)
  const { published, problems } = JSON.parse(stdout)
  expect(published).toBe(true)
  expect(
    (problems as { file: string; line: number; column: number; code: string }[])
      .map(({ file, line, column, code }) => `${file.split('/').at(-1)}:${line}:${column} ${code}`)
      .sort(),
  ).toEqual([
    'a.md:6:15 picture-corrupt',
    'b.md:10:9 picture-corrupt',
    'b.md:12:13 picture-misnamed',
    'b.md:6:10 urgency-range',
    'logo.svg:1:1 drawing-active',
    'map.svg:2:3 drawing-active',
  ])
  const files = Object.keys(site.snapshot('_site'))
  expect(files).toContain('world/2024/10/24/harbour-reopens/index.html')
  expect(files.filter(file => /logo|map|half|wrong|\/[ab]\//.test(file.replace('sitemap', '')))).toEqual([])
})

describe('Pictures of every kind, published together', () => {
  const kinds = {
    'tall.jpg': () => plain(640, 16_384).jpeg().toBuffer(),
    'IMG_0412.JPG': () => photo(90, 60),
    'glass.png': () => plain(70, 30, { r: 0, g: 0, b: 0, alpha: 0.4 }).png().toBuffer(),
    'Wall.Png': () => plain(40, 30).png().toBuffer(),
    'moves.gif': async () => movingGif(),
    'moves.PNG': () => movingPng(3),
    'chart.SVG': async () =>
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 0h90v9"/></svg>',
      ),
  }
  const names = Object.keys(kinds)
  /** Those through which something may show. */
  const clear = ['glass.png', 'chart.SVG']
  const storyOf = (name: string, at: number) =>
    storyText(
      {
        title: `Of ${name}`,
        date: `2024-10-24T0${at}:30:00+05:30`,
        ...showing(name),
        ...(name === 'tall.jpg' ? { urgency: '1' } : {}),
      },
      `The same again:\n\n![Seen](${name} "Seen")\n`,
    )
  let site: SiteFolder
  let report: string
  let files: Files
  beforeAll(async () => {
    site = createSite(
      Object.fromEntries(names.map((name, at) => [`${folder}/story-${at}.md`, storyOf(name, at)])),
    )
    for (const [name, make] of Object.entries(kinds)) site.writeBytes(`${folder}/${name}`, await make())
    // Nobody sees it yet, but its pictures are encoded ahead.
    site.write(`${folder}/ahead.md`, storyText({ ...showing('tall.jpg'), embargo: '2025-01-01T00:00:00Z' }))
    const { status, stdout, stderr } = await runInProcess(site, 'build', `--now=${day}`)
    expect(status, stdout + stderr).toBe(0)
    report = stdout + stderr
    files = site.snapshot('_site')
  })
  afterAll(() => site.dispose())

  test('are published without a warning, whatever the letters of their endings', () => {
    // That of the story which waits.
    expect(report).not.toMatch(/ warning (?!date-before-release)/)
  })

  test('a picture that is too tall for an encoder is left to the others', () => {
    expect(ends(pictures(site).filter(file => file.includes('/tall-')))).not.toContain('640.webp')
  })

  test('a picture that moves is published as it is', async () => {
    for (const name of ['moves.gif', 'moves.PNG'] as const) {
      const [stem, ending] = name.split('.')
      const [file = ''] = pictures(site).filter(
        path => path.includes(`/${stem}-`) && path.endsWith(`.${ending}`),
      )
      expect(files[file], name).toBe((await kinds[name]()).toString('latin1'))
    }
  })

  test('each that a feed encloses has the size of its file', () => {
    const found = Object.entries(files)
      .filter(([name]) => /(?:rss|atom)\.xml$/.test(name))
      .flatMap(([, text]) => [...text.matchAll(/<(?:enclosure|link rel="enclosure"|media:content) [^>]*>/g)])
      .map(([tag]) => ({
        path: decodeURI(/(?:url|href)="https:\/\/bulletin\.example\/([^"]*)"/.exec(tag)?.[1] ?? ''),
        bytes: Number(/(?:length|fileSize)="(\d+)"/.exec(tag)?.[1]),
      }))
    expect(new Set(found.map(({ path }) => path)).size).toBe(names.length)
    for (const { path, bytes } of found) expect(bytes, path).toBe(files[path]?.length)
  })

  test('those that let something through stand on a light ground in the dark, wherever they are shown', () => {
    const shown = Object.entries(files)
      .filter(([name]) => name.endsWith('.html'))
      .flatMap(([, text]) => [...text.matchAll(/<img [^>]*>/g)].map(([tag]) => tag))
    for (const name of names) {
      const tags = shown.filter(tag => tag.includes(`/${name.split('.')[0]}-`))
      expect(tags.length, name).toBeGreaterThan(2)
      for (const tag of tags) expect(tag.includes('class="clear"'), tag).toBe(clear.includes(name))
    }
  })
})

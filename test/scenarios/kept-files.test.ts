// What a story that stays back shows stays with it: its pictures, videos and their words, whatever became of the files.

import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { photo } from '../rig/photos.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { tinyFilm } from '../rig/tiny-film.ts'

const folder = 'content/stories/2024/10/24'
const harbour = `${folder}/harbour.md`
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>\n'
const base64 = (bytes: Uint8Array): string => `base64:${Buffer.from(bytes).toString('base64')}`

let site: SiteFolder
afterEach(() => site.dispose())

const build = (...flags: string[]) => runInProcess(site, 'build', '--now=2024-10-25T12:00:00+05:30', ...flags)

/** Files of pages that are named on some page and are not there. */
const missing = (): readonly string[] => {
  const pages = site.snapshot('_site')
  const named = Object.entries(pages)
    .filter(([file]) => file.endsWith('.html'))
    .flatMap(([, page]) => page.match(/\/media\/[^"\s,]+/g) ?? [])
  return [...new Set(named)].filter(path => !existsSync(join(site.root, '_site', path)))
}

const image = (name: string) => ({ image: `{ src: ${name}, alt: A map, credit: Desk }` })
const tide = `${folder}/tide.md`
const tideText = storyText({ title: 'The tide turns', date: '2024-10-24T12:30:00+05:30' })
const page = '_site/world/2024/10/24/harbour/index.html'
const drawn = async () => ({
  [harbour]: storyText({ title: 'The harbour', ...image('map.svg') }),
  [`${folder}/map.svg`]: drawing,
})
const photographed = async () => ({
  [harbour]: storyText({ title: 'The harbour', ...image('map.jpg') }),
  [`${folder}/map.jpg`]: base64(await photo(640, 480)),
})
const filmed = async () => ({
  [harbour]: storyText({ title: 'The harbour' }, 'Words.\n\n![It](clip.mp4 "A caption")\n'),
  [`${folder}/clip.mp4`]: tinyFilm('one'),
  [`${folder}/clip.vtt`]: 'WEBVTT\n\n00:00.000 --> 00:01.000\n[A horn]\n',
  [`${folder}/clip.txt`]: 'A horn sounds.\n',
})

/** What is shown, its files, the one that something happens to, and whether what readers get can be made without it. */
const shows: readonly [string, () => Promise<Files>, string, boolean][] = [
  ['a photo', photographed, 'map.jpg', true],
  ['a drawing', drawn, 'map.svg', false],
  ['a video', filmed, 'clip.mp4', false],
  ['the captions of a video', filmed, 'clip.vtt', false],
  ['the transcript of a video', filmed, 'clip.txt', true],
]

describe.each(shows)('%s', (_what, files, name, isRemade) => {
  test.each<[string, () => void]>([
    ['that is damaged', () => site.write(`${folder}/${name}`, 'base64://///w==')],
    ['that is gone', () => site.remove(`${folder}/${name}`)],
  ])('%s stays as it was, also when all pages are made anew', async (_how, change) => {
    site = createSite(await files())
    expect((await build()).status).toBe(0)
    const before = site.snapshot('_site')
    change()
    site.write(tide, tideText)
    const kept = `  ${harbour}: readers keep its last version`
    const published = () =>
      Object.entries(before).filter(([file]) => /^(?:media|world\/2024\/10\/24\/harbour)\//.test(file))
    for (const flags of [[], ['--all']]) {
      const { status, stdout } = await build(...flags)
      expect(stdout).toContain(kept)
      expect(status).toBe(3)
      expect(site.read('_site/index.html')).toContain('The tide turns')
      for (const [file, text] of published().filter(([file]) => !file.includes('/harbour/')))
        expect(site.snapshot('_site')[file], file).toBe(text)
    }
    const layout = '_data/site.yaml'
    site.write(layout, site.read(layout).replace('The Test Bulletin', 'The Other Bulletin'))
    expect((await build()).stdout).toContain(kept)
    expect(site.read(page)).toContain('The Other Bulletin')
    expect(missing()).toEqual([])

    // Without the published folder nobody has what was published as it was.
    site.remove('_site')
    for (const flags of [[], ['--all']]) {
      const { status, stdout } = await build(...flags)
      expect(stdout).toContain(isRemade ? kept : `  ${harbour}: readers do not get it`)
      expect(status).toBe(3)
      expect(missing()).toEqual([])
      expect(existsSync(join(site.root, page))).toBe(isRemade)
      for (const [file, text] of Object.entries(site.snapshot('_site')))
        if (file.startsWith('media/')) expect(text, file).toBe(before[file])
    }
  })
})

test('a photo is held back when neither it nor what was made of it is there', async () => {
  site = createSite(await photographed())
  await build()
  site.remove(`${folder}/map.jpg`)
  for (const place of ['_site', '.dateline/pictures']) site.remove(place)
  const { status, stdout } = await build()
  expect(stdout).toContain(`  ${harbour}: readers do not get it`)
  expect(status).toBe(3)
  expect(missing()).toEqual([])
})

describe('A file of content/static/ with problems', () => {
  const [page, key] = ['content/static/map/index.html', 'content/static/notes.txt']
  const html = (body: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Map</title></head><body>${body}</body></html>\n`
  const secret = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'.repeat(2)}\n`

  test('stays as it was published last, a new one is held back, and all else goes out', async () => {
    site = createSite({ [harbour]: storyText({ title: 'The harbour' }), [page]: html('<p>One</p>') })
    expect((await build()).status).toBe(0)
    const before = site.read('_site/map/index.html')
    site.write(page, html('<p onclick="run()">Two</p>'))
    site.write(key, secret)
    site.write(tide, tideText.replace('The first', 'See [notes](/notes.txt). The first'))
    for (const flags of [[], [], ['--all']]) {
      const { status, stdout } = await build(...flags)
      expect(stdout).toContain('published, but 3 files were kept back:')
      expect(stdout).toContain(`  ${page}: readers keep its last version`)
      expect(stdout).toContain(`  ${key}: readers do not get it`)
      expect(stdout).toContain(`  ${tide}: readers do not get it`)
      expect(status).toBe(3)
      expect(site.read('_site/map/index.html')).toBe(before)
      expect(existsSync(join(site.root, '_site/notes.txt'))).toBe(false)
    }
    site.remove('_site')
    const { status, stdout } = await build()
    expect(stdout).toContain(`  ${page}: readers do not get it`)
    expect(status).toBe(3)
    expect(existsSync(join(site.root, '_site/map/index.html'))).toBe(false)
    site.write(page, html('<p>Three</p>'))
    site.write(key, 'Notes for all.\n')
    expect((await build()).status).toBe(0)
    expect(site.read('_site/map/index.html')).toContain('Three')
    expect(site.read('_site/index.html')).toContain('The tide turns')
  })

  test('so does a link to elsewhere, of whatever kind', async () => {
    site = createSite({ [harbour]: storyText({ title: 'The harbour' }) })
    await build()
    const linked = ['content/static/logs', tide, 'content/pages/other.md', `${folder}/photos`]
    for (const file of linked) symlinkSync(join(site.root, '_data/site.yaml'), join(site.root, file))
    site.write(`${folder}/calm.md`, storyText({ title: 'A calm', date: '2024-10-24T13:30:00+05:30' }))
    for (const flags of [[], [], ['--all'], ['--changed=content/stories/2024/10/24/calm.md']]) {
      const { status, stdout } = await build(...flags)
      for (const file of linked) expect(stdout).toContain(`  ${file}: readers do not get it`)
      expect(stdout.match(/error file-link/g)).toHaveLength(4)
      expect(status).toBe(3)
      expect(site.read('_site/index.html')).toContain('A calm')
    }
  })
})

// A property over media as cameras, phones and programs make them: whatever exiftool and ffmpeg can note, nothing of it is published.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listFiles } from '../../src/system/files.ts'
import { plantMedia } from '../media/planted-media.ts'
import { faultOf, stripped } from '../media/strip.ts'
import { isInstalled } from '../rig/programs.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const isReady = isInstalled('exiftool', '-ver') && isInstalled('ffmpeg', '-version')

const folder = 'content/stories/2024/10/24'
/** What a story shows as it is, or links to. */
const films = ['fast.mp4', 'last.mp4', 'frag.mp4', 'chapters.mp4', 'vp8.webm', 'stream.webm']
const sounds = ['cover.m4a', 'cover3.mp3', 'plain4.mp3', 'vorbis.ogg', 'opus.ogg', 'flac.ogg']
const pictures = ['photo.jpg', 'shot.png', 'web.webp', 'new.avif', 'moving.gif', 'map.svg']
const stem = (name: string) => name.replace(/\.\w+$/, '')

const body = [
  ...films.map(name => `![It](${name}#silent)`),
  ...sounds.map(name => `![It](${name})`),
  ...pictures.map(name => `![It](${name})\n\n[As it was taken](/media/2024/10/24/${name})`),
].join('\n\n')

let site: SiteFolder | undefined
let root = ''
let planted: ReadonlyMap<string, Buffer>
const made = mkdtempSync(join(tmpdir(), 'dateline-planted-'))

beforeAll(async () => {
  if (!isReady) return
  planted = await plantMedia(made)
  const begun = createSite({
    [storyFile]: storyText({ image: '{ src: photo.jpg, alt: A, credit: B }' }, body),
  })
  site = begun
  root = begun.root
  for (const [name, bytes] of planted) {
    begun.writeBytes(`content/static/press/${name}`, bytes)
    begun.writeBytes(`${folder}/${name}`, bytes)
  }
  for (const name of sounds) begun.write(`${folder}/${stem(name)}.txt`, 'What is said.\n')
  for (const name of films)
    begun.writeBytes(`${folder}/${stem(name)}.jpg`, planted.get('photo.jpg') as Buffer)
  for (const name of [
    'clock.mov',
    'phone.3gp',
    'film.mkv',
    'old.avi',
    'cover.flac',
    'broadcast.wav',
    'long.wav',
  ])
    begun.remove(`${folder}/${name}`)
  const { status, stdout, stderr } = await runInProcess(begun, 'build', '--now=2024-10-27T00:00:00Z')
  expect(status, stdout + stderr).toBe(0)
})
afterAll(() => {
  rmSync(made, { recursive: true, force: true })
  site?.dispose()
})

const published = () => listFiles(join(root, '_site')).map(file => join(root, '_site', file))

describe.runIf(isReady)('Of media in every role', () => {
  test('no byte of the published folder holds what was noted', () => {
    for (const bytes of planted.values()) expect(/Secret/.test(bytes.toString('latin1'))).toBe(true)
    const telling = published().filter(file =>
      /Secret|Users\/jane|\+52\.37/.test(readFileSync(file, 'latin1')),
    )
    expect(telling).toEqual([])
    expect(published().filter(file => /\/(?:media|press)\//.test(file)).length).toBeGreaterThan(60)
  })

  test('exiftool finds no place, owner, device, serial number or path, and no author but of a sound', () => {
    const found = spawnSync('exiftool', ['-json', '-a', '-G1', '-ee', '-r', 'media', 'press'], {
      cwd: join(root, '_site'),
      encoding: 'utf8',
      maxBuffer: 64e6,
    })
    const noted = (JSON.parse(found.stdout) as Record<string, unknown>[]).flatMap(
      ({ SourceFile, ...fields }) =>
        Object.entries(fields)
          .filter(([name]) => !/^(?:File|System|ExifTool|ICC_Profile|ICC-header|Composite):/.test(name))
          .filter(([name, value]) => isTelling(name.replace(/^.*:/, ''), String(value)))
          .map(([name, value]) => `${SourceFile} ${name}: ${value}`),
    )
    expect(noted).toEqual([])
  })

  test('pictures look as they did: pixels, colours, and which way up they are', async () => {
    for (const name of pictures.slice(0, 4)) {
      const before = planted.get(name) as Buffer
      const after = readFileSync(join(root, '_site/media/2024/10/24', name))
      expect(await sharp(after).rotate().raw().toBuffer(), name).toEqual(
        await sharp(before).rotate().raw().toBuffer(),
      )
      const [one, other] = [await sharp(before).metadata(), await sharp(after).metadata()]
      expect([other.orientation, other.icc], name).toEqual([one.orientation, one.icc])
    }
  })

  test('videos and sounds play as they did, sample for sample', () => {
    const names = [...planted.keys()].filter(name => !pictures.includes(name))
    const [before, after] = [made, join(root, '_site/press')].map(where => streamsOf(where, names))
    expect(before?.length).toBeGreaterThan(names.length)
    expect(after).toEqual(before)
  })

  test('title, artist and cover of a sound stay', () => {
    for (const name of ['cover.m4a', 'cover3.mp3', 'plain4.mp3', 'cover.flac'])
      expect(readFileSync(join(root, '_site/press', name), 'latin1'), name).toMatch(
        /Evening talk[\s\S]*Asha Rao|Asha Rao[\s\S]*Evening talk/,
      )
  })

  test('what was looked through once is left as it is, and a part of it is damaged', () => {
    for (const [name, bytes] of planted) {
      const once = stripped(bytes, name)
      expect(stripped(once, name).equals(once), name).toBe(true)
      if (/\.(?:svg|flac|mp3)$|^stream/.test(name)) continue
      for (const part of [0.4, 0.8])
        expect(faultOf(once.subarray(0, once.length * part), name), name).toBe('media-cut-short')
    }
  })
})

describe.runIf(isReady)('Damage to a medium', () => {
  test('is no crash, wherever it is', () => {
    for (const [name, bytes] of planted) {
      const property = fc.property(
        fc.nat(Math.min(bytes.length, 6000) - 1),
        fc.nat(255),
        fc.nat(bytes.length),
        (at, value, length) => {
          const damaged = Buffer.from(bytes)
          damaged[at] = value
          for (const one of [damaged, damaged.subarray(0, length)])
            if (faultOf(one, name) === null) stripped(one, name)
        },
      )
      fc.assert(property, { numRuns: 40 })
    }
  })
})

const isTelling = (name: string, value: string): boolean =>
  /GPS|Serial|Owner|Location|Coordinates|Make$|Model$|Comment|Creator|Author|By-line|Copyright$|Thumbnail/i.test(
    name,
  ) ||
  (/Artist|Title/.test(name) && !/^(?:Asha Rao|Evening talk)$/.test(value)) ||
  /[/\\](?:Users|home)[/\\]|Secret/.test(value) ||
  (/Date/.test(name) && /[1-9]/.test(value))

/** Digests of the packets of every picture and sound. */
const streamsOf = (where: string, names: readonly string[]): readonly string[] => {
  const inputs = names.flatMap(name => ['-i', join(where, name)])
  const maps = names.flatMap((_, at) => ['-map', `${at}:V?`, '-map', `${at}:a?`])
  const flags = ['-v', 'error', ...inputs, ...maps, '-c', 'copy', '-f', 'streamhash', '-hash', 'md5', '-']
  const { stdout, stderr } = spawnSync('ffmpeg', flags, { encoding: 'utf8' })
  return [...stdout.trim().split('\n'), ...stderr.split('\n').filter(line => line !== '')]
}

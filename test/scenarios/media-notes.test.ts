// What cameras and programs noted in media is nowhere in the published folder.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFiles } from '../../src/system/files.ts'
import { filmOf, hevc, picture, sound } from '../media/noted-film.ts'
import { gifFromCamera, pictureFromCamera, secret } from '../media/noted-pictures.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const folder = 'content/stories/2024/10/24'
const day = '--now=2024-10-27T00:00:00Z'

const film = readFileSync(join(import.meta.dirname, '../../content/stories/2024/10/23/storm-signals.mp4'))

const body = `The quay ([as it was taken](/media/2024/10/24/quay.jpg)).

![The quay](quay.jpg "Ours")

![It moves](moving.gif)

![The film](film.mp4#silent)
`

let site: SiteFolder
beforeAll(async () => {
  site = createSite({ [storyFile]: storyText({}, body) })
  const jpeg = await pictureFromCamera('jpeg')
  for (const file of [`${folder}/quay.jpg`, `${folder}/film.jpg`, 'content/static/press/quay.JPG'])
    site.writeBytes(file, jpeg)
  site.writeBytes('content/static/press/quay.webp', await pictureFromCamera('webp'))
  site.writeBytes(`${folder}/moving.gif`, gifFromCamera())
  site.writeBytes(`${folder}/film.mp4`, film)
})
afterAll(() => site.dispose())

const published = () => listFiles(join(site.root, '_site'))
const bytesOf = (file: string) => readFileSync(join(site.root, '_site', file))
const find = (pattern: RegExp) => published().find(file => pattern.test(file)) ?? ''

test('a poster, a linked original, a moving picture and static pictures go out without the camera’s notes', async () => {
  const built = await runInProcess(site, 'build', day)
  expect(built.status, built.stdout + built.stderr).toBe(0)
  const telling = published().filter(file => bytesOf(file).includes(secret))
  expect(telling).toEqual([])
  expect(find(/film-\w+\.jpg$/)).not.toBe('')
  expect(find(/moving-\w+\.gif$/)).not.toBe('')
  for (const file of [
    find(/film-\w+\.jpg$/),
    'media/2024/10/24/quay.jpg',
    'press/quay.JPG',
    'press/quay.webp',
  ])
    expect((await sharp(bytesOf(file)).metadata()).orientation, file).toBe(6)
})

test('nothing of it is published again until it changes', async () => {
  const again = await runInProcess(site, 'build', day, '--dry-run')
  expect(again.stdout).not.toMatch(/quay|film|moving/)
  const full = await runInProcess(site, 'build', day, '--all')
  expect(full.stdout).toContain('0 added, 0 changed, 0 removed')
  site.writeBytes(`${folder}/film.jpg`, await pictureFromCamera('jpeg', 3))
  expect((await runInProcess(site, 'build', day)).status).toBe(0)
  expect((await sharp(bytesOf(find(/film-\w+\.jpg$/))).metadata()).orientation).toBe(3)
})

test('plain Eleventy publishes the same bytes', () => {
  const before = site.snapshot('_site')
  const { status, stdout, stderr } = site.spawn(process.execPath, ['node_modules/.bin/eleventy', '--quiet'], {
    DATELINE_NOW: '2024-10-27T00:00:00Z',
  })
  expect(status, stdout + stderr).toBe(0)
  const media = Object.keys(before).filter(file => /^(?:media|press)\//.test(file))
  const after = site.snapshot('_site')
  expect(media.length).toBeGreaterThan(8)
  expect(media.filter(file => after[file] !== before[file])).toEqual([])
})

test('a picture that nobody can look through is a problem where it is linked, or at its own file', async () => {
  const jpeg = await pictureFromCamera('jpeg')
  site.writeBytes('content/static/press/half.jpg', jpeg.subarray(0, -40))
  const { status, stdout, stderr } = await runInProcess(site, 'validate')
  expect(status).toBe(1)
  expect(stdout + stderr).toContain('content/static/press/half.jpg:1:1 error media-cut-short')
})

test('a video that many browsers do not play is a warning with its line, half a video an error', async () => {
  const signals = filmOf([{ ...picture, entry: hevc() }, sound])
  site.writeBytes(`${folder}/signals.mp4`, signals)
  site.writeBytes(`${folder}/half.mp4`, signals.subarray(0, signals.length / 2))
  site.write(
    `${folder}/signals.md`,
    storyText({ date: '2024-10-24T10:00:00+05:30' }, '![It](signals.mp4#silent)\n\n![It](half.mp4#silent)\n'),
  )
  const { status, stdout, stderr } = await runInProcess(site, 'validate')
  expect(status).toBe(1)
  expect(stdout + stderr).toContain(`${folder}/signals.md:7:7 warning media-not-played`)
  expect(stdout + stderr).toContain('ffmpeg -i signals.mp4 -c:v libx264')
  expect(stdout + stderr).toContain(`${folder}/signals.md:9:7 error media-cut-short`)
})

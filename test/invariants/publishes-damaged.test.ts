// What is remembered from publish to publish may be lost or damaged: the next build says so, is a full build, and makes the same bytes.

import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seal } from '../../src/store/seal.ts'
import { openStore } from '../../src/store/store.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { type Kept, keep } from '../rig/killed-build.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = '2024-10-25T00:00:00Z'
const folder = 'content/stories/2024/10'
const storm = `${folder}/24/storm.md`
const calm = `${folder}/23/calm.md`
const tide = `${folder}/24/tide.md`

const base: Files = {
  [storm]: storyText({ tags: '[harbour]' }),
  [calm]: storyText({
    title: 'The calm before it',
    date: '2024-10-23T09:30:00+05:30',
    authors: '[asha-rao]',
  }),
}
const publishes: readonly Files[] = [
  base,
  { [tide]: storyText({ title: 'The tide turns', date: '2024-10-24T15:00:00+05:30', tags: '[nato]' }) },
  { [storm]: storyText({ title: 'A gale over the harbour', tags: '[harbour, nato]' }) },
]

/** Takes back what was published last: to who remembers only what was before, nothing changed. */
const last: Files = { [storm]: base[storm] ?? '' }

let site: SiteFolder
let kept: Kept
let expected: Files
const change = (files: Files) => {
  for (const [file, text] of Object.entries(files)) site.write(file, text)
}
beforeAll(async () => {
  site = createSite()
  for (const files of publishes) {
    change(files)
    await publishInProcess(site, at(now))
  }
  kept = keep(site)
  change(last)
  await publishInProcess(site, at(now))
  const published = site.snapshot('_site')
  for (const name of ['.dateline', '_site']) site.remove(name)
  await publishInProcess(site, at(now))
  expected = site.snapshot('_site')
  expect(published).toEqual(expected)
})
afterAll(() => {
  site.dispose()
  kept.dispose()
})

const state = () => join(site.root, '.dateline')

/** Files that hold what is remembered; the others are locks, and LevelDB's notes for people. */
const rememberedFiles = (): readonly string[] => {
  const inStore = readdirSync(join(state(), 'store-a')).filter(name => !name.startsWith('LO'))
  return [...inStore.map(name => `store-a/${name}`), 'current.json']
}

/** `place` and `share` go from 0 to 1. */
type Damage = (path: string, place: number, bytes: Uint8Array) => void

const damages: Readonly<Record<string, Damage>> = {
  deleted: path => rmSync(path),
  'cut short': (path, place) => truncateSync(path, Math.floor(place * readFileSync(path).length)),
  'with noise in it': (path, place, bytes) => {
    const content = readFileSync(path)
    const start = Math.floor(place * content.length)
    content.set(bytes.subarray(0, content.length - start), start)
    writeFileSync(path, content)
  },
  'with nothing but noise in it': (path, _place, bytes) => {
    const { length } = readFileSync(path)
    writeFileSync(
      path,
      Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0),
    )
  },
  'with more behind it': (path, _place, bytes) =>
    writeFileSync(path, Buffer.concat([readFileSync(path), bytes])),
}

/** Publishes the last change after some damage; says why it was a full build. */
const publishAfter = async (damage: () => void): Promise<string | null> => {
  kept.restore()
  damage()
  const { fullBuildReason } = await publishInProcess(site, at(now))
  expect(site.snapshot('_site')).toEqual(expected)
  expect((await publishInProcess(site, at(now))).fullBuildReason).toBeNull()
  return fullBuildReason
}

const reason = /^the record of the last publish is (?:missing|damaged|incomplete)$|^no previous publish$/

describe('The same site comes out', () => {
  test.each(Object.entries(damages))('with each file of the store in turn %s', async (_how, damage) => {
    kept.restore()
    for (const file of rememberedFiles()) {
      const fullBuildReason = await publishAfter(() =>
        damage(join(state(), file), 0.4, Uint8Array.of(1, 2, 255, 0, 9, 77, 128)),
      )
      if (fullBuildReason !== null) expect(fullBuildReason, file).toMatch(reason)
    }
  })

  test('with any damage at any place', async () => {
    const any = fc.record({
      file: fc.nat(20),
      how: fc.constantFrom(...Object.keys(damages)),
      place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    })
    const property = fc.asyncProperty(any, async ({ file, how, place, bytes }) => {
      const fullBuildReason = await publishAfter(() => {
        const files = rememberedFiles()
        damages[how]?.(join(state(), files[file % files.length] ?? ''), place, bytes)
      })
      if (fullBuildReason !== null) expect(fullBuildReason).toMatch(reason)
    })
    const minutes = Number(process.env.SOAK_MINUTES ?? 0)
    await fc.assert(property, {
      ...(minutes === 0
        ? { numRuns: 20 }
        : { numRuns: 1_000_000, interruptAfterTimeLimit: minutes * 60_000 }),
      endOnFailure: true,
    })
  }, 7_200_000)

  test.each<[string, string]>([
    ['the store', 'store-a'],
    ['all that was remembered', '.'],
  ])('without %s', async (_what, name) => {
    expect(await publishAfter(() => rmSync(join(state(), name), { recursive: true }))).toMatch(reason)
  })
})

test('a story that is gone from the store, though listings name it, is reported as damage', async () => {
  kept.restore()
  const store = await openStore(join(state(), 'store-a'))
  await store.write([[`stories!${calm}`, null]])
  await store.close()
  seal(join(state(), 'store-a'))
  const { fullBuildReason } = await publishInProcess(site, at(now))
  expect(fullBuildReason).toBe('the record of the last publish is damaged')
  expect(site.snapshot('_site')).toEqual(expected)
})

test('the command says in one line why the build is full', async () => {
  kept.restore()
  truncateSync(join(state(), 'store-a/CURRENT'), 0)
  const { status, stdout } = await runInProcess(site, 'build', `--now=${now}`)
  expect(status).toBe(0)
  const lines = stdout.split('\n').filter(line => line.startsWith('full build') && line.includes('record of'))
  expect(lines).toEqual(['full build: the record of the last publish is damaged'])
})

test('what a later Dateline remembers is not touched, and the command says what to do', async () => {
  kept.restore()
  const pointer = '{"format":99,"store":"store-a"}\n'
  writeFileSync(join(state(), 'current.json'), pointer)
  const before = site.snapshot('_site')
  const { status, stdout, stderr } = await runInProcess(site, 'build', `--now=${now}`)
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(
    /^\S+ was written by a newer version of Dateline; use that version, or delete the folder and build again\n$/,
  )
  expect(site.snapshot('_site')).toEqual(before)
  expect(readFileSync(join(state(), 'current.json'), 'utf8')).toBe(pointer)
})

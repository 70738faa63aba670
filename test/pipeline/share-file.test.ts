// A share is published as it was made, or not at all: whatever happened to its folder on the way.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestsIn, readShare, writeShare } from '../../src/pipeline/share-file.ts'
import { at } from '../rig/small-newsroom.ts'

const pages = {
  'site/index.html': '<h1>The front</h1>\n',
  'site/index.html.br': 'compressed',
  'site/world/2024/10/24/harbour/index.html': '<h1>Harbour reopens</h1>\n',
  'site/rss.xml': '<rss/>\n',
  'pictures/0f3a9c1e/640.avif.0f3a': 'a picture',
}
const files = Object.keys(pages)
const shownFolder = 'shares/1-of-2'

let around: string
let made: string
beforeAll(() => {
  around = mkdtempSync(join(tmpdir(), 'dateline-shares-'))
  made = join(around, 'made')
  for (const [file, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(made, file)), { recursive: true })
    writeFileSync(join(made, file), text)
  }
  const plan = {
    planDigest: 'p',
    basisDigest: 'b',
    site: 'https://bulletin.example',
    isAll: false,
    shards: [],
  }
  writeShare(made, { index: 1, count: 2, now: at('2024-10-25T00:00:00Z'), ...plan, files: digestsIn(made) })
})
afterAll(() => rmSync(around, { recursive: true, force: true }))

type Damage = {
  readonly what: string
  /** The file that a problem must name. */
  readonly file: string
  readonly to: (folder: string) => void
}

const anyFile = fc.constantFrom(...files)
const anyPlace = fc.constantFrom(
  'site/x.html',
  'site/.DS_Store',
  'site/world/y/index.html',
  'pictures/z',
  'notes.txt',
)
const rewrite = (file: string, change: (bytes: Buffer) => Uint8Array | string) => (folder: string) =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file))))
const flipped = (bytes: Buffer, at: number, bit: number) =>
  Buffer.from(bytes.map((byte, index) => (index === at % bytes.length ? byte ^ (1 << bit) : byte)))

const damage: fc.Arbitrary<Damage> = fc.oneof(
  anyFile.map(file => ({ what: 'is missing', file, to: (folder: string) => rmSync(join(folder, file)) })),
  anyFile.map(file => ({ what: 'is empty', file, to: rewrite(file, () => '') })),
  fc.tuple(anyFile, fc.nat({ max: 8 })).map(([file, length]) => ({
    what: 'was cut off',
    file,
    to: rewrite(file, bytes => bytes.subarray(0, length % bytes.length)),
  })),
  fc.tuple(anyFile, fc.nat(), fc.nat({ max: 7 })).map(([file, at, bit]) => ({
    what: 'has one bit changed',
    file,
    to: rewrite(file, bytes => flipped(bytes, at, bit)),
  })),
  anyFile.map(file => ({ what: 'grew', file, to: rewrite(file, bytes => `${bytes}<script>`) })),
  anyFile.map(file => ({
    what: 'is a link to the same text',
    file,
    to: (folder: string) => {
      writeFileSync(join(around, 'elsewhere'), readFileSync(join(folder, file)))
      rmSync(join(folder, file))
      symlinkSync(join(around, 'elsewhere'), join(folder, file))
    },
  })),
  anyFile.map(file => ({
    what: 'is a folder',
    file,
    to: (folder: string) => {
      rmSync(join(folder, file))
      mkdirSync(join(folder, file))
    },
  })),
  anyPlace.map(file => ({
    what: 'was added',
    file,
    to: (folder: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), '')
    },
  })),
  fc
    .constantFrom(
      '',
      '\n',
      '{',
      'null',
      '[]',
      '7',
      '"share"',
      '{}',
      '{"format":1}',
      '{"format":1,"share":null}',
      '\xff',
    )
    .map(text => ({
      what: `has the list ${text}`,
      file: 'share.json',
      to: rewrite('share.json', () => Buffer.from(text, 'latin1')),
    })),
  fc.nat().map(length => ({
    what: 'has a list that was cut off',
    file: 'share.json',
    to: rewrite('share.json', bytes => bytes.subarray(0, length % bytes.length)),
  })),
)

const damaged = (each: Damage): ReturnType<typeof readShare> => {
  const folder = join(around, 'damaged')
  rmSync(folder, { recursive: true, force: true })
  cpSync(made, folder, { recursive: true })
  each.to(folder)
  return readShare(shownFolder, folder)
}

test('as it was made it is taken', () => {
  const read = readShare(shownFolder, made)
  expect(read.ok && Object.keys(read.value.share.files).sort()).toEqual([...files].sort())
})

test('whatever happened to it is a problem that names the share and the file', () =>
  fc.assert(
    fc.property(damage, each => {
      const read = damaged(each)
      if (read.ok) throw new Error(`${each.file} ${each.what}, and nobody noticed`)
      const problem = read.fault.find(({ location }) => location.file === `${shownFolder}/${each.file}`)
      expect(problem, `${each.file} ${each.what}`).toBeDefined()
      expect(problem?.message).toMatch(/share 1\/2|shares\/1-of-2/)
      expect(problem?.code).toBe('share-damaged')
    }),
    { numRuns: 300 },
  ))

test('a changed bit of its list is noticed, or changes nothing', () => {
  const whole = readShare(shownFolder, made)
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 7 }), (at, bit) => {
      const read = damaged({
        what: '',
        file: '',
        to: rewrite('share.json', bytes => flipped(bytes, at, bit)),
      })
      if (read.ok) expect(read.value.share).toEqual(whole.ok && whole.value.share)
    }),
    { numRuns: 300 },
  )
})

describe('in plain words', () => {
  const messageOf = (each: Omit<Damage, 'what'>) => {
    const read = damaged({ ...each, what: '' })
    return read.ok ? [] : read.fault.map(({ code, message }) => `${code}: ${message}`)
  }

  test('a folder without a list is no share', () =>
    expect(messageOf({ file: '', to: folder => rmSync(join(folder, 'share.json')) })).toEqual([
      'share-missing: shares/1-of-2 holds no share: there is no share.json in it, which comes last',
    ]))

  test('one of another version of Dateline is not read', () =>
    expect(
      messageOf({
        file: '',
        to: rewrite('share.json', bytes => `${bytes}`.replace('"format":1', '"format":9')),
      }),
    ).toEqual(['share-foreign: the share in shares/1-of-2 was made by another version of Dateline']))

  test('how to make it again is said with the command that made it', () => {
    const read = damaged({ what: '', file: '', to: folder => rmSync(join(folder, 'site/rss.xml')) })
    expect(read.ok ? '' : read.fault[0]?.hint).toContain(
      'npm run build -- --shard=1/2 --now=2024-10-25T00:00:00Z',
    )
  })

  test('a folder of which most is missing is not listed file by file', () => {
    const many = join(around, 'many')
    for (let file = 0; file < 100; file += 1) {
      mkdirSync(join(many, `site/${file}`), { recursive: true })
      writeFileSync(join(many, `site/${file}/index.html`), `${file}`)
    }
    const share = { index: 1, count: 2, now: at('2024-10-25T00:00:00Z'), planDigest: '', basisDigest: '' }
    writeShare(many, { ...share, site: '', isAll: false, shards: [], files: digestsIn(many) })
    rmSync(join(many, 'site'), { recursive: true })
    const read = readShare('many', many)
    expect(read.ok ? [] : read.fault).toHaveLength(21)
    expect(read.ok ? '' : read.fault.at(-1)?.message).toContain('80 more files')
  })
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compressFiles, compressSlice } from '../../src/publish/compress.ts'
import { digestOf } from '../../src/system/digest.ts'
import { listFiles, writeFile } from '../../src/system/files.ts'
import type { WorkerPool } from '../../src/system/worker-pool.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-compress-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (file: string) => readFileSync(join(folder, file))
const words = (count: number) => 'हार्बर reopens after the storm. '.repeat(count)
const write = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const file = `world/${index}/index.html`
    writeFile(join(folder, file), `${index} ${words(index % 40)}`)
    return file
  })

/** Does at once what it is asked, and counts. */
const workersHere = () => {
  const asked: number[] = []
  const workers: WorkerPool = {
    size: 2,
    ask: async (_name, task) => {
      const { files } = task as unknown as Parameters<typeof compressSlice>[0]
      asked.push(files.length)
      return compressSlice(task as never) as never
    },
  }
  return { workers, asked }
}

describe.each([
  ['a few files, in the threads that are there', 5],
  ['many files, by the workers', 333],
])('%s', (_, count) => {
  test('get two compressed copies each, which are the file again, and whose digests are returned', async () => {
    const files = write(count)
    const { workers, asked } = workersHere()
    const encodings = await compressFiles(folder, files, workers)
    expect(asked.reduce((sum, each) => sum + each, 0)).toBe(count > 200 ? count : 0)
    expect([...encodings.keys()]).toEqual(files)
    for (const [file, { br, gz }] of encodings) {
      expect(brotliDecompressSync(read(`${file}.br`)).equals(read(file))).toBe(true)
      expect(gunzipSync(read(`${file}.gz`)).equals(read(file))).toBe(true)
      expect([br, gz]).toEqual([digestOf(read(`${file}.br`)), digestOf(read(`${file}.gz`))])
    }
    expect(listFiles(folder)).toHaveLength(3 * count)
  })
})

test('copies that are there already are not made again', async () => {
  const [file = '', other = ''] = write(2)
  for (const form of [`${file}.br`, `${file}.gz`]) writeFile(join(folder, form), 'made elsewhere')
  const encodings = await compressFiles(folder, [file, other], workersHere().workers)
  expect(String(read(`${file}.br`))).toBe('made elsewhere')
  expect(encodings.get(file)?.br).toBe(digestOf('made elsewhere'))
  expect(brotliDecompressSync(read(`${other}.br`)).equals(read(other))).toBe(true)
})

test('the same file gives the same bytes, wherever it is compressed', async () => {
  const [file = ''] = write(1)
  await compressFiles(folder, [file], workersHere().workers)
  const aside = [read(`${file}.br`), read(`${file}.gz`)]
  compressSlice({ folder, files: [file] })
  expect([read(`${file}.br`), read(`${file}.gz`)]).toEqual(aside)
})

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type KeepText, withTextStore } from '../../src/system/text-store.ts'

const inStore = (limit: number, work: (keep: KeepText, folder: string) => void): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  withTextStore(limit, keep => work(keep, folder), folder)
  return readdirSync(folder)
}

test('every text comes back as it was, from memory or from the disk, and nothing is left behind', () => {
  const left = inStore(10, (keep, folder) => {
    const texts = ['short', 'नमस्ते, a longer one', '', 'x'.repeat(100_000), 'end 🎈']
    const kept = texts.map(keep)
    expect(readdirSync(folder)).toHaveLength(1)
    expect(kept.toReversed().map(text => text())).toEqual(texts.toReversed())
  })
  expect(left).toEqual([])
})

test('few texts need no file', () => {
  inStore(100, (keep, folder) => {
    expect(keep('short')()).toBe('short')
    expect(readdirSync(folder)).toEqual([])
  })
})

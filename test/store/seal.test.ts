import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { breakSeal, removeSeal, seal, sealAsDamaged } from '../../src/store/seal.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-seal-'))
  folder = join(root, 'store')
  mkdirSync(folder)
  for (const name of ['CURRENT', 'MANIFEST-000002', '000003.log', 'LOG', 'LOCK']) {
    writeFileSync(join(folder, name), `what stands in ${name}`)
    setTime(name, 0)
  }
})
afterEach(() => rmSync(root, { recursive: true }))

const setTime = (name: string, later: number) => {
  const time = new Date(1_729_742_400_123 + later)
  utimesSync(join(folder, name), time, time)
}

describe('A sealed folder', () => {
  beforeEach(() => seal(folder))

  test('is as it was left, once: then it may change', () => {
    expect(breakSeal(folder)).toBe(true)
    appendFileSync(join(folder, '000003.log'), 'more')
    expect(breakSeal(folder)).toBe(true)
  })

  test.each<[string, () => void]>([
    ['a file is gone', () => rmSync(join(folder, 'CURRENT'))],
    ['a file is cut short', () => truncateSync(join(folder, '000003.log'), 3)],
    ['a file is longer', () => appendFileSync(join(folder, '000003.log'), 'more')],
    ['a file was written again', () => setTime('MANIFEST-000002', 5000)],
    ['there is one file more', () => writeFileSync(join(folder, '000004.log'), '')],
    ['all are gone', () => rmSync(folder, { recursive: true }) ?? mkdirSync(folder)],
    ['the seal itself is damaged', () => writeFileSync(`${folder}.seal`, '{"CURR')],
    ['somebody found it damaged', () => sealAsDamaged(folder)],
  ])('is not as it was left when %s, also for whoever looks again', (_what, damage) => {
    damage()
    expect(breakSeal(folder)).toBe(false)
    expect(breakSeal(folder)).toBe(false)
  })

  test.each<[string, () => void]>([
    ['what LevelDB writes for people changes', () => appendFileSync(join(folder, 'LOG'), 'more')],
    ['the lock is gone', () => rmSync(join(folder, 'LOCK'))],
    [
      'all of it was copied, whatever the times of the copies',
      () => {
        cpSync(folder, join(root, 'copy'), { recursive: true })
        rmSync(folder, { recursive: true })
        cpSync(join(root, 'copy'), folder, { recursive: true })
      },
    ],
    ['a copy rounded a time up', () => setTime('CURRENT', 1)],
    ['the seal is gone, as after a kill', () => removeSeal(folder)],
  ])('is as it was left when %s', (_what, touch) => {
    touch()
    expect(breakSeal(folder)).toBe(true)
  })
})

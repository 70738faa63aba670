// A disk that is full or read-only: one of a megabyte, in memory, mounted where no other process sees it.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { projectRoot } from '../rig/site-folder.ts'
import type { Outcome, Sizes, Task } from './small-disk-program.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-disk-'))
  mkdirSync(join(root, 'disk'))
})
afterEach(() => rmSync(root, { recursive: true }))

const isRoot = process.getuid?.() === 0

/** The mount goes with the process. */
const onSmallDisk = (disk: string, program: readonly string[]) => {
  const script = 'disk=$1; shift; mount -t tmpfs -o size=1m tmpfs "$disk" && exec "$@"'
  const flags = [...(isRoot ? [] : ['--map-root-user']), '--mount', 'sh', '-c', script, 'sh', disk]
  return spawnSync('unshare', [...flags, ...program], { encoding: 'utf8' })
}

const canMount = (): boolean => {
  const disk = mkdtempSync(join(tmpdir(), 'dateline-disk-'))
  const { status } = onSmallDisk(disk, ['mount', '-o', 'remount,ro', disk])
  rmSync(disk, { recursive: true })
  if (status !== 0)
    console.warn('\n*** no disk can be mounted here, so full disks have not been tested ***\n')
  return status === 0
}

/** 600 of 1024 kilobytes. */
const before: Sizes = { 'a.html': 200, 'b.html': 200, 'c.html': 200 }
const old = { 'a.html': 'old 200', 'b.html': 'old 200', 'c.html': 'old 200' }

const publish = (after: Sizes, meanwhile: Task['meanwhile'] = 0): Outcome => {
  const disk = join(root, 'disk')
  const task: Task = { staging: join(root, 'staging'), disk, before, after, meanwhile }
  const { stdout, stderr } = onSmallDisk(disk, [
    process.execPath,
    '--import',
    join(projectRoot, 'test/rig/typescript.js'),
    join(import.meta.dirname, 'small-disk-program.ts'),
    JSON.stringify(task),
  ])
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

describe.skipIf(!canMount())('pages that come from another disk', () => {
  test('are refused when they cannot all have room, and nothing moves', () => {
    const { message, found, waiting } = publish({ ...before, 'b.html': 500 })
    expect(message).toMatch(
      /^not enough space on the disk of \S+\/public: publishing needs 0\.5 MB, 0\.4 MB are free; free some space and build again$/,
    )
    expect(found).toEqual(old)
    expect(waiting).toEqual(Object.keys(before))
  })

  test('may be larger together than what is left, as each takes the place of an old one', () => {
    const { message, found } = publish(before)
    expect(message).toBeNull()
    expect(found).toEqual({ 'a.html': 'new 200', 'b.html': 'new 200', 'c.html': 'new 200' })
  })

  test('stop when the disk fills up meanwhile: whole pages, nothing beside them, and the next run finishes it', () => {
    const { message, found, foundAtLast, waiting } = publish({ ...before, 'b.html': 350 }, 120)
    expect(message).toMatch(
      /^publishing stopped at \S+\/public\/b\.html after 1 of 4 steps: the disk is full\. Every page is complete, old or new; free some space and build again to finish$/,
    )
    expect(found).toEqual({ ...old, 'a.html': 'new 200' })
    expect(waiting).toEqual(['b.html', 'c.html'])
    expect(foundAtLast).toEqual({ 'a.html': 'new 200', 'b.html': 'new 350', 'c.html': 'new 200' })
  })

  test('stop at a disk that is read-only, and the next run finishes it', () => {
    const { message, found, foundAtLast, waiting } = publish(before, 'read-only')
    expect(message).toMatch(
      /^publishing stopped at \S+\/public\/a\.html after 0 of 4 steps: the disk is read-only\. .*make it writable and build again/,
    )
    expect(found).toEqual(old)
    expect(waiting).toEqual(Object.keys(before))
    expect(foundAtLast).toEqual({ 'a.html': 'new 200', 'b.html': 'new 200', 'c.html': 'new 200' })
  })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '../../src/store/lock.ts'
import { projectRoot } from '../rig/site-folder.ts'

let folder: string
const place = () => join(folder, 'state/lock')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Another process that takes the lock and keeps it until it is killed. */
const holder = async () => {
  const program = `
    const { takeLock } = await import(${JSON.stringify(join(projectRoot, 'src/store/lock.ts'))})
    await takeLock(${JSON.stringify(place())})
    console.log('held')
    setInterval(() => {}, 1000)`
  const flags = [
    '--import',
    join(projectRoot, 'test/rig/typescript.js'),
    '--input-type=module',
    '-e',
    program,
  ]
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

test('while one works, another is told whose work it must wait for', async () => {
  const child = await holder()
  try {
    await expect(takeLock(place())).rejects.toThrow(`process ${child.pid} `)
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
})

test('also while both are in one process, and the work stays safe from others', async () => {
  const mine = await takeLock(place())
  await expect(takeLock(place())).rejects.toThrow(`process ${process.pid} `)
  expect(mine.isIntact()).toBe(true)
  await mine.release()
  await (await takeLock(place())).release()
})

test('a run that was killed holds nothing, whatever number its process had', async () => {
  const child = await holder()
  child.kill('SIGKILL')
  await once(child, 'exit')
  // In a container the next process has the number of the last one.
  writeFileSync(join(place(), 'holder'), `process ${process.pid} on this machine`)
  await (await takeLock(place())).release()
})

test('a lock that somebody took away is not held any more, and whoever came since is left alone', async () => {
  const mine = await takeLock(place())
  expect(mine.isIntact()).toBe(true)
  rmSync(join(folder, 'state'), { recursive: true })
  expect(mine.isIntact()).toBe(false)
  const child = await holder()
  expect(mine.isIntact()).toBe(false)
  await mine.release()
  await expect(takeLock(place())).rejects.toThrow(`process ${child.pid} `)
  child.kill('SIGKILL')
  await once(child, 'exit')
})

test('a lock that a failing disk damaged can be taken', async () => {
  await (await takeLock(place())).release()
  for (const name of readdirSync(place())) {
    writeFileSync(join(place(), name), 'noise')
    await (await takeLock(place())).release()
  }
})

test('what an earlier version left in the place of the lock does not block anybody', async () => {
  await (await takeLock(place())).release()
  rmSync(place(), { recursive: true })
  writeFileSync(place(), String(process.pid))
  await (await takeLock(place())).release()
})

import { chmodSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { namesIn, readInput, statInput } from '../../src/changes/input-disk.ts'
import { type ChangingSite, createChangingSite } from './changing-site.ts'

let site: ChangingSite
beforeEach(() => {
  site = createChangingSite({ 'content/stories/storm.md': 'wind' })
})
afterEach(() => site.dispose())

test('what vanished since its folder was read is gone, and no fault', () => {
  for (const path of ['content/stories/ferry.md', 'content/stories/storm.md/below']) {
    expect(statInput(site.root, path)).toBeNull()
    expect(readInput(site.root, path)).toBeNull()
    expect(namesIn(site.root, path)).toEqual([])
  }
})

test('what became a folder is no file, and the other way round', () => {
  expect(readInput(site.root, 'content/stories')).toBeNull()
  expect(namesIn(site.root, 'content/stories/storm.md')).toEqual([])
})

test('a file that we may not read is named, without a stack trace’s words', () => {
  for (const folder of ['', 'content', 'content/stories']) chmodSync(site.at(folder), 0o755)
  chmodSync(site.at('content/stories/storm.md'), 0)
  const back = process.geteuid?.() === 0
  if (back) process.seteuid?.(65534)
  try {
    expect(() => readInput(site.root, 'content/stories/storm.md')).toThrow(
      /^cannot read content\/stories\/storm\.md: permission denied; make it readable$/,
    )
  } finally {
    if (back) process.seteuid?.(0)
  }
})

test('any other fault names the file too', () =>
  expect(() => statInput(site.root, `content/${'x'.repeat(5000)}`)).toThrow(
    /^cannot read content\/x+: ENAMETOOLONG/,
  ))

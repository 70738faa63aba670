// Publishing one story must not cost more the more stories there are.

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { expect, test } from 'vitest'
import type { Files } from '../rig/site-folder.ts'
import { createStagedSite } from './staged-site.ts'

type Call = (...args: unknown[]) => unknown

/** Every call to the disk that `work` makes, by its name and the place. */
const callsOf = (work: () => void): readonly string[] => {
  const calls: string[] = []
  const module = fs as unknown as Record<string, Call>
  const originals = Object.entries(module).filter(([name]) => name.endsWith('Sync'))
  for (const [name, original] of originals)
    module[name] = (...args) => {
      calls.push(`${name} ${String(args[0])}`)
      return original(...args)
    }
  syncBuiltinESMExports()
  try {
    work()
  } finally {
    Object.assign(module, Object.fromEntries(originals))
    syncBuiltinESMExports()
  }
  return calls
}

const archiveOf = (stories: number): Files => ({
  'index.html': 'front',
  ...Object.fromEntries(
    Array.from({ length: stories }, (_, index) => [`world/2024/10/24/story-${index}/index.html`, 'story']),
  ),
})

/** What it takes to publish one more story, and to take another one away. */
const callsWith = (stories: number): readonly string[] => {
  const before = archiveOf(stories)
  const site = createStagedSite(before)
  const { 'world/2024/10/24/story-0/index.html': _, ...rest } = before
  const changes = site.stage(before, {
    ...rest,
    'index.html': 'new',
    'world/2024/10/25/new/index.html': 'new',
  })
  const calls = callsOf(() => site.carryOut(site.plan(changes)))
  site.dispose()
  return calls.map(call => call.replace(site.root, '')).sort()
}

test('one story into an archive of 300 makes the calls to the disk that it makes into one of 3', () => {
  // The first removal of a folder loads a part of Node that keeps the calls which it finds.
  createStagedSite().dispose()
  const calls = callsWith(3)
  expect(calls).toContain('renameSync /staging/index.html')
  expect(callsWith(300)).toEqual(calls)
})

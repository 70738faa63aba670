// Every flag of every command, with a value that it cannot take: status 2, what to type, and nothing is made.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

let site: SiteFolder
let old: SiteFolder
beforeAll(async () => {
  ;[site, old] = [createSite(), createSite()]
  writeFileSync(join(site.root, 'notes.txt'), 'mine\n')
  site.write('mine/letter.txt', 'Mine.\n')
  // Whatever a first build is told has changed, it looks at everything.
  await publishInProcess(site, at('2024-10-25T00:00:00Z'))
})
afterAll(() => {
  for (const each of [site, old]) each.dispose()
})

/** Without what is remembered. */
const filesOfSite = () => Object.keys(site.snapshot('.')).filter(file => !file.startsWith('.dateline/'))

/** What to type is told after these. */
const remedies =
  /; (?:write|months run|the sections are|name|use|run|give|empty|check|let|correct|add)\b|\. (?:Name|Write|The sections)|Name (?:one|the old site)|needs a |did you mean|such as/

const deliveries = [
  '',
  '.',
  '..',
  '.dateline',
  '.git',
  '_site',
  '_site/world',
  'content',
  'content/x',
  '_data',
]
const others = ['_includes', 'src', 'node_modules', 'scripts', 'notes.txt', 'mine']

const refused: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  build: {
    now: ['', 'soon', '2024-10-24', '2024-13-01T00:00:00Z'],
    changed: ['', 'nowhere.md', 'content/nowhere.md', '/etc/passwd', '..'],
    shard: ['', '0/3', '4/3', '1', '1/2/3'],
    wait: ['', 'long', '-1', '1.5'],
    format: ['', 'xml'],
    'changes-only': [...deliveries, ...others],
  },
  validate: { format: ['', 'xml'] },
  merge: { wait: ['', 'long'], format: ['', 'xml'], 'changes-only': [...deliveries, ...others] },
  search: { 'changes-only': [...deliveries, ...others] },
  'server-config nginx': {
    to: ['', '.', 'content'],
    root: ['', '/srv/$host', '/srv/{x}'],
    listen: ['', 'a b', '8080; root /'],
  },
  start: { port: ['', 'x', '-1', '65536', '80.5'], now: ['', 'soon'] },
  'new Storm --section=world': { now: ['', 'soon'], slug: ['', 'A B', 'ä'], author: ['', 'nobody'] },
  'new Storm': { section: ['', 'nowhere'] },
  'import --from=OLD': {
    zone: ['', 'Mars/Base'],
    to: ['nowhere', 'notes.txt'],
    section: ['', 'nowhere'],
    map: ['', 'a', 'a=', '=world', 'a=nowhere'],
    base: ['', 'x', 'ftp://old.example', 'https://old.example/news'],
    permalink: ['', 'x', '/news/', '/:foo/', '/:year/:titel/'],
  },
  import: { from: ['', '.', 'nowhere'] },
}

const calls = Object.entries(refused).flatMap(([command, flags]) =>
  Object.entries(flags).flatMap(([flag, values]) =>
    values.map(value => [...command.split(' '), `--${flag}=${value}`] as const),
  ),
)

/** Words that make no sense, and flags that exclude each other. */
const mixed: readonly (readonly [string, ...string[]])[] = [
  ['build', '--next', '--dry-run'],
  ['build', '--dry-run', '--shard=1/3'],
  ['build', '--shard=1/3', '--changes-only=out'],
  ['build', '--delivered', '--all'],
  ['status', '--format=github'],
  ['why'],
  ['why', ''],
  ['why', '/', '/world/'],
  ['merge', ''],
  ['server-config'],
  ['server-config', 'apache'],
  ['new'],
  ['new', ' ', '--section=world'],
  ['import'],
]

test.each([...calls, ...mixed].map(call => [call.join(' '), call] as const))('%s', async (_name, call) => {
  const before = filesOfSite()
  const [command = '', ...flags] = call.map(word => word.replace('OLD', old.root))
  const { status, stdout, stderr } = await runInProcess(site, command, ...flags)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(remedies)
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(filesOfSite()).toEqual(before)
})

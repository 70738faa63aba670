// The plan of the house: which room of src/ may import which, and what only one room may touch.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { reservedWords } from '../src/domain/site-addresses.ts'
import { projectRoot } from './rig/site-folder.ts'

/** Ground first. A room imports itself and the rooms before it, types included. */
const rooms = [
  ...['domain', 'time', 'system', 'store', 'media', 'read', 'pictures', 'markdown', 'validate'],
  ...[
    'changes',
    'archive',
    'front',
    'hosting',
    'pages',
    'structured',
    'layouts',
    'plan',
    'eleventy',
    'check',
  ],
  ...['publish', 'render'],
  ...['search', 'announce', 'pipeline', 'preview', 'new-story', 'edit-story', 'import', 'command'],
  // Entries: nobody imports them.
  ...['dateline.ts', 'worker.ts'],
]

/** Packages that one room knows, so that a step to another version or another package is made in one place. */
const packages: Readonly<Record<string, string>> = {
  luxon: 'time',
  '@11ty/eleventy': 'eleventy',
  '@11ty/eleventy-img': 'pictures',
  '@11ty/eleventy-dev-server': 'preview',
  sharp: 'pictures',
  'classic-level': 'store',
  pagefind: 'search',
}

const src = join(projectRoot, 'src')
const sources: ReadonlyMap<string, string> = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => [file.replaceAll('\\', '/'), readFileSync(join(src, file), 'utf8')]),
)

const roomOf = (file: string): string => file.split('/')[0] ?? ''

const importsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm)].map(
    ([, name = '']) => name,
  )

/** What is wrong with one import: null when it may stand. */
const fault = (file: string, name: string): string | null => {
  const from = roomOf(file)
  if (!name.startsWith('.')) {
    const home = packages[name]
    return home === undefined || home === from ? null : `${file} may not import ${name}: only ${home}/ does`
  }
  const target = join(dirname(file), name).replaceAll('\\', '/')
  // Eleventy does not export its bus.
  if (target.startsWith('../node_modules/@11ty/eleventy/') && from === 'eleventy') return null
  const [at, to] = [rooms.indexOf(from), rooms.indexOf(roomOf(target))]
  const isEntry = roomOf(target).endsWith('.ts')
  return to !== -1 && to <= at && !(isEntry && target !== file)
    ? null
    : `${file} may not import ${target.startsWith('..') || isEntry ? target : `${roomOf(target)}/`}`
}

const faultsIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files].flatMap(([file, text]) => importsIn(text).flatMap(name => fault(file, name) ?? []))

test('a room imports only the rooms below it, and a package with a home only its home', () => {
  expect(faultsIn(sources)).toEqual([])
})

test('an import against the order, out of src/, of an entry or of a package that has a home is named', () => {
  const planted = new Map([
    ['check/link-target.ts', "import type { Plan } from '../plan/plan.ts'\nimport x from '../publish/y.ts'"],
    ['time/wire-time.ts', "export const late = () => import('../pages/page-kind.ts')"],
    ['read/read-source.ts', "import { site } from '../../_data/site.ts'"],
    ['render/render-shards.ts', "import type { Task } from '../worker.ts'"],
    ['pages/month.ts', "import { DateTime } from 'luxon'\nimport { cut } from './listing-month.ts'"],
  ])
  expect(faultsIn(planted)).toEqual([
    'check/link-target.ts may not import publish/',
    'time/wire-time.ts may not import pages/',
    'read/read-source.ts may not import ../_data/site.ts',
    'render/render-shards.ts may not import worker.ts',
    'pages/month.ts may not import luxon: only time/ does',
  ])
})

test('every room of src/ has its place in the order', () => {
  expect([...new Set([...sources.keys()].map(roomOf))].sort()).toEqual(rooms.toSorted())
})

test('the clock is read in one file, and what a file exports has a name', () => {
  for (const [file, text] of sources) {
    if (file !== 'system/clock.ts')
      expect(text, file).not.toMatch(/\bDate\.now\(|\bnew Date\(\)|\bDateTime\.(?:now|local|utc)\(/)
    if (!file.endsWith('.d.ts')) expect(text, file).not.toMatch(/^export default/m)
  }
})

/** A text or regular expression that names a file below a folder of the site. Messages name some, but do not begin with one. */
const sitePath = /['"`](?:\.?\/)?(?:content|_data|_includes)\/|\b(?:content|_data|_includes)\\\//

const isComment = (line: string): boolean => /^\s*(?:\/\/|\/?\*)/.test(line)

test('the folders of a site are named in one file', () => {
  for (const [file, text] of sources) {
    if (file === 'domain/site-paths.ts') continue
    const lines = text.split('\n').filter(line => !isComment(line) && sitePath.test(line))
    expect(lines, file).toEqual([])
  }
})

test('the addresses of the site are named in one file', () => {
  const first = new RegExp(`['"\`]/(?:${reservedWords.join('|')})/`)
  for (const [file, text] of sources) {
    if (file === 'domain/site-addresses.ts') continue
    const lines = text.split('\n').filter(line => !isComment(line) && first.test(line))
    expect(lines, file).toEqual([])
  }
})

test('a file is short enough to be read at once', () => {
  for (const [file, text] of sources) expect(text.split('\n').length, file).toBeLessThanOrEqual(250)
})

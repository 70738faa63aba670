// Whatever happens to the files between two publishes, all three ways find what a comparison of all contents finds.

import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHidden, isSitePath, siteFolders } from '../../src/domain/site-paths.ts'
import type { InputChange } from '../../src/store/input-changes.ts'
import { listFiles, readBytes } from '../../src/system/files.ts'
import { type ChangingSite, createChangingSite, type Files } from './changing-site.ts'

const folders = [
  'content/stories/2024/10/19',
  'content/stories/2024/10',
  'content/stories/2024/.notes',
  'content/stories',
  'content/bulletins',
  'content/static/.well-known',
  'content/static/a "b" ü',
  'content/pages',
  'content',
  '_data',
  '_includes/layouts',
  'src/deep/er',
  'notes',
]
const names = ['a.md', 'b.md', 'B.md', '19', '.a.md.swp', 'a.md~', 'constructor']
const file = fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...names)).map(parts => parts.join('/'))
const anyFile = fc.oneof({ weight: 9, arbitrary: file }, fc.constantFrom('package.json', 'README.md'))
const place = fc.oneof({ weight: 3, arbitrary: anyFile }, fc.constantFrom(...folders))
const text = fc.constantFrom('', 'wind', 'rain', 'a storm')

type Operation =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'save again' | 'touch' | 'delete' | 'make folder'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path: anyFile, text }),
  fc.record({ kind: fc.constantFrom('save again', 'touch', 'delete', 'make folder'), path: place }),
  fc.record({ kind: fc.constant('move' as const), path: place, to: place }),
)

const isFileAt = (site: ChangingSite, path: string): boolean =>
  existsSync(site.at(path)) && statSync(site.at(path)).isFile()

/** A file on the way to `path` goes, and so does what is at it. Gives the paths that were touched. */
const makeWay = (site: ChangingSite, path: string): readonly string[] => {
  const gone: string[] = []
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1))
    if (isFileAt(site, path.slice(0, end))) gone.push(path.slice(0, end))
  if (existsSync(site.at(path))) gone.push(path)
  for (const each of gone) site.remove(each)
  mkdirSync(dirname(site.at(path)), { recursive: true })
  return gone
}

/** No two files ever have the same time, as a file that takes another's place keeps its own. */
const clock = (site: ChangingSite) => {
  let seconds = 1_000_000
  return (path: string) => {
    seconds += 1
    site.touch(path, seconds)
  }
}

/** Gives the paths that were touched. */
const apply = (site: ChangingSite, done: Operation, tick: (path: string) => void): readonly string[] => {
  const { kind, path } = done
  if (kind === 'write') {
    const gone = makeWay(site, path)
    site.write({ [path]: done.text })
    tick(path)
    return [...gone, path]
  }
  if (kind === 'make folder') {
    if (existsSync(site.at(path))) return []
    const gone = makeWay(site, path)
    mkdirSync(site.at(path))
    return [...gone, path]
  }
  if (!existsSync(site.at(path))) return []
  if (kind === 'delete') site.remove(path)
  else if (kind === 'move') {
    const isInside = done.to === path || done.to.startsWith(`${path}/`) || path.startsWith(`${done.to}/`)
    if (isInside) return []
    const gone = makeWay(site, done.to)
    if (existsSync(site.at(path))) site.move(path, done.to)
    return [...gone, path, done.to]
  } else if (isFileAt(site, path)) {
    if (kind === 'save again') site.write({ [path]: readBytes(site.at(path)).toString() })
    tick(path)
  }
  return [path]
}

const contentsOf = (site: ChangingSite): Files =>
  Object.fromEntries(
    listFiles(site.root)
      .filter(path => isSitePath(path) && !siteFolders.includes(path) && !isHidden(path))
      .map(path => [path, readBytes(site.at(path)).toString()]),
  )

const compare = (before: Files, after: Files): readonly InputChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((path): InputChange[] => {
    if (!Object.hasOwn(before, path)) return [{ file: path, kind: 'added' }]
    if (!Object.hasOwn(after, path)) return [{ file: path, kind: 'removed' }]
    return before[path] === after[path] ? [] : [{ file: path, kind: 'edited' }]
  })

/** What a person may name: what is there or was, and is part of the site. */
const nameable = (site: ChangingSite, before: Files, touched: readonly string[]): readonly string[] =>
  touched.filter(path => {
    const wasThere = Object.keys(before).some(known => known === path || known.startsWith(`${path}/`))
    const isThere = existsSync(site.at(path))
    const isSeen = !isHidden(path) || (isThere && !isFileAt(site, path))
    return isSitePath(path) && (wasThere || (isThere && isSeen))
  })

test('by a walk, by names and by git the same changes are found, and none the next time', async () => {
  const first = fc.uniqueArray(fc.tuple(anyFile, text), {
    selector: ([path]) => path,
    minLength: 3,
    maxLength: 16,
  })
  const operations = fc.array(operation, { maxLength: 16, size: 'max' })
  const property = fc.asyncProperty(first, operations, fc.boolean(), async (files, done, isCommitted) => {
    const site = createChangingSite()
    try {
      const tick = clock(site)
      for (const [path, written] of files) apply(site, { kind: 'write', path, text: written }, tick)
      mkdirSync(site.at('content'), { recursive: true })
      const lastCommit = site.commit()
      const before = contentsOf(site)
      const published = await site.publish()
      expect(published.changes).toEqual(compare({}, before))
      expect(published.commit).toBe(lastCommit)

      const touched = done.flatMap(each => apply(site, each, tick))
      const now = isCommitted ? site.commit() : null
      const expected = compare(before, contentsOf(site))
      const known = new Map(site.rows)
      const named = nameable(site, before, touched)
      for (const asked of [{}, { named }, { lastCommit }]) {
        site.rows.clear()
        for (const [folder, marks] of known) site.rows.set(folder, marks)
        const found = await site.publish(asked)
        expect(found.changes).toEqual(expected)
        const hasContent = existsSync(site.at('content')) && !isFileAt(site, 'content')
        if (isCommitted && !('named' in asked)) expect(found.commit).toBe(hasContent ? now : null)
        if ('lastCommit' in asked && hasContent) expect(found.by).toBe('git')
        const again = await site.find()
        expect(again.changes).toEqual([])
      }
    } finally {
      site.dispose()
    }
  })
  await fc.assert(property, { numRuns: 15 })
})

// A power cut, a cancelled job, an editor's Ctrl-C: at any write. Readers never notice, and the next run finishes it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Journal } from '../../src/store/journal.ts'
import { killAtWrite } from '../rig/kill-at-write.ts'
import { type Files, projectRoot } from '../rig/site-folder.ts'
import type { Task } from './carry-out-program.ts'
import { createStagedSite, type StagedSite } from './staged-site.ts'

/** A page with links that readers may follow; long enough that half of it differs from all of it. */
const page = (title: string, ...links: readonly string[]) =>
  `<!doctype html><title>${title}</title>${links.map(link => `<a href="${link}">${link}</a>`).join('')}<p>${title}</p>`

const before: Files = {
  'index.html': page('Front', '/world/', '/world/a/', '/rss.xml'),
  'world/index.html': page('World', '/', '/world/a/', '/world/gone/'),
  'world/a/index.html': page('A', '/', '/world/gone/'),
  'world/gone/index.html': page('Gone', '/', '/world/a/'),
  'rss.xml': page('Feed', '/world/a/', '/world/gone/'),
  'site.css': 'old style',
  'old.html': page('an old address'),
}

const after: Files = {
  'index.html': page('Front anew', '/world/', '/world/b/', '/world/a/', '/topics/new/', '/rss.xml'),
  'world/index.html': page('World anew', '/', '/world/b/', '/world/a/'),
  'world/a/index.html': page('A anew', '/', '/world/b/'),
  'world/b/index.html': page('B', '/', '/world/a/', '/topics/new/', '/topics/new/rss.xml', '/media/b.png'),
  'topics/new/index.html': page('Topic', '/world/b/', '/topics/new/rss.xml'),
  'topics/new/rss.xml': page('Topic feed', '/world/b/'),
  'media/b.png': 'picture',
  'rss.xml': page('Feed anew', '/world/b/', '/world/a/'),
  'site.css': 'new style',
  'old.html/index.html': page('an old address anew'),
}

const notes: Files = { 'notes/mine.txt': 'an editor’s own file' }

const fileOf = (link: string) => `${link.endsWith('/') ? `${link}index.html` : link}`.slice(1)

const linksOf = (text: string) => [...text.matchAll(/href="([^"]+)"/g)].map(([, link]) => fileOf(link ?? ''))

/** What readers who come by the front can reach, and the links of it that lead nowhere. */
const brokenLinks = (files: Files): readonly string[] => {
  const reached = new Set(Object.hasOwn(files, 'index.html') ? ['index.html'] : [])
  for (const file of reached) {
    for (const link of linksOf(files[file] ?? '')) if (Object.hasOwn(files, link)) reached.add(link)
  }
  return [...reached].flatMap(file =>
    linksOf(files[file] ?? '')
      .filter(link => !Object.hasOwn(files, link))
      .map(link => `${file} → ${link}`),
  )
}

/** Files that are neither as they were nor as they will be. What a copy is written into beside them is not read. */
const halfDone = (files: Files, was: Files, will: Files): readonly string[] =>
  Object.keys(files).filter(
    file => !/(^|\/)\.dateline-new-/.test(file) && files[file] !== was[file] && files[file] !== will[file],
  )

/** Ends by itself, or before its n-th write; then the count is null. */
const runAndKill = async (site: StagedSite, journal: Journal, at: number | 'never', twoDisks: boolean) => {
  const countFile = join(site.root, 'count')
  const { flags, environment } = killAtWrite({ at, folders: [site.staging, site.published], countFile })
  const task: Task = { folders: { staging: site.staging, published: site.published }, journal, twoDisks }
  const program = spawn(
    process.execPath,
    [
      '--import',
      join(projectRoot, 'test/rig/typescript.js'),
      ...flags,
      join(import.meta.dirname, 'carry-out-program.ts'),
      JSON.stringify(task),
    ],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const [status, signal] = await once(program, 'close')
  if (signal !== 'SIGKILL') expect(status).toBe(0)
  return existsSync(countFile) ? Number(readFileSync(countFile, 'utf8')) : null
}

type Scenario = {
  readonly was: Files
  readonly will: Files
  readonly byHand: Files
  readonly twoDisks: boolean
}

const twoPages: Pick<Scenario, 'was' | 'will'> = {
  was: { 'index.html': page('Front', '/a/'), 'a/index.html': page('A') },
  will: { 'index.html': page('Front anew', '/b/'), 'b/index.html': page('B', '/') },
}

test.each<[string, 'swap' | 'moves', number, Scenario]>([
  ['an edited site', 'moves', 30, { was: before, will: after, byHand: notes, twoDisks: false }],
  ['an edited site on another disk', 'moves', 14, { ...twoPages, byHand: notes, twoDisks: true }],
  ['a first site', 'swap', 1, { was: {}, will: twoPages.will, byHand: {}, twoDisks: false }],
  [
    'a first site beside an editor’s files',
    'moves',
    5,
    { was: {}, will: twoPages.will, byHand: notes, twoDisks: false },
  ],
])('%s, killed before any of its writes', async (_, way, atLeast, { was, will, byHand, twoDisks }) => {
  const start = createStagedSite({ ...was, ...byHand })
  const changes = start.stage(was, will)
  const journal = start.plan(changes)
  expect(journal.way).toBe(way)

  const undisturbed = start.copy()
  const count = (await runAndKill(undisturbed, journal, 'never', twoDisks)) ?? 0
  expect(count).toBeGreaterThanOrEqual(atLeast)
  expect(undisturbed.files()).toEqual({ ...will, ...byHand })

  const killAt = async (at: number) => {
    const site = start.copy()
    expect(await runAndKill(site, journal, at, twoDisks), `killed at ${at}`).toBeNull()
    mkdirSync(site.published, { recursive: true })
    const found = site.files()
    expect(halfDone(found, { ...was, ...byHand }, { ...will, ...byHand }), `killed at ${at}`).toEqual([])
    expect(brokenLinks(found), `killed at ${at}`).toEqual([])
    if (twoDisks) await runAndKill(site, journal, 'never', twoDisks)
    else expect(site.carryOut(journal), `killed at ${at}`).toEqual([])
    expect(
      site.entries(site.root).filter(entry => entry !== 'count'),
      `killed at ${at}`,
    ).toEqual(undisturbed.entries(undisturbed.root).filter(entry => entry !== 'count'))
    expect(site.files(), `killed at ${at}`).toEqual(undisturbed.files())
    site.dispose()
  }
  const waiting = Array.from({ length: count }, (_, index) => index + 1)
  const work = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) await killAt(at)
  }
  await Promise.all([work(), work(), work()])
  undisturbed.dispose()
  start.dispose()
})

// One shape built at doubling sizes in a site of its own: what each build took.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '../../src/domain/instant.ts'
import { forgetLastBuild } from '../../src/eleventy/forget-last-build.ts'
import { build } from '../../src/pipeline/build.ts'
import { forReaders } from '../../src/store/edition.ts'
import { writeFile } from '../../src/system/files.ts'
import type { Shape } from './shapes/shape.ts'

export type Growth = {
  /** 0 for a story of a few words, then doubling. */
  readonly size: number
  /** CPU time in ms. */
  readonly time: number
  /** The most that the process has held so far, in MB. */
  readonly memory: number
  /** `built`, or the codes of the first problems. */
  readonly outcome: string
}

const now = Date.UTC(2024, 9, 25) as Instant

/** In a process of its own, which is stopped when it takes too long. */
export const growApart = (name: string, sizes: readonly number[], seconds: number): readonly Growth[] => {
  const flags = [`--shape=${name}`, `--sizes=${sizes.join(',')}`]
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', 'scripts/run.js', 'growth', ...flags], {
    encoding: 'utf8',
    timeout: 1000 * seconds,
  })
  return stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line))
}

/** Each size in a process of its own, as a newsroom publishes: after many builds the engine may compile its code anew. */
export const growEachApart = (name: string, sizes: readonly number[], seconds: number): readonly Growth[] => {
  const grown = sizes.map(size => growApart(name, [size], seconds))
  const [base = []] = grown.map(each => each.filter(({ size }) => size === 0))
  return [...base, ...grown.flatMap(each => each.filter(({ size }) => size > 0))]
}

/** Hands out each measurement as it is made: the next one may take for ever. */
export const grow = async (
  { filesOf }: Shape,
  sizes: readonly number[],
  hand: (growth: Growth) => void,
): Promise<void> => {
  const project = process.cwd()
  const root = createGrowingSite(project)
  process.chdir(root)
  try {
    for (const size of [0, 0, ...sizes]) {
      for (const [file, text] of Object.entries(filesOf(Math.max(size, 1)))) writeFile(join(root, file), text)
      await forgetLastBuild(['content/pages/about.md'])
      globalThis.gc?.()
      const before = process.cpuUsage()
      const built = await build({ root, now, edition: forReaders, named: null, isAll: true }, () => {})
      const { user, system } = process.cpuUsage(before)
      const codes = built.ok ? [] : [...new Set(built.fault.map(({ code }) => code))]
      hand({
        size,
        time: (user + system) / 1000,
        memory: process.resourceUsage().maxRSS / 1024,
        outcome: built.ok ? 'built' : `${built.fault.length} × ${codes.slice(0, 3).join(', ')}`,
      })
    }
  } finally {
    process.chdir(project)
    rmSync(root, { recursive: true })
  }
}

/** The project's own engine and layouts, without its content. */
const createGrowingSite = (project: string): string => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dateline-growth-')))
  for (const name of ['src', 'scripts', 'node_modules', '_includes'])
    symlinkSync(join(project, name), join(root, name))
  for (const name of ['.eleventy.js', 'package.json']) cpSync(join(project, name), join(root, name))
  cpSync(join(project, '_data/strings'), join(root, '_data/strings'), { recursive: true })
  for (const [file, text] of Object.entries(siteFiles)) writeFile(join(root, file), text)
  return root
}

const siteFiles = {
  '_data/site.yaml': `name: The Growing Bulletin
url: https://bulletin.example
timezone: Asia/Kolkata
language: en-IN
description: News that exists so that its growth can be measured.
publisher: { name: Growing Press, url: "https://bulletin.example" }
contact: { email: desk@bulletin.example }
`,
  '_data/sections.yaml': 'nation: { name: Nation }\n',
  '_data/people.yaml': 'asha-rao: { name: Asha Rao }\n',
  'content/pages/about.md': '---\ntitle: About\nsummary: What this is.\n---\nWords.\n',
  'content/pages/pages.json':
    '{"layout": "layouts/page.njk", "permalink": "/{{ page.inputPath | nameOfPage }}/index.html"}',
  'content/static/favicon.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path d="M0 0h16v16H0z"/></svg>\n',
}

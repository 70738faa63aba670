// Publishes from another disk to one that fills up or turns read-only meanwhile, then mends it and publishes again.

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { carryOut } from '../../src/publish/carry-out.ts'
import { planMoves } from '../../src/publish/plan-moves.ts'
import type { Journal } from '../../src/store/journal.ts'
import { listFiles } from '../../src/system/files.ts'

/** File → size in kilobytes. */
export type Sizes = Readonly<Record<string, number>>

export type Task = {
  readonly staging: string
  /** Where the small disk is mounted. */
  readonly disk: string
  readonly before: Sizes
  readonly after: Sizes
  /** Between the plan and the publish: so many kilobytes are taken by others, or nobody may write. */
  readonly meanwhile: number | 'read-only'
}

export type Outcome = {
  /** What the publish said; null when it went well. */
  readonly message: string | null
  /** File → "old 200" or "new 200": what readers found then, and once the disk was mended. */
  readonly found: Readonly<Record<string, string>>
  readonly foundAtLast: Readonly<Record<string, string>>
  /** Files that were still staged. */
  readonly waiting: readonly string[]
}

const run = ({ staging, disk, before, after, meanwhile }: Task): Outcome => {
  const published = join(disk, 'public')
  const folders = { staging, published }
  write(published, before, 'old ')
  write(staging, after, 'new ')
  let journal: Journal | null = null
  let message: string | null = null
  try {
    journal = planMoves(folders, { added: [], changed: Object.keys(after), removed: [] })
    if (meanwhile === 'read-only') execFileSync('mount', ['-o', 'remount,ro', disk])
    else write(disk, { others: meanwhile }, 'full')
    carryOut(folders, journal)
  } catch (error) {
    message = (error as Error).message
  }
  const found = read(published)
  const waiting = listFiles(staging)
  if (meanwhile === 'read-only') execFileSync('mount', ['-o', 'remount,rw', disk])
  rmSync(join(disk, 'others'), { force: true })
  if (journal !== null) carryOut(folders, journal)
  return { message, found, foundAtLast: read(published), waiting }
}

const write = (folder: string, sizes: Sizes, word: string): void => {
  mkdirSync(folder, { recursive: true })
  for (const [file, size] of Object.entries(sizes)) writeFileSync(join(folder, file), word.repeat(size * 256))
}

const read = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    listFiles(folder).map(file => {
      const text = readFileSync(join(folder, file), 'utf8')
      return [file, `${text.slice(0, 4)}${text.length / 1024}`]
    }),
  )

console.log(JSON.stringify(run(JSON.parse(process.argv[2] ?? ''))))

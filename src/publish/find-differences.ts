// What a publish changes in the published folder: the staged files, and those that are no more.

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isKnownIndexFile } from '../store/bundle.ts'
import { compressedNames, filesOfOutput, knownDigest } from '../store/compressed.ts'
import type { Folders } from '../store/journal.ts'
import { type Output, outputKey } from '../store/output.ts'
import type { OutputChanges } from '../store/output-changes.ts'
import type { Tables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, listFiles } from '../system/files.ts'

export type Differences = {
  readonly folders: Folders
  /** Whether the published folder is at hand; if not, the rows decide. */
  readonly isPublished: boolean
  /** As the last publish left them. */
  readonly before: Tables
  /** New and changed rows by output key; null where there is nothing any more. */
  readonly outputs: ReadonlyMap<string, Output | null>
  /** Files that plain Eleventy wrote there, of which no publish has reported. */
  readonly eleventyFiles: readonly string[]
  /** Files that must not be there, known or not. */
  readonly removals: readonly string[]
}

/** Staged files that are there already, to the byte, are taken out of staging, unless no publish has reported them. */
export const findDifferences = ({
  folders,
  isPublished,
  before,
  outputs,
  eleventyFiles,
  removals,
}: Differences): OutputChanges => {
  const { staging, published } = folders
  const unreported = new Set(eleventyFiles)
  const after = withOutputs(before, outputs)
  const isStray = (file: string) =>
    isFile(join(published, file)) && after.get('outputs', outputKey(file)) === undefined
  const added: string[] = []
  const changed: string[] = []
  for (const file of listFiles(staging)) {
    const there = join(published, file)
    const staged = join(staging, file)
    const known = knownDigest(before, file)
    const isKnown = known !== undefined || isKnownIndexFile(file, before)
    // What was made again as it was may have been changed by somebody else, or only have lost a compressed copy.
    const isAsRecorded = () => known === undefined || known === knownDigest(after, file)
    const isSame = () => digestOfFile(there) === digestOfFile(staged)
    if (isPublished ? !isFile(there) : !isKnown) added.push(file)
    else if (isPublished && !unreported.has(file) && isAsRecorded() && isSame()) rmSync(staged)
    else changed.push(file)
  }
  // A file that no row knows need not go if it is not there. Where that cannot be seen, it may be there. Servers send compressed copies also without their file.
  const unknown = removals
    .filter(file => !isPublished || isFile(join(published, file)))
    .concat(removals.flatMap(compressedNames).filter(name => isStray(name)))
  return { added, changed, removed: [...new Set([...filesGone(before, outputs), ...unknown])].sort() }
}

const withOutputs = (before: Tables, outputs: Differences['outputs']): Tables => ({
  get: (table, key) =>
    table === 'outputs' && outputs.has(key)
      ? ((outputs.get(key) ?? undefined) as never)
      : before.get(table, key),
})

/** Files of the last publish that no row has any more. */
const filesGone = (before: Tables, outputs: Differences['outputs']): readonly string[] =>
  [...outputs].flatMap(([key, row]) => {
    const old = before.get('outputs', key)
    const stays = row === null ? new Map() : filesOfOutput(row)
    return old === undefined ? [] : [...filesOfOutput(old).keys()].filter(file => !stays.has(file))
  })

const digestOfFile = (path: string): string => digestOf(readFileSync(path))

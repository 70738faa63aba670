// Makes the search index of a publish and reports it: its progress, its bundles, or why it failed.

import { join, resolve } from 'node:path'
import { visibleLine, visibleText } from '../domain/visible-text.ts'
import { readChanges } from '../publish/write-changes.ts'
import { type IndexCall, skipIndex, updateIndex } from '../search/update-index.ts'
import { plainReason } from '../system/explain-disk-fault.ts'
import { createProgressLine } from './progress-line.ts'

type Print = (line: string) => void

/** Whether the index is up to date now, or will be. The pages are published in any case, so a failure is only reported. */
export const reportSearch = async (call: IndexCall, print: Print): Promise<boolean> => {
  const progress = createProgressLine(process.stderr)
  try {
    const outcome = await updateIndex(call, progress.report).finally(progress.clear)
    if (outcome.kind === 'elsewhere')
      print('search: another run is already indexing, and includes this publish')
    else
      for (const { name, stories } of outcome.made)
        print(`search: ${name} indexed, ${stories} ${stories === 1 ? 'story' : 'stories'}`)
    if (call.into !== null) print(countIn(call.into.folder))
    return true
  } catch (error) {
    if (process.env.DEBUG) console.error(error)
    const reason = visibleText(plainReason(error, call.root))
    console.error(`the search index is not up to date: ${reason}; npm run search tries again`)
    return false
  }
}

/** The report of a publish cannot know the files of its index. */
const countIn = (folder: string): string => {
  const { added, changed, removed } = readChanges(join(resolve(folder), 'changes.json'))
  return `with the search index: ${added.length} added, ${changed.length} changed, ${removed.length} removed in ${visibleLine(folder)}`
}

/** After a publish, with its pages out and reported. `into`: the folder that got them, if it is not the published one. */
export const searchAfter = async (
  { root, edition }: Pick<IndexCall, 'root' | 'edition'>,
  into: string | null,
  isSkipped: boolean,
  print: Print,
): Promise<void> => {
  const call = { root, edition, into: into === null ? null : { folder: into, isBegun: true } }
  const isReported = !isSkipped && (await reportSearch(call, print))
  if (!isReported) await skipIndex(call)
}

// The search index of a publish, told: while it is made, what came of it, or why nothing did.

import { type IndexCall, skipIndex, updateIndex } from '../search/update-index.ts'
import { createProgressLine } from './progress-line.ts'

type Print = (line: string) => void

/** Whether the index is up to date now, or will be. The pages are out in any case, so a failure is told and holds nothing up. */
export const tellSearch = async (call: IndexCall, print: Print): Promise<boolean> => {
  const progress = createProgressLine(process.stderr)
  try {
    const outcome = await updateIndex(call, progress.report).finally(progress.clear)
    if (outcome.kind === 'elsewhere')
      print('search: another run is already indexing, and includes this publish')
    else
      for (const { name, stories } of outcome.made)
        print(`search: ${name} indexed, ${stories} ${stories === 1 ? 'story' : 'stories'}`)
    return true
  } catch (error) {
    if (process.env.DEBUG) console.error(error)
    const reason = error instanceof Error ? error.message : String(error)
    console.error(`the search index is not up to date: ${reason}; run npm run search to try again`)
    return false
  }
}

/** After a publish: its pages are out and reported. `into`: the folder that got them, if it is not the published one. */
export const searchAfter = async (
  { root, edition }: Pick<IndexCall, 'root' | 'edition'>,
  into: string | null,
  isLeft: boolean,
  print: Print,
): Promise<void> => {
  const call = { root, edition, into: into === null ? null : { folder: into, isBegun: true } }
  const isTold = !isLeft && (await tellSearch(call, print))
  if (!isTold) await skipIndex(call)
}

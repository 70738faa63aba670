// What became of the words of a text: which went, and which came in their place.

import { diffArrays } from 'diff'
import type { ShownWord } from './shown-words.ts'

export type ChangedWords = { readonly before: readonly ShownWord[]; readonly after: readonly ShownWord[] }

/** Beyond so many changed words it is another text, and to say how it differs helps nobody. */
const mostChanges = 600

/** Each run of words that differ, in their order; all words as one run where nearly everything differs. */
export const changedWords = (
  before: readonly ShownWord[],
  after: readonly ShownWord[],
): readonly ChangedWords[] => {
  const parts = diffArrays([...before], [...after], {
    comparator: (one, other) => one.text === other.text,
    maxEditLength: mostChanges,
  })
  if (parts === undefined) return [{ before, after }]
  const runs: { before: readonly ShownWord[]; after: readonly ShownWord[] }[] = []
  let isOpen = false
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      isOpen = false
      continue
    }
    if (!isOpen) runs.push({ before: [], after: [] })
    isOpen = true
    const run = runs.at(-1)
    if (run && removed) run.before = [...run.before, ...value]
    if (run && added) run.after = [...run.after, ...value]
  }
  return runs
}

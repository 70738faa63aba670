// What was kept back, for the head of a report: somebody waits for these.

import { isDue, type KeptBack } from '../domain/kept-back.ts'

export const linesOfKept = (keptBack: readonly KeptBack[]): readonly string[] => {
  const due = keptBack.filter(isDue)
  const ahead = keptBack.filter(kept => !isDue(kept))
  const heading =
    due.length === 0
      ? []
      : [`published, but ${due.length === 1 ? '1 file was' : `${due.length} files were`} kept back:`]
  return [
    ...heading,
    ...due.map(
      ({ file, shown }) =>
        `  ${file}: ${shown === 'last' ? 'readers keep its last version' : 'readers do not get it'} until its problems are mended`,
    ),
    ...ahead.map(({ file }) => `not ready: ${file} has problems that would keep it back`),
  ]
}

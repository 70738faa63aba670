// All that markdown would lose of a text, or take for something else, in silence.

import type { BodyFault } from './body-fault.ts'
import { findEmptyFaults } from './find-empty-faults.ts'
import { findFenceFaults } from './find-fence-faults.ts'
import { findInnerMarks } from './find-inner-marks.ts'
import { findListFaults } from './find-list-faults.ts'
import { findLostCharacters } from './find-lost-characters.ts'
import { findMissingWords } from './find-missing-words.ts'
import { findReferenceFaults } from './find-reference-faults.ts'
import { findTableFaults } from './find-table-faults.ts'
import { findUnderlinedSubheads } from './find-underlined-subheads.ts'
import { findUnreadEmphasis } from './find-unread-emphasis.ts'
import { findUnreadMarks } from './find-unread-marks.ts'
import { findUnreadTables } from './find-unread-tables.ts'
import type { ReadBody } from './read-body.ts'

/** `known`: other faults of the text. */
export const findWordFaults = (
  body: string,
  read: ReadBody,
  known: readonly BodyFault[],
): readonly BodyFault[] => {
  const { tokens, env } = read
  const lines = body.split('\n')
  const named = [
    ...findTableFaults(tokens, lines),
    ...findUnreadTables(tokens, lines),
    ...findUnreadMarks(tokens),
    ...findUnderlinedSubheads(tokens, lines),
    ...findReferenceFaults(lines, env),
    ...findListFaults(tokens),
    ...findFenceFaults(tokens),
    ...findEmptyFaults(tokens, lines),
    ...findInnerMarks(tokens),
    ...findLostCharacters(tokens),
    ...findUnreadEmphasis(tokens),
  ]
  return [...named, ...findMissingWords(body, read, [...known, ...named])]
}

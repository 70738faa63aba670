// Whether what security.txt says is still true at an instant: RFC 9116 wants readers to distrust one that has expired.

import type { Instant } from '../../domain/instant.ts'
import type { Site } from '../../domain/newsroom.ts'
import { locationInText, locationOfFile, type Problem } from '../../domain/problem.ts'
import { dataFiles } from '../../domain/site-paths.ts'
import type { SourceFile } from '../../read/read-source.ts'

const warnedBefore = 30 * 24 * 3_600_000

/** `source`: site.yaml, to show the line. */
export const findSecurityProblems = (
  { security }: Site,
  source: SourceFile | null,
  now: Instant,
): readonly Problem[] => {
  if (security === null || security.expires - now > warnedBefore) return []
  const isOver = security.expires <= now
  const at = source?.text.search(/\bexpires:/) ?? -1
  return [
    {
      code: isOver ? 'security-expired' : 'security-expires',
      severity: isOver ? 'error' : 'warning',
      message: isOver ? 'security.txt has expired' : 'security.txt expires within 30 days',
      hint: 'check that its contacts are right, and write a date within a year from now',
      location:
        source && at !== -1
          ? locationInText(source.file, source.text, at, 8)
          : locationOfFile(dataFiles.site),
    },
  ]
}

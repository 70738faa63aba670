// From what was found in each folder to what is found in all.

import type { FoundChanges } from '../store/file-change.ts'
import type { FolderFinding } from './compare-folder.ts'

export const gather = (findings: readonly FolderFinding[], commit: string | null): FoundChanges => ({
  changes: findings.flatMap(({ changes }) => changes).sort((one, other) => (one.file < other.file ? -1 : 1)),
  marks: new Map(findings.flatMap(({ folder, marks }) => (marks === undefined ? [] : [[folder, marks]]))),
  commit,
  links: findings.flatMap(({ links }) => links).sort(),
})

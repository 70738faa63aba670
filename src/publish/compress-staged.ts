// Gives the staged text files their compressed forms, where the newsroom asks for them.

import { type Problem, placeOfFile } from '../domain/problem.ts'
import { compressedNames, isCompressible, originalOf } from '../store/compressed.ts'
import { placeOf } from '../store/output.ts'
import type { EditedTables } from '../store/tables.ts'
import type { Crew } from '../system/crew.ts'
import { listFiles } from '../system/files.ts'
import { compressFiles } from './compress-files.ts'

/** `staging` is absolute. The rows of the files tell of their forms then; the problems are of files in their places. */
export const compressStaged = async (
  staging: string,
  tables: EditedTables,
  crew: Crew,
): Promise<readonly Problem[]> => {
  const rowOf = (file: string) => {
    const row = tables.get('outputs', placeOf(file))
    return row?.path === file ? row : undefined
  }
  const staged = listFiles(staging).filter(rowOf)
  const texts = staged.filter(isCompressible)
  const taken = [
    ...texts.flatMap(compressedNames).filter(rowOf),
    ...staged.filter(
      file => originalOf(file) !== file && isCompressible(originalOf(file)) && rowOf(originalOf(file)),
    ),
  ]
  if (taken.length > 0) return [...new Set(taken)].map(conflict)
  const forms = await compressFiles(staging, texts, crew)
  for (const [file, compressed] of forms) {
    const row = rowOf(file)
    if (row) tables.set('outputs', placeOf(file), { ...row, compressed })
  }
  return []
}

const conflict = (file: string): Problem => ({
  code: 'url-taken',
  severity: 'error',
  message: `${file} stands where the compressed form of ${originalOf(file)} would`,
  hint: 'remove it: with hosting.precompress Dateline makes it',
  place: placeOfFile(`_site/${file}`),
})

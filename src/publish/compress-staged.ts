// Gives the staged text files their compressed forms, where the newsroom asks for them.

import { locationOfFile, type Problem } from '../domain/problem.ts'
import { compressedNames, isCompressible, uncompressedOf } from '../store/compressed.ts'
import { outputKey } from '../store/output.ts'
import type { EditedTables } from '../store/tables.ts'
import { listFiles } from '../system/files.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { compressFiles } from './compress-files.ts'

/** `staging` is absolute. The rows of the files tell of their forms then; the problems are of files in their places. */
export const compressStaged = async (
  staging: string,
  tables: EditedTables,
  workers: WorkerPool,
): Promise<readonly Problem[]> => {
  const rowOf = (file: string) => {
    const row = tables.get('outputs', outputKey(file))
    return row?.path === file ? row : undefined
  }
  const staged = listFiles(staging).filter(rowOf)
  const texts = staged.filter(isCompressible)
  const taken = [
    ...texts.flatMap(compressedNames).filter(rowOf),
    ...staged.filter(
      file =>
        uncompressedOf(file) !== file && isCompressible(uncompressedOf(file)) && rowOf(uncompressedOf(file)),
    ),
  ]
  if (taken.length > 0) return [...new Set(taken)].map(conflict)
  const encodings = await compressFiles(staging, texts, workers)
  for (const [file, compressed] of encodings) {
    const row = rowOf(file)
    if (row) tables.set('outputs', outputKey(file), { ...row, compressed })
  }
  return []
}

const conflict = (file: string): Problem => ({
  code: 'url-taken',
  severity: 'error',
  message: `${file} stands where the compressed form of ${uncompressedOf(file)} would`,
  hint: 'remove it: with hosting.precompress Dateline makes it',
  location: locationOfFile(`_site/${file}`),
})

// Compresses files for servers that send them so: in threads, as the best compression of a page costs more than making it.
//
// Each staged text file gets its `.br` and `.gz` before it is moved: a few in Node's own threads, many by the
// workers, a share's where it is rendered. They are no outputs of their own: the row of a file has their
// digests, so that they are missed, moved and removed with it.
//
// The journal takes the old copies of a file away before the file changes, and brings the new ones after it;
// when a file is removed, they go first, as servers send them also without it. So at no moment does a copy
// stand beside another version of its file. What others put into `_site/` has no copies that could grow old:
// nginx and Caddy compress it as they send it.

import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import { locationOfFile, type Problem } from '../domain/problem.ts'
import { compressedNames, isCompressible, uncompressedOf } from '../store/compressed.ts'
import { type Compressed, type Output, outputKey } from '../store/output.ts'
import type { EditedTables, Tables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, listFiles, readBytes, writeFile } from '../system/files.ts'
import { slices } from '../system/slices.ts'
import type { WorkerPool } from '../system/worker-pool.ts'

/** Gives the staged text files their compressed copies, and their rows the digests of these. `staging` is absolute. */
export const compressStaged = async (
  staging: string,
  tables: EditedTables,
  workers: WorkerPool,
): Promise<void> => {
  const encodings = await compressFiles(
    staging,
    stagedOutputs(staging, tables).filter(isCompressible),
    workers,
  )
  for (const [file, compressed] of encodings) {
    const row = rowOf(tables, file)
    if (row) tables.set('outputs', outputKey(file), { ...row, compressed })
  }
}

/** Problems of other files that stand where the compressed copy of a staged file would. `staging` is absolute. */
export const encodingConflicts = (staging: string, tables: Tables): readonly Problem[] => {
  const staged = stagedOutputs(staging, tables)
  const isCopy = (file: string) =>
    uncompressedOf(file) !== file &&
    isCompressible(uncompressedOf(file)) &&
    rowOf(tables, uncompressedOf(file)) !== undefined
  const taken = [
    ...staged
      .filter(isCompressible)
      .flatMap(compressedNames)
      .filter(file => rowOf(tables, file)),
    ...staged.filter(isCopy),
  ]
  return [...new Set(taken)].map(conflict)
}

const rowOf = (tables: Tables, file: string): Output | undefined => {
  const row = tables.get('outputs', outputKey(file))
  return row?.path === file ? row : undefined
}

const stagedOutputs = (staging: string, tables: Tables): readonly string[] =>
  listFiles(staging).filter(file => rowOf(tables, file) !== undefined)

const conflict = (file: string): Problem => ({
  code: 'url-taken',
  severity: 'error',
  message: `${file} has the name of the compressed copy of ${uncompressedOf(file)}`,
  hint: 'remove it: with hosting.precompress, Dateline makes the compressed copies',
  location: locationOfFile(`_site/${file}`),
})

/** `folder` is absolute, the files are relative to it. */
type CompressTask = { readonly folder: string; readonly files: readonly string[] }

/**
 * The best quality takes far longer and leaves little less. A page is compressed once for many readers. Feeds and sitemaps
 * are large, change with every story, and are read by machines.
 */
const qualityOf = (file: string): number => (/\.(?:csv|ics|json|txt|xml)$/i.test(file) ? 5 : 11)

const brotliOptions = (file: string, { length }: Uint8Array) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: qualityOf(file),
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
  },
})
const gzipOptions = { level: 9 }

const [brotliAside, gzipAside] = [promisify(brotliCompress), promisify(gzip)]

/** Node's own threads are at hand; to start workers takes longer than so few files. */
const fewFiles = 200
const filesInTask = 50
const atOnce = 8

/** Writes the compressed copies beside each file, but for those that are there already. */
export const compressFiles = async (
  folder: string,
  files: readonly string[],
  workers: WorkerPool,
): Promise<ReadonlyMap<string, Compressed>> => {
  const missing = files.filter(file => !compressedNames(file).every(name => isFile(join(folder, name))))
  if (missing.length > fewFiles)
    await Promise.all(
      slices(missing, filesInTask).map(task =>
        workers.ask<CompressTask, void>('compressSlice', { folder, files: task }),
      ),
    )
  else
    for (const some of slices(missing, atOnce))
      await Promise.all(some.map(file => compressAside(folder, file)))
  return new Map(
    files.map(file => {
      const [br = '', gz = ''] = compressedNames(file).map(name => digestOf(readBytes(join(folder, name))))
      return [file, { br, gz }]
    }),
  )
}

const compressAside = async (folder: string, file: string): Promise<void> => {
  const bytes = readBytes(join(folder, file))
  const encodings = [brotliAside(bytes, brotliOptions(file, bytes)), gzipAside(bytes, gzipOptions)]
  writeEncodings(folder, file, await Promise.all(encodings))
}

/** In the thread that calls it: a worker's share. */
export const compressSlice = ({ folder, files }: CompressTask): void => {
  for (const file of files) {
    const bytes = readBytes(join(folder, file))
    writeEncodings(folder, file, [
      brotliCompressSync(bytes, brotliOptions(file, bytes)),
      gzipSync(bytes, gzipOptions),
    ])
  }
}

const writeEncodings = (folder: string, file: string, encodings: readonly Uint8Array[]): void => {
  for (const [at, name] of compressedNames(file).entries()) writeFile(join(folder, name), encodings[at] ?? '')
}

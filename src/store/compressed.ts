// The compressed copies of a published file, which servers send as they are: "index.html.br" and "index.html.gz" beside it.

import { textTypes } from '../domain/file-kinds.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { type Output, outputKey } from './output.ts'
import type { Tables } from './tables.ts'

const compressible = new RegExp(`\\.(?:${Object.keys(textTypes).join('|')})$`, 'i')

/** Whether a file is text, which gets much smaller. */
export const isCompressible = (file: string): boolean => compressible.test(file)

export const compressedNames = (file: string): readonly [br: string, gz: string] => [
  `${file}.br`,
  `${file}.gz`,
]

/** Editors' pages stay on their machine. */
export const isPrecompressed = ({ site }: Newsroom, { audience }: Viewpoint): boolean =>
  site.hosting.precompress && audience.compresses

/** "index.html.br" → "index.html"; any other file is its own original. */
export const uncompressedOf = (file: string): string => file.replace(/\.(?:br|gz)$/, '')

/** The output and its compressed copies, each with its digest. */
export const filesOfOutput = ({ path, digest, compressed }: Output): ReadonlyMap<string, string> => {
  const [br, gz] = compressedNames(path)
  return new Map([
    [path, digest],
    ...(compressed
      ? ([
          [br, compressed.br],
          [gz, compressed.gz],
        ] as const)
      : []),
  ])
}

/** A file that is not written again keeps the compressed copies that it has. */
export const withEncodings = (row: Output, known: Output | undefined): Output =>
  known?.compressed && known.path === row.path && known.digest === row.digest
    ? { ...row, compressed: known.compressed }
    : row

/** The digest of a file as the tables have it; undefined when they know of no such file. */
export const knownDigest = (tables: Tables, file: string): string | undefined => {
  const own = tables.get('outputs', outputKey(file))
  if (own?.path === file) return own.digest
  const original = tables.get('outputs', outputKey(uncompressedOf(file)))
  return original && filesOfOutput(original).get(file)
}

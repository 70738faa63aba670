// An archive on the disk, opened before it is known what wrote it.

import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '../../domain/instant.ts'
import { failure, type Result, success } from '../../domain/result.ts'
import { readText } from '../../system/files.ts'
import { type ArchiveFile, archiveFile, listFolder } from './list-folder.ts'

export type Archive = {
  /** The archive's folder; of an archive that is one file, the folder in which the file lies. */
  readonly root: string
  /** The folder that stands for `/wp-content/uploads/` of the old site; null when there is none. */
  readonly uploads: string | null
  /** What is over at this time was public no more. */
  readonly now: Instant
  /** In code-point order. */
  readonly files: readonly ArchiveFile[]
  /** The text of a file, read once. The fault is a sentence about the file. */
  readonly read: (file: string) => Result<string, string>
}

/**
 * `from` is a folder or a file. `without` is a path that is not looked into, or null. `uploads` is the folder of an old
 * WordPress site's files, or null to look for it.
 */
export const openArchive = (
  from: string,
  without: string | null,
  uploads: string | null,
  now: Instant,
): Archive => {
  const isFile = statSync(from).isFile()
  const root = isFile ? dirname(from) : from
  const texts = new Map<string, Result<string, string>>()
  return {
    ...{ root, now },
    uploads:
      uploads ?? ['wp-content/uploads', 'uploads'].map(name => join(root, name)).find(isFolder) ?? null,
    files: isFile ? [archiveFile(basename(from))] : listFolder(root, without),
    read: file => {
      const text = texts.get(file) ?? readFile(join(root, file))
      texts.set(file, text)
      return text
    },
  }
}

const readFile = (path: string): Result<string, string> => {
  try {
    const text = readText(path)
    if (text === null) return failure('it is not UTF-8 text; save the file in UTF-8')
    return text.includes('\0') ? failure('it is a binary file') : success(text)
  } catch (error) {
    return failure(`it cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

export const hasFile = ({ files }: Pick<Archive, 'files'>, pattern: RegExp): boolean =>
  files.some(({ file }) => pattern.test(file))

/** Texts of all files that may be stories. */
export const storyTexts = ({ files, read }: Archive): readonly { file: string; text: string }[] =>
  files.flatMap(({ file, skipReason }) => {
    const text = skipReason === null ? read(file) : null
    return text?.ok ? [{ file, text: text.value }] : []
  })

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

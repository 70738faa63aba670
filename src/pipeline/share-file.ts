// share.json: what a share holds, and the digest of every file in it, so that a merge takes nothing else for a share's.

import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { errorAt, type Fault, locationOfFile, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, listFiles, readBytes, readText, replaceFile } from '../system/files.ts'
import { commandOf, nameOfShare, type Share } from './share.ts'

const name = 'share.json'

/** Rises whenever the file changes its shape. */
const format = 1

/** `digest`: of the share as JSON. */
type Sealed = { readonly format: number; readonly digest: string; readonly share: Share }

/** A share, the folder that it is in as it was named, and that folder in full. */
export type FoundShare = { readonly share: Share; readonly folder: string; readonly path: string }

/** The digests of all files in a folder, by their paths there. */
export const digestsIn = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    listFiles(path)
      .filter(file => file !== name)
      .map(file => [file, digestOf(readBytes(join(path, file)))]),
  )

/** It comes last: a folder without it is no share. `path` is absolute. */
export const writeShare = (path: string, share: Share): void => {
  const sealed: Sealed = { format, digest: digestOf(JSON.stringify(share)), share }
  replaceFile(join(path, name), JSON.stringify(sealed))
}

/** The share in a folder, if each of its files is as it was made, and no other is there; else every problem. */
export const readShare = (folder: string, path: string): Result<FoundShare, readonly Problem[]> => {
  const share = openShare(folder, path)
  if (!share.ok) return failure([problemIn(folder, name, share.fault)])
  const problems = fewOf(problemsOfFiles(share.value, folder, path), folder)
  return problems.length > 0 ? failure(problems) : success({ share: share.value, folder, path })
}

/** A folder that was copied half can lack thousands. */
const most = 20

const fewOf = (problems: readonly Problem[], folder: string): readonly Problem[] =>
  problems.length <= most
    ? problems
    : [
        ...problems.slice(0, most),
        problemIn(folder, name, {
          code: 'share-damaged',
          message: `${problems.length - most} more files in ${folder} are missing, damaged or not of the share`,
          hint: 'copy the folder again from the machine that made it, or make the share again',
        }),
      ]

const problemIn = (folder: string, file: string, fault: Fault): Problem =>
  errorAt(locationOfFile(`${folder}/${file}`), fault)

const openShare = (folder: string, path: string): Result<Share, Fault> => {
  // Bytes that are no text are no list either.
  const text = isFile(join(path, name)) ? (readText(join(path, name)) ?? '?') : null
  if (text === null)
    return failure({
      code: 'share-missing',
      message: `${folder} holds no share: there is no ${name} in it, which comes last`,
      hint: 'name a folder that npm run build -- --shard=1/3 has made to its end, or make the share again',
    })
  const sealed = parse(text)
  if (sealed !== null && Number.isInteger(sealed.format) && sealed.format !== format)
    return failure({
      code: 'share-foreign',
      message: `the share in ${folder} was made by another version of Dateline`,
      hint: 'make all shares and merge them with the same version',
    })
  if (sealed === null || sealed.digest !== digestOf(JSON.stringify(sealed.share ?? null)))
    return failure({
      code: 'share-damaged',
      message: `the list of the share in ${folder} is ${text.trim() === '' ? 'empty' : 'cut off, or not as it was written'}`,
      hint: 'copy the folder again from the machine that made it, or make the share again',
    })
  return success(sealed.share)
}

const parse = (text: string): (Partial<Sealed> & Pick<Sealed, 'share'>) | null => {
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' ? (content as Sealed) : null
  } catch {
    return null
  }
}

const problemsOfFiles = (share: Share, folder: string, path: string): readonly Problem[] => {
  const of = `share ${nameOfShare(share)}`
  const again = `copy the folder again from the machine that made it, or make the share again: ${commandOf(share)}`
  const damaged = (file: string, what: string) =>
    problemIn(folder, file, { code: 'share-damaged', message: `${file} of ${of} ${what}`, hint: again })
  const there = new Set(entriesIn(path))
  const known = Object.entries(share.files).flatMap(([file, digest]) => {
    if (!there.has(file)) return [damaged(file, 'is missing')]
    if (!isPlainFile(join(path, file))) return [damaged(file, 'is not a file any more')]
    const bytes = readBytes(join(path, file))
    if (digestOf(bytes) === digest) return []
    return [damaged(file, bytes.length === 0 ? 'is empty' : 'is not as it was made')]
  })
  const others = [...there]
    .filter(file => file !== name && !Object.hasOwn(share.files, file))
    .map(file =>
      problemIn(folder, file, {
        code: 'share-damaged',
        message: `${file} was not made by ${of}, and stands in its folder`,
        hint: 'remove it: whatever stands there would be published',
      }),
    )
  return [...known, ...others]
}

const isPlainFile = (path: string): boolean => lstatSync(path).isFile()

/** Links too, and whatever else is no folder. */
const entriesIn = (path: string, inside = ''): readonly string[] =>
  readdirSync(join(path, inside), { withFileTypes: true }).flatMap(entry => {
    const file = inside === '' ? entry.name : `${inside}/${entry.name}`
    return entry.isDirectory() ? entriesIn(path, file) : [file]
  })

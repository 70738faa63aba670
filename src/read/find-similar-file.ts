// What is said of a file that is not there: which one was meant, if one beside it has a name like it.

import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { nearestWord } from '../domain/near-miss.ts'
import type { Fault } from '../domain/problem.ts'
import { exists } from '../system/files.ts'

/** Letter case, accents written in two ways, blanks and dashes, and the ending are what people get wrong. */
const simple = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.[^.]*$/, '')
    .replace(/[\s_-]+/g, '')

const endingOf = (name: string): string => /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''

/** What is said where nothing can be read at `path`. `hint`: when nothing beside it has a name like it. */
export const missingFile = (path: string, file: string, hint: string): Pick<Fault, 'message' | 'hint'> => {
  if (exists(path))
    return { message: `${file} is a folder, and not a file`, hint: 'write the name of the file in it' }
  const similar = findSimilarFile(path)
  return {
    message: `there is no file ${file}`,
    hint: similar === null ? hint : `did you mean “${similar}”? Capital letters, spaces and dashes count`,
  }
}

/** The name of a file beside `path`, which is none; null where no name is like it. */
const findSimilarFile = (path: string): string | null => {
  const wanted = basename(path)
  const isText = beside.test(wanted)
  const names = namesIn(dirname(path)).filter(
    name => /\.(?!md$)[^.]+$/i.test(name) && (isText || !beside.test(name)),
  )
  const same = names.filter(name => simple(name) === simple(wanted))
  const found = same.find(name => endingOf(name) === endingOf(wanted)) ?? same[0]
  if (found !== undefined) return found
  const byLowerCase = new Map(names.map(name => [name.toLowerCase(), name]))
  return byLowerCase.get(nearestWord(wanted, [...byLowerCase.keys()]) ?? '') ?? null
}

/** What stands beside a video of the same name is no picture and no video. */
const beside = /\.(?:vtt|txt|srt)$/i

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

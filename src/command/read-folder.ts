// The flag --changes-only: the folder that gets only what changed.

import { resolve } from 'node:path'
import { CalledWrongly } from '../domain/called-wrongly.ts'
import { refuseFolder } from '../publish/changes-folder.ts'

export const changesOnlyHelp =
  '--changes-only=<folder>     write only what changed, with changes.json, into this folder instead of _site/'

/** Null without the flag. Throws a plain message at a folder that may hold anything but the changes of an earlier run. */
export const readFolder = (word: string | undefined): string | null => {
  if (word === '')
    throw new CalledWrongly('--changes-only is empty; write a folder, such as --changes-only=out')
  if (word === undefined) return null
  refuseFolder(process.cwd(), resolve(word))
  return word
}

// Files that a plain Eleventy run wrote into the published folder: the next publish looks at every file there.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readText, replaceFile } from '../system/files.ts'

const noteIn = (state: string): string => join(state, 'eleventy-files.json')

/** Before they are written. `files` are relative to the published folder, `state` is an absolute folder. */
export const noteEleventyFiles = (state: string, files: readonly string[]): void => {
  const all = new Set([...(readEleventyFiles(state) ?? []), ...files])
  replaceFile(noteIn(state), JSON.stringify([...all].sort()))
}

/** Null when plain Eleventy wrote nothing since the last publish. */
export const readEleventyFiles = (state: string): readonly string[] | null => {
  try {
    return JSON.parse(readText(noteIn(state)) ?? '') as readonly string[]
  } catch (error) {
    return error instanceof SyntaxError ? [] : null
  }
}

/** Once a publish has looked at them. */
export const forgetEleventyFiles = (state: string): void => rmSync(noteIn(state), { force: true })

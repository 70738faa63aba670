// The stories and bulletins whose files contain some words.

import { join } from 'node:path'
import { bulletinFolder, storyFolder } from '../domain/site-paths.ts'
import { listFiles, readBytes } from '../system/files.ts'

/** Reads all of them: 100,000 stories take a second or two. */
export const findFilesWith = (root: string, words: readonly string[]): readonly string[] =>
  [storyFolder, bulletinFolder]
    .flatMap(folder => listFiles(root, folder))
    .filter(file => file.endsWith('.md'))
    .filter(file => {
      const text = readBytes(join(root, file))
      return words.some(each => text.includes(each))
    })

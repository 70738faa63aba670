// Where words of a page come from that no story has: a layout, site data, or a page of the newsroom's own.

import { join } from 'node:path'
import { type Location, locationInText } from '../domain/problem.ts'
import { dataFolder, layoutFolder } from '../domain/site-paths.ts'
import { listFiles, readText } from '../system/files.ts'

/** Reads the files when it is first asked. */
export const createFindInSite = (root: string): ((words: string) => Location | null) => {
  let sources: readonly { readonly file: string; readonly text: string }[] | null = null
  return words => {
    sources ??= [dataFolder, layoutFolder]
      .flatMap(folder => listFiles(root, folder))
      .filter(file => /\.(?:njk|ya?ml|json|html|css)$/.test(file))
      .map(file => ({ file, text: readText(join(root, file)) ?? '' }))
    for (const { file, text } of sources) {
      const at = text.indexOf(words)
      if (at !== -1) return locationInText(file, text, at, words.length)
    }
    return null
  }
}

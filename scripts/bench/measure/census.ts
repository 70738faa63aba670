// What stands in a published folder: how many files of which sort, and which of them a build has written anew.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../../../src/system/files.ts'

export type Census = {
  readonly pages: number
  readonly feeds: number
  readonly sitemaps: number
  readonly others: number
  readonly bytes: number
}

export const takeCensus = (folder: string): Census => {
  const files = listFiles(folder)
  const count = (form: RegExp) => files.filter(file => form.test(file)).length
  const pages = count(/\.html$/)
  const feeds = count(/(?:^|\/)rss\.xml$/)
  const sitemaps = count(/\.xml$/) - feeds
  return {
    pages,
    feeds,
    sitemaps,
    others: files.length - pages - feeds - sitemaps,
    bytes: files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0),
  }
}

export type Writing = ReadonlyMap<string, string>

/** A mark for each file that changes whenever the file is written. */
export const markFiles = (folder: string): Writing =>
  new Map(
    listFiles(folder).map(file => {
      const { ino, mtimeMs, size } = statSync(join(folder, file))
      return [file, `${ino} ${mtimeMs} ${size}`]
    }),
  )

export const countWritten = (before: Writing, after: Writing): number =>
  [...after].filter(([file, mark]) => before.get(file) !== mark).length

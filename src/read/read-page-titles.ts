// The titles and urls of content/pages, so that menus and sitemaps can name pages which Eleventy itself makes.

import { join } from 'node:path'
import { type KeptPages, noKeptPages } from '../domain/kept-back.ts'
import type { PlainPage } from '../domain/newsroom.ts'
import { isHidden, isPlainPage, nameOfPage, pageFolder } from '../domain/site-paths.ts'
import { listFiles, readText } from '../system/files.ts'
import { readFrontMatter } from './read-front-matter.ts'

/** Pages without a title, and pages whose permalink is not a plain path, are left out. `kept`: texts in the place of files. */
export const readPageTitles = (root: string, kept: KeptPages = noKeptPages): readonly PlainPage[] =>
  [...new Set([...listFiles(root, pageFolder), ...[...kept.keys()].filter(isPlainPage)])]
    .filter(file => file.endsWith('.md') && !isHidden(file))
    .sort()
    .flatMap(file => {
      const text = kept.has(file) ? kept.get(file) : readText(join(root, file))
      return plainPageOf(file, text ?? '') ?? []
    })
    .sort((one, other) => (one.url < other.url ? -1 : 1))

const plainPageOf = (file: string, text: string): PlainPage | null => {
  const title = fieldsOf(file, text)?.title
  const url = addressOfPage(file, text)
  return typeof title === 'string' && url ? { title, url, file } : null
}

/** Null where its permalink is not a plain path, and where its fields cannot be read; false for a page that is not made. */
export const addressOfPage = (file: string, text: string): string | false | null => {
  const fields = fieldsOf(file, text)
  if (fields === null) return null
  if (fields.permalink === false) return false
  const url = fields.permalink ?? `/${nameOfPage(file)}/`
  return typeof url === 'string' && /^\/[^{}]*$/.test(url) ? url.replace(/index\.html$/, '') : null
}

type Fields = { readonly title?: unknown; readonly permalink?: unknown }

const fieldsOf = (file: string, text: string): Fields | null => {
  const yaml = readFrontMatter({ file, text })
  return yaml?.ok ? ((yaml.value.value ?? {}) as Fields) : null
}

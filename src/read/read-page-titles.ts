// The titles and urls of content/pages, so that menus and sitemaps can name pages which Eleventy itself makes.

import { join } from 'node:path'
import type { PlainPage } from '../domain/newsroom.ts'
import { isHidden, nameOfPage, pageFolder } from '../domain/site-paths.ts'
import { listFiles, readText } from '../system/files.ts'
import { readFrontMatter } from './read-front-matter.ts'

/** Pages without a title, and pages whose permalink is not a plain path, are left out. */
export const readPageTitles = (root: string): readonly PlainPage[] =>
  listFiles(root, pageFolder)
    .filter(file => file.endsWith('.md') && !isHidden(file))
    .flatMap(file => {
      const yaml = readFrontMatter({ file, text: readText(join(root, file)) ?? '' })
      if (!yaml?.ok) return []
      const { title, permalink } = (yaml.value.value ?? {}) as { title?: unknown; permalink?: unknown }
      const url = permalink ?? `/${nameOfPage(file)}/`
      const isPlain = typeof url === 'string' && /^\/[^{}]*$/.test(url)
      return typeof title === 'string' && isPlain ? [{ title, url: url.replace(/index\.html$/, '') }] : []
    })
    .sort((one, other) => (one.url < other.url ? -1 : 1))

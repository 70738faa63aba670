// Addresses live for ever: which of those of the newsroom's own pages would lead nowhere, and which line keeps them.

import type { Content } from '../archive/content.ts'
import { errorAt, type Fault, type Location, locationOfFile, type Problem } from '../domain/problem.ts'
import { isPlainPage, nameOfPage, pageFolder, redirectsFile } from '../domain/site-paths.ts'
import { locateField } from '../read/locate-field.ts'
import { addressOfPage } from '../read/read-page-titles.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import { outputKey, outputPathOf } from '../store/output.ts'
import { listFiles } from '../system/files.ts'
import { lostCode } from './handed-over.ts'
import { leadsOn } from './lost-addresses.ts'
import type { Published } from './published.ts'

/** Costs the pages that changed or stayed back; of a full build, a look at each. `published`: what readers have. */
export const lostPagesOf = (content: Content, published: Published): readonly Problem[] => {
  const { before, found } = content
  const keptBefore = published.tables.get('lists', 'keptBack') ?? []
  const changed = new Set([...found.changes.map(({ file }) => file), ...keptBefore])
  return published.pages
    .filter(file => isPlainPage(file) && (before === null || changed.has(file)))
    .flatMap(file => {
      const text = published.tables.get('texts', file)
      const url = text === undefined ? null : addressOfPage(file, text)
      if (text === undefined || !url || !isOut(url, published)) return []
      return leadsOn(url, content) || isMadeOtherwise(file, url, content)
        ? []
        : [problemOf({ file, text, url }, content, published)]
    })
}

/** The newsroom may have given its pages other addresses than their names. */
const isOut = (url: string, { tables, isRecord }: Published): boolean =>
  !isRecord || tables.get('outputs', outputKey(outputPathOf(url))) !== undefined

/** Of a permalink that is a program nobody knows where it leads, nor of another kind of template under the same name. */
const isMadeOtherwise = (file: string, url: string, { root, tables }: Content): boolean => {
  const own = tables.get('texts', file)
  const now = own === undefined ? false : addressOfPage(file, own)
  return (
    now === null ||
    now === url ||
    listFiles(root, pageFolder).some(
      other => !other.endsWith('.md') && nameOfPage(other) === nameOfPage(file),
    )
  )
}

type PageOfThen = { readonly file: string; readonly text: string; readonly url: string }

const problemOf = (page: PageOfThen, content: Content, published: Published): Problem => {
  const { tables, newsroom } = content
  const text = tables.get('texts', page.file)
  if (text !== undefined) {
    const now = addressOfPage(page.file, text)
    return errorAt(
      locate(page.file, text),
      now ? movedAway(page.url, now) : gone(page.url, 'it is not made any more'),
    )
  }
  const successor = newsroom.plainPages.find(
    ({ file }) => !published.isKnown(file) && bodyOf(tables.get('texts', file)) === bodyOf(page.text),
  )
  return successor === undefined
    ? errorAt(locationOfFile(page.file), gone(page.url, 'its file is gone'))
    : {
        ...errorAt(locationOfFile(successor.file), movedAway(page.url, successor.url)),
        keepsToo: [page.file],
      }
}

const locate = (file: string, text: string): Location => locateField({ file, text }, 'permalink')

const bodyOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : (splitFrontMatter(text)?.body ?? text)

const movedAway = (url: string, now: string): Fault => ({
  code: lostCode,
  message: `readers know this page at ${url}, which would lead nowhere: it is at ${now} now`,
  hint: `keep the old address: write “${url}: ${now}” into ${redirectsFile}`,
})

const gone = (url: string, why: string): Fault => ({
  code: lostCode,
  message: `a page was published at ${url}, which would lead nowhere: ${why}`,
  hint: `put it back; or write “${url}: gone” into ${redirectsFile}, or the address where it leads now; or build with --allow-lost`,
})

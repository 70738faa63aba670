// Pages on which nothing changed, but which link to what a publish takes away: they are checked again with the others.

import { mentionOfPage } from '../archive/index-claims.ts'
import { pathOfRow } from '../archive/index-redirects.ts'
import type { Redirect } from '../domain/redirect.ts'
import { aliasUrl, dataUrl, dayUrl, frontUrl } from '../domain/site-addresses.ts'
import { dayOfBulletinFile, isFront, sectionOfFront } from '../domain/site-paths.ts'
import { kindNamed } from '../pages/page-kinds.ts'
import type { PlannedPage } from '../pages/planned-page.ts'
import { type Output, outputKey, outputPathOf, urlOfFile } from '../store/output.ts'
import type { EditedTables, Tables } from '../store/tables.ts'

/** Output paths of what goes, becomes another kind of thing, or loses a place on it that a link could lead to. */
export const lostOutputs = (before: Tables, after: EditedTables): readonly string[] =>
  [...(after.edits.get('outputs')?.keys() ?? [])].flatMap(key => {
    const old = before.get('outputs', key)
    return old && isLost(old, after.get('outputs', key)) ? [old.path] : []
  })

const isLost = (old: Output, now: Output | undefined): boolean => {
  if (now === undefined || now.path !== old.path || originOf(now) !== originOf(old)) return true
  const ids = new Set(idsOf(now))
  return idsOf(old).some(id => !ids.has(id))
}

/** A withdrawn story's tombstone stands where the story did: words of it in a link would give the story away. */
const originOf = ({ made }: Output): string => (made.by === 'page' ? made.kind : made.by)

const idsOf = ({ made }: Output): readonly string[] => (made.by === 'copy' ? [] : (made.ids ?? []))

/** The stories and bulletins whose text links to one of these, and the rows of redirects that lead there. `tables`: as they will be. */
export const filesThatLinkTo = (outputs: readonly string[], tables: Tables): readonly string[] =>
  outputs.flatMap(output => tables.get('mentions', mentionOfPage(decodeURI(urlOfFile(output)))) ?? [])

/** All rows of redirects where one of them is another than before; else those that lead to what goes. */
export const affectedRows = (before: EditedTables, after: EditedTables): readonly Redirect[] => {
  const rows = after.get('redirects', 'all') ?? []
  if (before.edits.has('redirects')) return rows
  const lost = new Set(filesThatLinkTo(lostOutputs(before, after), after).map(pathOfRow))
  return lost.size === 0 ? [] : rows.filter(({ path }) => lost.has(path))
}

/** The published pages of stories and bulletins, and the data of stories. */
export const pagesOfFiles = (files: readonly string[], tables: Tables): readonly PlannedPage[] => {
  const urls = [...new Set(files)].flatMap(file => urlsOf(file, tables))
  return [...new Set(urls)].map(url => pageAt(url, tables)).filter(page => page !== null)
}

const urlsOf = (file: string, tables: Tables): readonly string[] => {
  const old = pathOfRow(file)
  if (old !== null) return [aliasUrl(old)]
  const day = dayOfBulletinFile(file)
  if (day !== null) return [dayUrl(day)]
  if (isFront(file)) return [urlOfFront(sectionOfFront(file))]
  const story = tables.get('stories', file)
  return story ? [story.url, dataUrl(story)] : []
}

const urlOfFront = (section: string | null): string =>
  section === null ? '/' : frontUrl({ of: 'section', key: section })

/** Null when it is not published. */
const pageAt = (url: string, tables: Tables): PlannedPage | null => {
  const row = tables.get('outputs', outputKey(outputPathOf(url)))
  const made = row?.made.by === 'page' ? row.made : undefined
  const page = kindNamed(made?.kind ?? '')?.pageAt(made?.key)
  if (!row || !made || !page) return null
  const { kind, layout, key } = page
  return {
    kind,
    url: page.url,
    output: row.path,
    layout,
    file: page.file,
    key,
    layoutDigest: made.layoutDigest,
    reasons: [],
  }
}

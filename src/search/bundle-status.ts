// How far the search index is behind the published stories.

import { join } from 'node:path'
import { bundleNames, entryFile, pathInSite } from '../store/bundle.ts'
import type { Tables } from '../store/tables.ts'
import { isFile } from '../system/files.ts'
import { type MonthSpan, spansOfMonths } from './month-spans.ts'

/** The spans that need a bundle; none when the site is not searched. */
export const spansToIndex = (tables: Tables): readonly MonthSpan[] =>
  tables.get('facts', 'site')?.site.search ? spansOfMonths(tables.get('months', 'site') ?? []) : []

/** Names of bundles whose spans are no more. */
export const bundlesToDrop = (tables: Tables, spans: readonly MonthSpan[]): readonly string[] =>
  bundleNames(tables).filter(name => !spans.some(span => span.name === name))

/** Cheap. `published`: null where that folder is not at hand. */
export const isIndexDue = (tables: Tables, published: string | null): boolean => {
  const spans = spansToIndex(tables)
  return (
    spans.some(span => bundleStatus(span, tables, published) !== 'current') ||
    bundlesToDrop(tables, spans).length > 0
  )
}

/**
 * 'incomplete': readers have it, but not all of its stories are in it; 'uncertain': its stories may have changed, which the
 * digest of its sources shows. `published`: null where that folder is not at hand.
 */
export const bundleStatus = (
  { name, months }: MonthSpan,
  tables: Tables,
  published: string | null,
): 'current' | 'missing' | 'incomplete' | 'uncertain' => {
  const bundle = tables.get('bundles', name)
  const unsearched = tables.get('lists', 'unsearched') ?? []
  const isThere = published === null || isFile(join(published, pathInSite(name, entryFile)))
  if (!bundle || !isThere || bundle.tag === null || bundle.months.join() !== months.join()) return 'missing'
  const isChanged = months.some(month => unsearched.includes(month))
  if (bundle.sourceDigest === '') return isChanged ? 'missing' : 'incomplete'
  return isChanged ? 'uncertain' : 'current'
}

// How far the search index is behind what is published.

import { join } from 'node:path'
import { bundleNames, entryFile, pathInSite } from '../store/bundle.ts'
import type { Tables } from '../store/tables.ts'
import { isFile } from '../system/files.ts'
import { bundlesOf, type MonthSpan } from './bundles-of.ts'

/** The spans that the index is to have; none when the site is not searched. */
export const spansOf = (tables: Tables): readonly MonthSpan[] =>
  tables.get('facts', 'site')?.site.search ? bundlesOf(tables.get('months', 'site') ?? []) : []

/** Of spans that there are no more. */
export const oldBundles = (tables: Tables, spans: readonly MonthSpan[]): readonly string[] =>
  bundleNames(tables).filter(name => !spans.some(span => span.name === name))

/** Cheap. `published`: null where that folder is not at hand. */
export const isIndexDue = (tables: Tables, published: string | null): boolean => {
  const spans = spansOf(tables)
  return (
    spans.some(span => whatLacks(span, tables, published) !== 'nothing') ||
    oldBundles(tables, spans).length > 0
  )
}

/**
 * 'rest': it is there, but not all of it; 'certainty': it may have changed, and what it was made of tells.
 * `published`: null where that folder is not at hand.
 */
export const whatLacks = (
  { name, months }: MonthSpan,
  tables: Tables,
  published: string | null,
): 'nothing' | 'whole' | 'rest' | 'certainty' => {
  const bundle = tables.get('bundles', name)
  const unsearched = tables.get('lists', 'unsearched') ?? []
  const isThere = published === null || isFile(join(published, pathInSite(name, entryFile)))
  if (!bundle || !isThere || bundle.tag === null || bundle.months.join() !== months.join()) return 'whole'
  const isChanged = months.some(month => unsearched.includes(month))
  if (bundle.sourceDigest === '') return isChanged ? 'whole' : 'rest'
  return isChanged ? 'certainty' : 'nothing'
}

// What is known of the search index outlasts a publish that takes everything in again.

import { bundleNames } from '../store/bundle.ts'
import type { EditedTables, Tables } from '../store/tables.ts'

/** `isAll`: the bundles are to be made again, whatever they were made of. */
export const keepBundles = (tables: EditedTables, last: Tables, isAll: boolean): void => {
  for (const list of ['bundles', 'unsearched'] as const) {
    const row = last.get('lists', list)
    if (row !== undefined) tables.set('lists', list, row)
  }
  for (const name of bundleNames(last)) {
    const bundle = last.get('bundles', name)
    if (bundle) tables.set('bundles', name, isAll ? { ...bundle, sourceDigest: '' } : bundle)
    tables.set('bundleFiles', name, last.get('bundleFiles', name) ?? {})
  }
}

// A bundle: the part of the search index for one span of months, in a folder of its own.

import type { Month } from '../domain/instant.ts'
import { digestOf } from '../system/digest.ts'
import type { Tables } from './tables.ts'

export type Bundle = {
  /** The oldest first. */
  readonly months: readonly Month[]
  readonly stories: number
  /** Digest of its sources; '' when it is incomplete: a story was taken out of it, or a run was stopped. */
  readonly sourceDigest: string
  /** Changes whenever the bundle does, for browsers; null while readers do not get it. */
  readonly tag: string | null
  /** Of Pagefind. */
  readonly version: string
}

export type WordsOfStory = { readonly file: string; readonly url: string }

/** By path in the bundle's folder. `story`: the one whose words the file has, if it has no others. */
export type BundleFiles = Readonly<Record<string, { readonly digest: string; readonly story?: WordsOfStory }>>

/** Relative to the published folder. */
export const searchFolder = 'search'

/** The file that the page's script reads first: it lists the bundles, the newest first. */
export const bundleListFile = `${searchFolder}/bundles.json`

export const pathInSite = (bundle: string, file: string): string => `${searchFolder}/${bundle}/${file}`

/** Whether a file belongs to the index, by its name: the newsroom may keep others in the folder. */
export const isIndexFile = (path: string): boolean =>
  path === bundleListFile ||
  /^search\/\d{4}(?:-\d{2})?\/(?:pagefind\.js|pagefind-entry\.json|[^/]+\.(?:pf_meta|pagefind)|[a-z]+\/[^/]+\.pf_[a-z]+)$/.test(
    path,
  )

/** As rows have it. */
export const shortDigest = (bytes: Uint8Array): string => digestOf(bytes).slice(0, 16)

/** The file by which browsers enter a bundle that is in the list. */
export const entryFile = 'pagefind-entry.json'

/** Browsers come from the list to the entry of a bundle, and from there to its other files: these go before it. */
export const indexOrder = (file: string): 0 | 1 | 2 => {
  if (file === bundleListFile) return 2
  return file.endsWith(`/${entryFile}`) ? 1 : 0
}

export const bundleNames = (tables: Tables): readonly string[] => tables.get('lists', 'bundles') ?? []

/** The content of the list, from the rows of the bundles. */
export const printBundles = (tables: Tables): string => {
  const bundles = bundleNames(tables)
    .toReversed()
    .flatMap(name => {
      const bundle = tables.get('bundles', name)
      if (!bundle || bundle.tag === null) return []
      const { stories, tag, version } = bundle
      return [{ name, stories, tag, version }]
    })
  return `${JSON.stringify({ bundles })}\n`
}

export const isKnownIndexFile = (file: string, tables: Tables): boolean =>
  tables.get('lists', 'bundles') !== undefined &&
  (file === bundleListFile || (isIndexFile(file) && bundleNames(tables).includes(file.split('/')[1] ?? '')))

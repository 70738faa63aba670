// A bundle: the part of the search index that one span of months has, in a folder of its own.

import type { Month } from '../domain/instant.ts'
import { digestOf } from '../system/digest.ts'
import type { Tables } from './tables.ts'

export type Bundle = {
  /** The oldest first. */
  readonly months: readonly Month[]
  readonly stories: number
  /** Digest of what it was made of; '' when it is not whole: a story was taken out of it, or a run was stopped. */
  readonly sourceDigest: string
  /** Tells its states apart, for browsers; null when readers are not led to it. */
  readonly tag: string | null
  /** Of Pagefind. */
  readonly version: string
}

export type WordsOfStory = { readonly file: string; readonly url: string }

/** By place in the bundle's folder. `story`: whose words these are, and nobody else's. */
export type BundleFiles = Readonly<Record<string, { readonly digest: string; readonly story?: WordsOfStory }>>

/** Relative to the published folder. */
export const searchFolder = 'search'

/** What the page's script reads first: the bundles that there are, the newest first. */
export const listFile = `${searchFolder}/bundles.json`

export const pathInSite = (bundle: string, file: string): string => `${searchFolder}/${bundle}/${file}`

/** Whether it belongs to the index, whatever else stands in the folder. */
export const isOfIndex = (path: string): boolean =>
  path === listFile ||
  /^search\/\d{4}(?:-\d{2})?\/(?:pagefind\.js|pagefind-entry\.json|[^/]+\.(?:pf_meta|pagefind)|[a-z]+\/[^/]+\.pf_[a-z]+)$/.test(
    path,
  )

/** As the rows have it. */
export const digestOfFile = (bytes: Uint8Array): string => digestOf(bytes).slice(0, 16)

/** A bundle is reached by this file, and by its place in the list. */
export const entryFile = 'pagefind-entry.json'

/** Browsers come from the list to the entry of a bundle, and from there to its other files: these go before it. */
export const stepInIndex = (file: string): 0 | 1 | 2 => {
  if (file === listFile) return 2
  return file.endsWith(`/${entryFile}`) ? 1 : 0
}

export const namesOf = (tables: Tables): readonly string[] => tables.get('lists', 'bundles') ?? []

/** The list as the rows of the bundles have it. */
export const describeBundles = (tables: Tables): string => {
  const bundles = namesOf(tables)
    .toReversed()
    .flatMap(name => {
      const bundle = tables.get('bundles', name)
      if (!bundle || bundle.tag === null) return []
      const { stories, tag, version } = bundle
      return [{ name, stories, tag, version }]
    })
  return `${JSON.stringify({ bundles })}\n`
}

export const isIndexed = (file: string, tables: Tables): boolean =>
  tables.get('lists', 'bundles') !== undefined &&
  (file === listFile || (isOfIndex(file) && namesOf(tables).includes(file.split('/')[1] ?? '')))

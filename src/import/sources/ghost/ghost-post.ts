// A post or page of Ghost with its tags and authors, whichever version wrote the export.

import { asMap, asText, type Fields } from '../../fields/read-fields.ts'

export type GhostLabel = {
  readonly name: string
  readonly slug: string
  /** A tag whose name begins with #: readers never saw it. */
  readonly isInternal: boolean
}

export type GhostPost = {
  readonly id: string
  readonly isPage: boolean
  /** A field of the post or of what Ghost notes about it; null where it is empty. */
  readonly field: (name: string) => unknown
  /** The same as one line. */
  readonly text: (name: string) => string
  /** In their order: the first is the primary one. */
  readonly tags: readonly GhostLabel[]
  readonly authors: readonly GhostLabel[]
}

/** Rows of other tables that belong to a post, by its id. */
export type GhostTables = {
  readonly metaOf: (id: string) => Fields | undefined
  readonly tagsOf: (id: string) => readonly GhostLabel[]
  readonly authorsOf: (id: string) => readonly GhostLabel[]
  readonly authorById: (id: string) => GhostLabel | undefined
}

/** `row` may have its tags and authors in it, as Ghost's API gives them. */
export const ghostPost = (row: Fields, tables: GhostTables): GhostPost => {
  const id = idOf(row.get('id')) || asText(row.get('uuid')) || ''
  const meta = tables.metaOf(id)
  const field = (name: string): unknown => {
    const own = row.get(name)
    return (own === '' ? null : own) ?? meta?.get(name) ?? null
  }
  const inside = (...names: string[]) => names.flatMap(name => labelsIn(row.get(name)))
  const ownTags = inside('tags')
  const ownAuthors = inside('authors')
  const single = [tables.authorById(idOf(row.get('author_id'))), ...inside('author')].filter(
    author => author !== undefined,
  )
  const listed = tables.authorsOf(id)
  return {
    id,
    isPage: row.get('type') === 'page' || isYes(row.get('page')),
    field,
    text: name => asText(field(name)) ?? '',
    tags: ownTags.length > 0 ? ownTags : tables.tagsOf(id),
    authors: ownAuthors.length > 0 ? ownAuthors : listed.length > 0 ? listed : single,
  }
}

/** Databases have yes as 1. */
export const isYes = (value: unknown): boolean =>
  value === true || value === 1 || /^(?:1|true)$/.test(String(value))

/** Early versions number their rows, later ones have texts of 24 letters. */
export const idOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

export const labelOf = (row: Fields): GhostLabel => {
  const slug = asText(row.get('slug')) ?? ''
  const name = asText(row.get('name')) ?? slug
  return { name, slug, isInternal: name.startsWith('#') || row.get('visibility') === 'internal' }
}

/** One label or more, as texts or as rows; tools that move sites wrap a row in `data`. */
const labelsIn = (value: unknown): readonly GhostLabel[] => {
  if (Array.isArray(value)) return value.flatMap(labelsIn)
  const map = asMap(value)
  if (map !== null) return [labelOf(asMap(map.get('data')) ?? map)].filter(({ name }) => name !== '')
  const name = asText(value)
  return name === null ? [] : [{ name, slug: '', isInternal: name.startsWith('#') }]
}

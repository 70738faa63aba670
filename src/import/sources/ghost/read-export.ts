// An export of Ghost: one JSON file of tables, or several; or what Ghost's API gives for its posts.

import { rememberFor } from '../../../domain/remember.ts'
import { asText, type Fields } from '../../fields/read-fields.ts'
import type { Archive } from '../archive.ts'
import { type GhostLabel, type GhostPost, type GhostTables, ghostPost, idOf, labelOf } from './ghost-post.ts'
import { isGhostExport, readTables, rows } from './read-tables.ts'

export type GhostItem = {
  /** "posts/pier", whatever the file of the export is called. */
  readonly name: string
  readonly post: GhostPost
  /** The file of another item that is the same one; null when there is none. */
  readonly sameIn: string | null
  /** The export can hold nothing but what readers could see: it has no field for it. */
  readonly isPublicByNature: boolean
}

export type GhostExport = {
  /** Files of the archive. */
  readonly files: readonly string[]
  readonly items: readonly GhostItem[]
  /** Settings of the site; of several files, the first wins. */
  readonly setting: (...keys: string[]) => string | null
  /** Files that look like an export and cannot be read, and why. */
  readonly broken: readonly { readonly file: string; readonly fault: string }[]
  readonly faults: readonly string[]
}

/** Read once for an archive. */
export const ghostExportIn = rememberFor((archive: Archive): GhostExport => readExport(archive))

const readExport = (archive: Archive): GhostExport => {
  const files = archive.files.map(({ file }) => file).filter(file => isGhostExport(archive, file))
  const items: GhostItem[] = []
  const settings = new Map<string, string>()
  const faults: string[] = []
  const broken = []
  const met = new Map<string, { readonly id: string; readonly file: string }>()
  for (const file of files) {
    const tables = readTables(archive, file)
    if (tables === null) {
      broken.push({ file, fault: 'its JSON cannot be read; export it again' })
    }
    for (const { data, isPublicByNature } of tables ?? []) {
      for (const row of rows(data, 'settings')) {
        const [key, value] = [asText(row.get('key')), asText(row.get('value'))]
        if (key !== null && value !== null && !settings.has(key)) settings.set(key, value)
      }
      const others = tablesOf(data)
      for (const row of rows(data, 'posts')) {
        const post = ghostPost(row, others)
        items.push({ ...nameOf(post, file, met), post, isPublicByNature })
      }
      faults.push(...notTaken(data))
    }
  }
  return {
    files,
    items,
    setting: (...keys) => keys.map(key => settings.get(key)).find(value => value !== undefined) ?? null,
    broken,
    faults,
  }
}

const nameOf = (
  post: GhostPost,
  file: string,
  met: Map<string, { readonly id: string; readonly file: string }>,
): Pick<GhostItem, 'name' | 'sameIn'> => {
  const plain = `${post.isPage ? 'pages' : 'posts'}/${post.text('slug').replaceAll('/', '-') || post.id || 'untitled'}`
  for (let number = 1; ; number++) {
    const name = number === 1 ? plain : `${plain}-${number}`
    const other = met.get(name)
    if (other !== undefined && (other.id !== post.id || other.file === file)) continue
    if (other === undefined) met.set(name, { id: post.id, file })
    return { name, sameIn: other?.file ?? null }
  }
}

const tablesOf = (data: Fields): GhostTables => {
  const labels = (table: string): ReadonlyMap<string, GhostLabel> =>
    new Map(rows(data, table).map(row => [idOf(row.get('id')), labelOf(row)]))
  const joined = (table: string, key: string, all: ReadonlyMap<string, GhostLabel>) => {
    const groups = new Map<string, { readonly label: GhostLabel; readonly order: number }[]>()
    for (const row of rows(data, table)) {
      const label = all.get(idOf(row.get(key)))
      const post = idOf(row.get('post_id'))
      const group = groups.get(post) ?? []
      groups.set(post, group)
      if (label !== undefined) group.push({ label, order: Number(row.get('sort_order') ?? 0) })
    }
    return (id: string) =>
      (groups.get(id) ?? []).toSorted((one, other) => one.order - other.order).map(({ label }) => label)
  }
  const users = labels('users')
  const meta = new Map(rows(data, 'posts_meta').map(row => [idOf(row.get('post_id')), row]))
  return {
    metaOf: id => meta.get(id),
    tagsOf: joined('posts_tags', 'tag_id', labels('tags')),
    authorsOf: joined('posts_authors', 'author_id', users),
    authorById: id => users.get(id),
  }
}

/** Tables of what Dateline has not: said once for all. */
const notTaken = (data: Fields): readonly string[] =>
  ['comments', 'members', 'newsletters', 'snippets'].flatMap(table => {
    const count = rows(data, table).length
    if (count === 0) return []
    return [
      count === 1
        ? `1 ${table.slice(0, -1)} of Ghost is not taken`
        : `${count} ${table} of Ghost are not taken`,
    ]
  })

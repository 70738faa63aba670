// Every file below the old site's folder, and why some of them are no stories.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export type ArchiveEntry = {
  /** Relative to the archive, with forward slashes. */
  readonly file: string
  /** Why it is passed over; null when it may be a story. A folder's path ends with a slash. */
  readonly passedOver: string | null
}

const machinery = new Set([
  '_site',
  '_layouts',
  '_includes',
  '_sass',
  '_plugins',
  '_data',
  'layouts',
  'themes',
  'archetypes',
  'public',
  'resources',
  'i18n',
  'vendor',
])

/** In code-point order, whatever order the disk has. `without` is a path that is not looked into, or null. */
export const listArchive = (root: string, without: string | null): readonly ArchiveEntry[] => {
  const entries: ArchiveEntry[] = []
  const visit = (folder: string, depth: number) => {
    const listed = readFolder(join(root, folder))
    if (listed === null) entries.push({ file: `${folder}/`, passedOver: 'the folder cannot be read' })
    for (const entry of listed ?? []) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        const reason =
          join(root, file) === without
            ? 'it is the site that is imported into'
            : folderReason(entry.name, depth)
        if (reason === null) visit(file, depth + 1)
        else entries.push({ file: `${file}/`, passedOver: reason })
      } else {
        entries.push({
          file,
          passedOver: entry.isFile() ? fileReason(file) : 'it is a link or a device, not a file',
        })
      }
    }
  }
  visit('', 0)
  return entries.toSorted((one, other) => (one.file < other.file ? -1 : 1))
}

const readFolder = (path: string) => {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return null
  }
}

const folderReason = (name: string, depth: number): string | null => {
  if (name === 'node_modules' || name.startsWith('.')) return 'the folder belongs to a tool'
  return depth === 0 && machinery.has(name) ? 'the folder holds no stories (layouts, data or output)' : null
}

const fileReason = (file: string): string | null => {
  const name = (file.split('/').at(-1) ?? '').toLowerCase()
  if (/\.11ty(?:data)?\.(?:c|m)?[jt]s$|\.11tydata\.json$/.test(name))
    return 'a directory data file: an import runs no code and reads no cascade'
  if (/^_index(?:\.[a-z]{2})?\.(?:md|markdown|html?)$/.test(name)) return 'a listing page, not a story'
  if (/^(?:readme|license|licence|changelog|contributing|code_of_conduct|security)\b/.test(name))
    return 'a page about the project, not a story'
  if (/\.(?:md|markdown|mdown|mkdn?|html?)$/.test(name)) return null
  if (/\.(?:jpe?g|png|gif|svg|webp|avif)$/.test(name))
    return 'a picture: copied when a story that was taken shows it'
  return 'not a markdown file'
}

// Every file below the old site's folder, and why some of them are no stories.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export type ArchiveFile = {
  /** Relative to the archive, with forward slashes. A folder that was not looked into ends with a slash. */
  readonly file: string
  /** Why it can be no story in markdown; null when it may be one. */
  readonly skipReason: string | null
}

/** In code-point order, whatever order the disk has. `without` is a path that is not looked into, or null. */
export const listFolder = (root: string, without: string | null): readonly ArchiveFile[] => {
  const files: ArchiveFile[] = []
  const visit = (folder: string, depth: number) => {
    const listed = readFolder(join(root, folder))
    const isOdd = folder.includes('\ufffd')
    if (listed === null)
      files.push({ file: `${folder}/`, skipReason: isOdd ? noUtf8 : 'the folder cannot be read' })
    for (const entry of listed ?? []) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!entry.isDirectory()) {
        files.push(
          entry.isFile() ? archiveFile(file) : { file, skipReason: 'a link or a device, not a file' },
        )
        continue
      }
      const isTarget = join(root, file) === without
      const skipReason = isTarget ? 'the site that is imported into' : folderReason(entry.name, depth)
      if (skipReason === null) visit(file, depth + 1)
      else files.push({ file: `${file}/`, skipReason })
    }
  }
  visit('', 0)
  return files.toSorted((one, other) => (one.file < other.file ? -1 : 1))
}

export const archiveFile = (file: string): ArchiveFile => ({ file, skipReason: fileReason(file) })

const readFolder = (path: string) => {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return null
  }
}

/** Folders at the top of a site that a generator reads or writes. */
const machinery = new Set([
  ...['_site', '_layouts', '_includes', '_sass', '_plugins', '_data'],
  ...['layouts', 'themes', 'archetypes', 'public', 'resources', 'i18n', 'vendor'],
])

const folderReason = (name: string, depth: number): string | null => {
  if (name === 'node_modules' || name.startsWith('.')) return 'the folder of a tool'
  return depth === 0 && machinery.has(name) ? 'a folder of layouts, data or output, without stories' : null
}

/** By the whole name: "security-patch.md" is a story. Only a README is one in every folder. */
const isAboutProject = (file: string): boolean =>
  /(?:^|\/)readme(?:\.[a-z]{2})?\.\w+$/i.test(file) ||
  /^(?:license|licence|changelog|contributing|code_of_conduct|security)(?:\.[a-z]{2})?\.\w+$/i.test(file)

const markups: readonly (readonly [RegExp, string])[] = [
  [/\.(?:adoc|asciidoc)$/i, 'AsciiDoc'],
  [/\.rst$/i, 'reStructuredText'],
  [/\.textile$/i, 'Textile'],
  [/\.org$/i, 'Org mode'],
  [/\.creole$/i, 'Creole'],
  [/\.(?:mediawiki|wiki)$/i, 'the markup of wikis'],
]

/** The name of a markup that stories may be written in, and that the import does not read. */
export const otherMarkup = (file: string): string | null =>
  markups.find(([ending]) => ending.test(file))?.[1] ?? null

/** Node reads such a name, but finds no file by it. */
const noUtf8 = 'its name is not in UTF-8; rename it and import again'

export const notMarkdown = 'not a markdown file'

const fileReason = (file: string): string | null => {
  const name = (file.split('/').at(-1) ?? '').toLowerCase()
  if (file.includes('\ufffd')) return noUtf8
  if (/\.11ty(?:data)?\.(?:c|m)?[jt]s$|\.11tydata\.json$/.test(name))
    return 'a data file: the import reads what it gives to stories, and runs no code'
  if (/^_index(?:\.[a-z]{2})?\.(?:md|markdown|html?)$/.test(name)) return 'a listing page, not a story'
  if (isAboutProject(file)) return 'a page about the project, not a story'
  if (/\.(?:mdx?|markdown|mdown|mkdn?|html?)$/.test(name) || otherMarkup(name) !== null) return null
  if (/\.(?:jpe?g|png|gif|svg|webp|avif)$/.test(name))
    return 'a picture: it is copied when an imported story shows it'
  return notMarkdown
}

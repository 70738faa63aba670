// An export of WordPress (WXR), in one file or several. Its texts are HTML.

import { relative } from 'node:path'
import { parseUrl } from '../../domain/web-address.ts'
import type { Archive } from './archive.ts'
import type { ArchiveEntry, ArchiveSource } from './archive-source.ts'
import { noSettings } from './old-settings.ts'
import { otherFiles, skipped } from './other-files.ts'
import { sourceOfHtml } from './source-of-html.ts'
import { whyNoStory } from './wordpress/item-state.ts'
import { wordpressPages } from './wordpress/old-pages.ts'
import { exportIn, type IndexedItem, isExport } from './wordpress/read-export.ts'
import { storyOfItem } from './wordpress/story-of-item.ts'
import { unknownShortcodes } from './wordpress/unknown-shortcodes.ts'
import { uploadsOf } from './wordpress/uploads.ts'

const entries = (archive: Archive): readonly ArchiveEntry[] => {
  const wxr = exportIn(archive)
  const uploads = uploadsOf(archive, wxr)
  const items = wxr.items.map((item): ArchiveEntry => {
    const reason = whyNoStory(item)
    return reason === null
      ? { kind: 'story', file: item.name, read: addNote => storyOfItem(item, wxr, uploads, addNote) }
      : skipped(item.name, reason)
  })
  const { root, uploads: library } = archive
  const libraries = library === null ? [] : [`${relative(root, library).replaceAll('\\', '/')}/`]
  return [...items, ...otherFiles(archive, new Set(wxr.files), libraries)]
}

export const wordpress: ArchiveSource = {
  ...sourceOfHtml,
  hasExactTimes: true,
  name: 'an export of WordPress',
  detect: archive => (archive.files.some(({ file }) => isExport(archive, file)) ? 'certain' : 'no'),
  entries,
  settings: archive => {
    const { files, heads, items, faults } = exportIn(archive)
    const origin = heads.map(({ address }) => parseUrl(address)?.origin).find(found => found !== undefined)
    return {
      ...noSettings,
      file: files.length === 0 ? null : files.join(', '),
      origin: origin ?? null,
      faults: [...commentsOf(items), ...withoutLibrary(archive), ...faults],
    }
  },
  pages: (archive, stories) => wordpressPages(exportIn(archive), stories),
  tags: [unknownShortcodes],
}

const commentsOf = (items: readonly IndexedItem[]): readonly string[] => {
  const count = items.reduce((sum, { comments }) => sum + comments, 0)
  return count === 0
    ? []
    : [`${count} ${count === 1 ? 'comment' : 'comments'} of readers not taken: Dateline has none`]
}

const withoutLibrary = (archive: Archive): readonly string[] => {
  const { size } = exportIn(archive).attachments
  const advice = 'copy the folder wp-content/uploads there, or name it with --uploads, and import again'
  return archive.uploads !== null || size === 0
    ? []
    : [`the library is not beside it, so pictures are missing (${size} in all); ${advice}`]
}

// Feeds of a site that has nothing else: RSS, Atom or JSON Feed, one file or several. Their texts are HTML.

import { failure } from '../../domain/result.ts'
import type { Archive } from './archive.ts'
import type { ArchiveEntry, ArchiveSource } from './archive-source.ts'
import { feedsIn, isFeed } from './feeds/read-feeds.ts'
import { storyOfItem } from './feeds/story-of-item.ts'
import { noSettings } from './old-settings.ts'
import { otherFiles, skipped } from './other-files.ts'
import { sourceOfHtml } from './source-of-html.ts'

const entries = (archive: Archive): readonly ArchiveEntry[] => {
  const { files, items, broken, origin } = feedsIn(archive)
  const rules = { root: archive.root, origin }
  return [
    ...items.map(({ name, item, sameIn }): ArchiveEntry => {
      if (sameIn !== null) return skipped(name, `it stands in ${sameIn}, too`)
      if (item.noStory !== null) return skipped(name, item.noStory)
      return { kind: 'story', file: name, read: addNote => storyOfItem(item, rules, addNote) }
    }),
    ...broken.map(({ file, fault }): ArchiveEntry => ({ kind: 'story', file, read: () => failure(fault) })),
    ...otherFiles(archive, new Set(files), []),
  ]
}

export const feeds: ArchiveSource = {
  ...sourceOfHtml,
  name: 'a feed (RSS, Atom or JSON Feed)',
  // Beside stories, a feed is one that a generator made of them.
  detect: archive =>
    archive.files.every(({ file, skipReason }) => skipReason !== null || /\.html?$/i.test(file)) &&
    archive.files.some(({ file }) => isFeed(archive, file))
      ? 'certain'
      : 'no',
  entries,
  settings: archive => {
    const { files, origin, faults } = feedsIn(archive)
    return {
      ...noSettings,
      file: files.join(', '),
      origin,
      addresses: ['old addresses are those of the items'],
      faults,
    }
  },
}

// A Jekyll site: Liquid, posts named after their days, one pattern for all addresses.

import { readFields } from '../fields/read-fields.ts'
import { namedPatterns } from '../links/url-pattern.ts'
import { type Archive, hasFile, storyTexts } from './archive.ts'
import type { ArchiveSource } from './archive-source.ts'
import { authorNamesInData, entriesOfFolder } from './folder-site.ts'
import { hugoShortcodes } from './hugo-shortcodes.ts'
import { liquidOutput } from './liquid-output.ts'
import { liquidTags } from './liquid-tags.ts'
import { readSettingsFile } from './old-settings.ts'

const ownFiles = /^_config\.ya?ml$|(?:^|\/)_(?:posts|drafts|layouts)\//

const detect = (archive: Archive) => {
  if (hasFile(archive, ownFiles)) return 'certain'
  const texts = storyTexts(archive)
  const dated = texts.filter(({ file }) => /(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]+$/.test(file))
  const usesLiquid = texts.some(({ text }) => /\{% post_url|\{\{ ?site\.|^layout: post/m.test(text))
  return dated.length > texts.length / 2 && usesLiquid ? 'likely' : 'no'
}

export const jekyll: ArchiveSource = {
  name: 'a Jekyll site',
  detect,
  entries: entriesOfFolder,
  settings: archive =>
    readSettingsFile(archive, ['_config.yml', '_config.yaml'], fields => {
      const pattern = readFields(fields).takeText('permalink')
      return { pattern, addresses: pattern === null ? [] : [`old addresses follow ${pattern}`] }
    }),
  authorNames: authorNamesInData,
  // The field `category` holds one, whose name may have spaces.
  categorySeparator: /[\s,]+/,
  defaultPattern: namedPatterns.date,
  hasFolders: true,
  hasPatternsInStories: true,
  hasIndentedCode: true,
  tags: [hugoShortcodes, liquidTags, liquidOutput],
}

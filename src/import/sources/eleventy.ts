// An Eleventy site. Its configuration is a program, which the import does not run: links show its addresses.

import { hasFile } from './archive.ts'
import type { ArchiveSource } from './archive-source.ts'
import { authorNamesInData, entriesOfFolder } from './folder-site.ts'
import { hugoShortcodes } from './hugo-shortcodes.ts'
import { liquidOutput } from './liquid-output.ts'
import { liquidTags } from './liquid-tags.ts'
import { noSettings } from './old-settings.ts'

const ownFiles = /(?:^|\/)(?:\.?eleventy(?:\.config)?\.[cm]?js|[^/]*\.11tydata\.(?:[cm]?js|json))$/

export const eleventy: ArchiveSource = {
  name: 'an Eleventy site',
  detect: archive => (hasFile(archive, ownFiles) ? 'certain' : 'no'),
  entries: entriesOfFolder,
  settings: () => noSettings,
  authorNames: authorNamesInData,
  categorySeparator: /\s*,\s*/,
  defaultPattern: '/:folders/:name/',
  // An address with a colon in it is a template here.
  hasFolders: true,
  hasPatternsInStories: false,
  hasIndentedCode: false,
  tags: [hugoShortcodes, liquidTags, liquidOutput],
}

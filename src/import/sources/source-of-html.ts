// What all sources of HTML have in common: their items name their own authors and addresses, and lie in no folders.

import type { ArchiveSource } from './archive-source.ts'

export const sourceOfHtml = {
  authorNames: () => new Map(),
  categorySeparator: /\s*,\s*/,
  defaultPattern: '',
  hasFolders: false,
  hasPatternsInStories: false,
  hasIndentedCode: false,
  tags: [],
} satisfies Partial<ArchiveSource>

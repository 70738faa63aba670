// An Eleventy site. Its configuration is a program, which the import reads as far as it can and does not run.

import { readFrontMatter } from '../fields/read-front-matter.ts'
import { hugoShortcodes } from '../tags/hugo-shortcodes.ts'
import { liquidOutput } from '../tags/liquid-output.ts'
import { liquidTags } from '../tags/liquid-tags.ts'
import { type Archive, hasFile } from './archive.ts'
import type { ArchiveEntry, ArchiveSource } from './archive-source.ts'
import { authorNamesIn } from './author-names.ts'
import { createCascade } from './eleventy/data-cascade.ts'
import { readEleventySite } from './eleventy/eleventy-site.ts'
import { eleventyStory } from './eleventy/eleventy-story.ts'
import { eleventyPages } from './eleventy/old-pages.ts'
import { entriesOfFolder } from './folder-site.ts'
import { notMarkdown } from './list-folder.ts'
import { noSettings, type OldSettings } from './old-settings.ts'

const ownFiles = /(?:^|\/)(?:\.?eleventy(?:\.config)?\.[cm]?js|[^/]*\.11tydata\.(?:[cm]?js|json))$/

const eleventyEntries = (archive: Archive): readonly ArchiveEntry[] => {
  const site = readEleventySite(archive.root)
  const readCascade = createCascade(archive.root, site)
  return entriesOfFolder(withTemplates(archive), (file, front, _text, addNote) =>
    eleventyStory(site, readCascade, file, front, addNote),
  )
}

const templates = /\.(?:njk|liquid|html?)$/

/** A story may be a template: one with a date, that makes no pages of a list. */
const withTemplates = (archive: Archive): Archive => ({
  ...archive,
  files: archive.files.map(({ file, skipReason }) => {
    const isOpen = skipReason === null || skipReason === notMarkdown
    const reason = isOpen && templates.test(file) ? whyNoStory(file, archive) : skipReason
    return { file, skipReason: reason }
  }),
})

const whyNoStory = (file: string, { read }: Archive): string | null => {
  const text = read(file)
  const front = text.ok ? readFrontMatter(text.value, () => {}) : text
  if (!front.ok || !front.value.hasFrontMatter)
    return file.endsWith('.html') ? null : 'a template without front matter'
  const { fields } = front.value
  if (fields.has('pagination')) return 'a template that makes pages of a list'
  const hasDate = fields.has('date') || /(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]*$/.test(file)
  return hasDate || file.endsWith('.html') ? null : 'a template without a date'
}

const eleventySettings = ({ root }: Archive): OldSettings => {
  const { file, input, basePath } = readEleventySite(root)
  const addresses = [
    ...(input === '' ? [] : [`the old site was made of what is in ${input}`]),
    ...(basePath === '' ? [] : [`old addresses begin with ${basePath}`]),
  ]
  return { ...noSettings, file, addresses }
}

export const eleventy: ArchiveSource = {
  name: 'an Eleventy site',
  detect: archive => (hasFile(archive, ownFiles) ? 'certain' : 'no'),
  entries: eleventyEntries,
  settings: eleventySettings,
  authorNames: authorNamesIn,
  categorySeparator: /\s*,\s*/,
  defaultPattern: '/:folders/:name/',
  // An address with a colon in it is a template here.
  hasFolders: true,
  hasPatternsInStories: false,
  hasIndentedCode: false,
  pages: (archive, stories) => eleventyPages(archive, readEleventySite(archive.root), stories),
  tags: [hugoShortcodes, liquidTags, liquidOutput],
}

// A Zola site: front matter in TOML, sections that are folders, links that name files.

import { remember, rememberFor } from '../../domain/remember.ts'
import type { Result } from '../../domain/result.ts'
import { saysNo } from '../fields/read-fields.ts'
import { readFrontMatter } from '../fields/read-front-matter.ts'
import type { AddNote } from '../report/note.ts'
import type { Archive } from './archive.ts'
import type { ArchiveEntry, ArchiveSource, OldStory } from './archive-source.ts'
import { authorNamesIn } from './author-names.ts'
import { readStory } from './folder-site.ts'
import { noSettings, type OldSettings } from './old-settings.ts'
import { remarkOnTaxonomy, taxonomyOfTags } from './taxonomy-of-tags.ts'
import { zolaPages } from './zola/old-pages.ts'
import { zolaAddress, zolaPageOf } from './zola/zola-address.ts'
import { zolaShortcodes } from './zola/zola-shortcodes.ts'
import { readZolaSite, type ZolaSite } from './zola/zola-site.ts'
import { zolaStory } from './zola/zola-story.ts'

/** Where every Zola site has its texts. */
const top = 'content'

const siteOf = rememberFor(({ root, files }: Archive): ZolaSite | null =>
  readZolaSite(
    root,
    files.map(({ file }) => file),
  ),
)

const entries = (archive: Archive): readonly ArchiveEntry[] => {
  const site = siteOf(archive)
  if (site === null) return []
  const hiddenFolders = findHiddenFolders(archive)
  const addressOf = addressesOf(archive, site)
  return archive.files
    .filter(({ file }) => file !== site.file)
    .map(({ file, skipReason }): ArchiveEntry => {
      if (skipReason !== null) return { kind: 'skipped', file, reason: skipReason }
      const [first, ...below] = file.split('/')
      if (first !== top || !file.endsWith('.md'))
        return { kind: 'skipped', file, reason: 'the old site made no page of it' }
      const path = below.join('/')
      const hiddenFolder = site.isUnread
        ? `${site.file} cannot be read, so that nobody knows whether the old site showed it`
        : site.isIgnored(path)
          ? 'the old site’s configuration passes it over (ignored_content)'
          : (hiddenFolders.find(({ folder }) => file.startsWith(folder))?.reason ?? null)
      const read = (addNote: AddNote): Result<OldStory, string> => {
        const front = readStory(file, archive.read(file), addNote)
        return front.ok
          ? zolaStory(zolaPageOf(path, site), front.value, { site, hiddenFolder, addressOf }, addNote)
          : front
      }
      return { kind: 'story', file, read }
    })
}

type HiddenFolder = { readonly folder: string; readonly reason: string }

/** A section that is a draft hides all below it. */
const findHiddenFolders = ({ files, read }: Archive): readonly HiddenFolder[] =>
  files.flatMap(({ file }) => {
    if (!/(?:^|\/)_index\.md$/.test(file)) return []
    const folder = file.replace(/_index\.md$/, '')
    const text = read(file)
    const front = text.ok ? readFrontMatter(text.value, () => {}) : text
    if (!front.ok)
      return [{ folder, reason: 'its section cannot be read, so that nobody knows whether it was shown' }]
    const draft = front.value.fields.get('draft') ?? false
    return saysNo(draft) ? [] : [{ folder, reason: `its section ${folder} is a draft` }]
  })

/** Those of sections, and of pages by what they say themselves. */
const addressesOf = ({ files, read }: Archive, site: ZolaSite): ((file: string) => string | null) => {
  const known = new Set(files.map(({ file }) => file))
  // Many links lead to one page, and its front matter is read for its address.
  return remember(10_000, path => {
    const file = `${top}/${path}`
    if (/(?:^|\/)_index(?:\.\w+)?\.md$/.test(path))
      return `${site.basePath}/${path.replace(/_index(?:\.\w+)?\.md$/, '')}`
    const text = known.has(file) ? read(file) : null
    const front = text?.ok ? readFrontMatter(text.value, () => {}) : null
    return front?.ok ? zolaAddress(zolaPageOf(path, site), front.value.fields, site) : null
  })
}

const settings = (archive: Archive): OldSettings => {
  const site = siteOf(archive)
  if (site === null) return noSettings
  const fieldNames = taxonomyOfTags(site.taxonomies)
  return {
    ...noSettings,
    ...{ file: site.file, origin: site.origin, basePath: site.basePath, pattern: usualPattern },
    fieldNames,
    addresses: [
      ...(site.basePath === '' ? [] : [`old addresses begin with ${site.basePath}`]),
      ...remarkOnTaxonomy(fieldNames),
    ],
    faults: site.isUnread
      ? ['it cannot be read, so that no story is shown before an editor has seen it']
      : [],
  }
}

const usualPattern = '/:folders/:name/'

export const zola: ArchiveSource = {
  name: 'a Zola site',
  detect: archive => (siteOf(archive) === null ? 'no' : 'certain'),
  entries,
  settings,
  authorNames: authorNamesIn,
  categorySeparator: /\s*,\s*/,
  defaultPattern: usualPattern,
  hasFolders: true,
  hasPatternsInStories: false,
  hasIndentedCode: true,
  pages: (archive, stories) => {
    const site = siteOf(archive)
    if (site === null) return []
    const below = (file: string) => file.slice(top.length + 1)
    const files = archive.files.map(({ file }) => file).filter(file => file.startsWith(`${top}/`))
    return zolaPages(
      { files: files.map(below), read: file => archive.read(`${top}/${file}`) },
      site,
      stories.map(story => ({ ...story, file: below(story.file) })),
    )
  },
  tags: [zolaShortcodes],
}

// A Hugo site: shortcodes, front matter in three languages, sections that give fields and addresses to the pages below.

import type { Result } from '../../domain/result.ts'
import { isZone } from '../../time/is-zone.ts'
import { asText } from '../fields/read-fields.ts'
import type { AddNote } from '../report/note.ts'
import { hugoShortcodes } from '../tags/hugo-shortcodes.ts'
import { type Archive, hasFile, storyTexts } from './archive.ts'
import type { ArchiveEntry, ArchiveSource, OldStory } from './archive-source.ts'
import { authorNamesIn } from './author-names.ts'
import { readStory } from './folder-site.ts'
import { contentFileOf } from './hugo/content-file.ts'
import { isKnownPermalink } from './hugo/expand-permalink.ts'
import { type HugoSite, readHugoSite } from './hugo/hugo-site.ts'
import { type HugoRules, hugoStory } from './hugo/hugo-story.ts'
import { hugoPages } from './hugo/old-pages.ts'
import { type HugoConfig, readHugoConfig } from './hugo/read-config.ts'
import { readHugoLists } from './hugo/read-lists.ts'
import { findSections } from './hugo/sections.ts'
import { noSettings, type OldSettings } from './old-settings.ts'
import { remarkOnTaxonomy, taxonomyOfTags } from './taxonomy-of-tags.ts'

const ownFiles =
  /^(?:hugo\.(?:toml|ya?ml|json)$|config\.toml$|archetypes\/|config\/_default\/)|(?:^|\/)_index\.md$/

const detect = (archive: Archive) => {
  if (hasFile(archive, ownFiles)) return 'certain'
  const texts = storyTexts(archive)
  const hugoTexts = texts.filter(({ text }) => /^\s*\+\+\+|\{\{[<%]/.test(text))
  return hugoTexts.length / Math.max(1, texts.length) > 0.2 ? 'likely' : 'no'
}

const entries = (archive: Archive): readonly ArchiveEntry[] => {
  const config = readHugoConfig(archive.root)
  const site = readHugoSite(config)
  const isKnown = config.files.length > 0
  const rules: HugoRules = {
    site,
    sections: findSections(archive, site),
    zone: zoneOf(config) ?? 'UTC',
    now: archive.now,
  }
  const unread = config.unread.length === 0 ? null : config.unread.join(', ')
  return archive.files
    .filter(({ file }) => !config.files.includes(file))
    .map(({ file, skipReason }): ArchiveEntry => {
      if (skipReason !== null) return { kind: 'skipped', file, reason: skipReason }
      const isOutside = isKnown && contentFileOf(file, site) === null
      return isOutside
        ? { kind: 'skipped', file, reason: 'it lies outside of the content of the old site' }
        : { kind: 'story', file, read: addNote => readPage(archive, file, rules, unread, addNote) }
    })
}

const readPage = (
  archive: Archive,
  file: string,
  rules: HugoRules,
  unread: string | null,
  addNote: AddNote,
): Result<OldStory, string> => {
  const front = readStory(file, archive.read(file), addNote)
  const content = contentFileOf(file, rules.site)
  if (!front.ok || content === null) return front
  const story = hugoStory(file, content, front.value, rules, addNote)
  if (!story.ok || unread === null) return story
  const reason = `${unread} cannot be read, so that nobody knows whether the old site showed it`
  const { became: _, ...value } = story.value
  return { ok: true, value: { ...value, notPublic: value.notPublic ?? reason } }
}

const zoneOf = ({ values }: HugoConfig): string | null => {
  const zone = asText(values.get('timezone'))
  return zone !== null && isZone(zone) ? zone : null
}

const settings = ({ root }: Archive): OldSettings => {
  const config = readHugoConfig(root)
  const [file] = config.files
  if (file === undefined) return noSettings
  const site = readHugoSite(config)
  const zone = asText(config.values.get('timezone'))
  const isKnown = zoneOf(config) !== null
  const fieldNames = taxonomyOfTags(site.taxonomies)
  return {
    ...noSettings,
    ...{ file, zone: zoneOf(config), origin: site.origin, basePath: site.basePath, pattern: usualPattern },
    fieldNames,
    addresses: [...addressesOf(site), ...remarkOnTaxonomy(fieldNames)],
    faults: [
      ...(zone === null || isKnown ? [] : [`its time zone ${zone} does not exist and is not used`]),
      ...config.unread.map(
        each => `${each} cannot be read, so that no story is shown before an editor has seen it`,
      ),
      ...[...site.permalinks]
        .filter(([, pattern]) => !isKnownPermalink(pattern))
        .map(
          ([section, pattern]) =>
            `the pattern ${pattern} of addresses in ${section} is unknown and is not used`,
        ),
    ],
  }
}

const usualPattern = '/:folders/:name/'

const addressesOf = (site: HugoSite): readonly string[] => [
  ...[...site.permalinks]
    .filter(([, pattern]) => isKnownPermalink(pattern))
    .map(([section, pattern]) => `old addresses in ${section} follow ${pattern}`),
  ...(site.basePath === '' ? [] : [`they begin with ${site.basePath}`]),
]

export const hugo: ArchiveSource = {
  name: 'a Hugo site',
  detect,
  entries,
  settings,
  authorNames: authorNamesIn,
  categorySeparator: /\s*,\s*/,
  defaultPattern: usualPattern,
  hasFolders: true,
  // They were filled in where the story was read.
  hasPatternsInStories: false,
  hasIndentedCode: true,
  pages: (archive, stories) => {
    const config = readHugoConfig(archive.root)
    if (config.files.length === 0) return []
    const site = readHugoSite(config)
    const { keys: sections } = findSections(archive, site)
    const fieldNames = taxonomyOfTags(site.taxonomies)
    return hugoPages({ site, lists: readHugoLists(config, archive.root), stories, sections, fieldNames })
  },
  // Double braces alone were always text.
  tags: [hugoShortcodes],
}

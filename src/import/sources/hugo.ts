// A Hugo site: shortcodes, front matter in three languages, patterns of addresses by section.

import { oldSectionOf } from '../fields/file-names.ts'
import { asMap, asText, type Fields, readFields } from '../fields/read-fields.ts'
import { type AddressParts, expandPattern } from '../links/url-pattern.ts'
import { type Archive, hasFile, storyTexts } from './archive.ts'
import type { ArchiveSource } from './archive-source.ts'
import { authorNamesInData, entriesOfFolder } from './folder-site.ts'
import { hugoShortcodes } from './hugo-shortcodes.ts'
import { type OldSettings, readSettingsFile } from './old-settings.ts'

const ownFiles =
  /^(?:hugo\.(?:toml|ya?ml|json)$|config\.toml$|archetypes\/|config\/_default\/)|(?:^|\/)_index\.md$/

const detect = (archive: Archive) => {
  if (hasFile(archive, ownFiles)) return 'certain'
  const texts = storyTexts(archive)
  const hugoTexts = texts.filter(({ text }) => /^\s*\+\+\+|\{\{[<%]/.test(text))
  return hugoTexts.length / Math.max(1, texts.length) > 0.2 ? 'likely' : 'no'
}

const settingsFiles = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap(name =>
  ['toml', 'yaml', 'yml', 'json'].map(ending => `${name}.${ending}`),
)

// Other words, such as :monthname, would make addresses that never were.
const knownPattern =
  /^(?:[^:[\]]|:(?:year|month|day|slug|title|sections?|filename|contentbasename|slugorfilename|slugorcontentbasename)(?![a-z[]))+$/

const addressSettings = (fields: Fields): Partial<OldSettings> => {
  const all = sectionPatterns(asMap(readFields(fields).take('permalinks')))
  const known = new Map(all.filter(([, pattern]) => knownPattern.test(pattern)))
  return {
    ownAddress: story => {
      const pattern = known.get(oldSectionOf(story.file))
      return pattern === undefined ? null : expandHugoPattern(pattern, story)
    },
    addresses: [...known].map(([section, pattern]) => `old addresses in ${section} follow ${pattern}`),
    faults: all
      .filter(([, pattern]) => !knownPattern.test(pattern))
      .map(
        ([section, pattern]) =>
          `the pattern ${pattern} of addresses in ${section} is unknown and is not used`,
      ),
  }
}

/** `[permalinks]` or, since Hugo 0.115, `[permalinks.page]`. By the section's key in lower case. */
const sectionPatterns = (permalinks: Fields | null): readonly (readonly [string, string])[] =>
  [...(permalinks ?? []), ...(asMap(permalinks?.get('page')) ?? [])].flatMap(([section, value]) => {
    const pattern = asText(value)
    return pattern === null ? [] : [[section.toLowerCase(), pattern] as const]
  })

/** Hugo's `:title` is the headline, never the slug or the file's name. */
const expandHugoPattern = (pattern: string, story: AddressParts): string => {
  const named = pattern.replace(/:(title|slug)(?![a-z])/g, (_, word: string) =>
    urlized(word === 'slug' ? (story.slug ?? story.title) : story.title),
  )
  return expandPattern(named, story)
}

/** As Hugo does it: accents and letters of all scripts stay. */
const urlized = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s./_+~@-]/gu, '')
    .trim()
    .replace(/\s+(?=-)|(?<=-)\s+/g, '')
    .replace(/\s+/g, '-')

export const hugo: ArchiveSource = {
  name: 'a Hugo site',
  detect,
  entries: entriesOfFolder,
  settings: archive => readSettingsFile(archive, settingsFiles, addressSettings),
  authorNames: authorNamesInData,
  categorySeparator: /\s*,\s*/,
  defaultPattern: '/:folders/:name/',
  hasFolders: true,
  hasPatternsInStories: true,
  hasIndentedCode: true,
  // Double braces alone were always text.
  tags: [hugoShortcodes],
}

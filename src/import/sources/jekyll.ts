// A Jekyll site: Liquid, posts named after their days, one pattern for all addresses.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readDataFile } from '../fields/read-data-file.ts'
import { asMap, asText, type Fields } from '../fields/read-fields.ts'
import { namedPatterns } from '../links/url-pattern.ts'
import { hugoShortcodes } from '../tags/hugo-shortcodes.ts'
import { liquidOutput } from '../tags/liquid-output.ts'
import { liquidTags } from '../tags/liquid-tags.ts'
import { liquidValues } from '../tags/liquid-values.ts'
import { type Archive, hasFile, storyTexts } from './archive.ts'
import type { ArchiveSource, OldStory } from './archive-source.ts'
import { authorNamesIn } from './author-names.ts'
import { entriesOfFolder } from './folder-site.ts'
import { postPattern } from './jekyll/jekyll-address.ts'
import { readJekyllSite } from './jekyll/jekyll-site.ts'
import { jekyllStory } from './jekyll/jekyll-story.ts'
import { jekyllScopes } from './jekyll/jekyll-values.ts'
import { findLanguages } from './jekyll/languages.ts'
import { jekyllPages } from './jekyll/old-pages.ts'
import { readSettingsFile } from './old-settings.ts'

const ownFiles = /^_config\.ya?ml$|(?:^|\/)_(?:posts|drafts|layouts)\//

const detect = (archive: Archive) => {
  if (hasFile(archive, ownFiles)) return 'certain'
  const texts = storyTexts(archive)
  const dated = texts.filter(({ file }) => /(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]+$/.test(file))
  const usesLiquid = texts.some(({ text }) => /\{% post_url|\{\{ ?site\.|^layout: post/m.test(text))
  return dated.length > texts.length / 2 && usesLiquid ? 'likely' : 'no'
}

const settingsFiles = ['_config.yml', '_config.yaml', '_config.toml']

export const jekyll: ArchiveSource = {
  name: 'a Jekyll site',
  detect,
  entries: archive => {
    const reading = readingOf(archive)
    return entriesOfFolder(archive, (file, front, text) => reading(file, front, text))
  },
  settings: archive =>
    readSettingsFile(archive, settingsFiles, config => {
      const site = readJekyllSite(config)
      const ofPosts = site.collections.get('posts')?.permalink ?? null
      const stated = ofPosts ?? (config.has('permalink') ? site.permalink : null)
      const pattern = postPattern(site)
      const languages = findLanguages(pathsIn(archive), config).names
      return {
        pattern,
        origin: originIn(config),
        addresses: [
          stated === null
            ? 'old addresses follow date, the default of Jekyll'
            : `old addresses follow ${stated}`,
          ...(site.basePath === '' ? [] : [`they begin with ${site.basePath}`]),
          ...(languages.length === 0
            ? []
            : [`stories are in the language that their path names: ${languages.join(', ')}`]),
        ],
      }
    }),
  pages: (archive, stories) => {
    const { found, config } = configOf(archive)
    return found === undefined || config === null
      ? []
      : jekyllPages(archive, config, readJekyllSite(config), stories)
  },
  values: archive => {
    const scopeOf = jekyllScopes(archive, configOf(archive).config ?? new Map())
    return fields => liquidValues(scopeOf(fields))
  },
  authorNames: authorNamesIn,
  // The field `category` holds one, whose name may have spaces.
  categorySeparator: /[\s,]+/,
  defaultPattern: namedPatterns.date,
  // As Ruby does.
  dayOrder: 'day first',
  hasFolders: true,
  hasPatternsInStories: true,
  hasIndentedCode: true,
  tags: [hugoShortcodes, liquidTags, liquidOutput],
}

type Reading = (file: string, front: OldStory, text: string) => OldStory

/** Of posts that came without a configuration it is not known where they lived; nothing of them is taken for hidden. */
const readingOf = (archive: Archive): Reading => {
  const { found, config } = configOf(archive)
  const site = readJekyllSite(config ?? new Map())
  const { languageOf } = findLanguages(pathsIn(archive), config ?? new Map())
  const read: Reading = (file, front, text) =>
    withLanguage(jekyllStory(site, file, front, text), languageOf(file))
  if (found === undefined)
    return (file, front, text) => {
      const { notPublic: _, ownAddress: __, became: ___, ...story } = read(file, front, text)
      return story
    }
  return (file, front, text) => {
    const story = read(file, front, text)
    const unknown = `${found} cannot be read, so that nobody knows whether the old site showed it`
    const { became: _, ...hidden } = story
    return config === null ? { ...hidden, notPublic: unknown } : story
  }
}

/** What the story says of itself counts before its path. */
const withLanguage = (story: OldStory, language: string | null): OldStory => {
  const says = ['lang', 'language', 'locale'].some(name => asText(story.fields.get(name)) !== null)
  return says || language === null
    ? story
    : { ...story, fields: new Map([...story.fields, ['lang', language]]) }
}

const pathsIn = ({ files }: Archive): readonly string[] => files.map(({ file }) => file)

/** No members where there is no such file; null where it cannot be read. */
const configOf = ({ root }: Archive) => {
  const found = settingsFiles.find(name => existsSync(join(root, name)))
  const config = found === undefined ? new Map<string, unknown>() : asMap(readDataFile(join(root, found)))
  return { found, config }
}

/** A site on the machine of its maker is none. */
const originIn = (config: Fields): string | null => {
  const url = asText(config.get('url'))?.replace(/\/+$/, '') ?? ''
  return /^https?:\/\/(?!localhost|127\.)[^/\s]+$/.test(url) ? url : null
}

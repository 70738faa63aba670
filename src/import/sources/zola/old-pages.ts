// What Zola makes besides the pages of stories: sections, taxonomies with their labels, and feeds.

import { asMap, asText, asTexts, type Fields } from '../../fields/read-fields.ts'
import { readFrontMatter } from '../../fields/read-front-matter.ts'
import type { Archive } from '../archive.ts'
import { feedOfFile } from '../feed-of-file.ts'
import { ofTaxonomy } from '../hugo/old-pages.ts'
import { laterParts, type OldPage, type PublicStory, type Shown } from '../old-page.ts'
import { taxonomyOfTags } from '../taxonomy-of-tags.ts'
import { zolaPageOf, zolaSlug } from './zola-address.ts'
import type { ZolaSite } from './zola-site.ts'

type Content = { readonly files: readonly string[]; readonly read: Archive['read'] }

/** All paths are below the content. */
export const zolaPages = (
  archive: Content,
  site: ZolaSite,
  stories: readonly PublicStory[],
): readonly OldPage[] => {
  const placed = stories.map(story => ({ story, ...zolaPageOf(story.file, site) }))
  const languages = [...new Set([site.defaultLanguage, ...placed.map(({ language }) => language)])]
  return languages.flatMap(language => {
    const own = placed.filter(page => page.language === language).map(({ story }) => story)
    const isDefault = language === site.defaultLanguage
    const settings = isDefault
      ? site.config
      : (asMap(asMap(site.config.get('languages'))?.get(language)) ?? new Map())
    const root = `${site.basePath}/${isDefault ? '' : `${language}/`}`
    const feeds = feedNames(settings)
    const all: Shown = { of: 'all' }
    return [
      { address: root, shows: all },
      ...(hasFeed(settings) ? feedsAt(root, feeds, all) : []),
      ...sectionsOf(archive, site, language, root, feeds, own),
      ...taxonomiesOf(settings, site, root, feeds, own),
    ]
  })
}

/** Under two names: the second since Zola 0.19. */
const hasFeed = (fields: Fields): boolean =>
  [fields.get('generate_feed'), fields.get('generate_feeds')].includes(true)

const feedNames = (settings: Fields): readonly string[] => {
  const named = [
    ...asTexts(settings.get('feed_filenames'), null),
    ...asTexts(settings.get('feed_filename'), null),
  ]
  return named.length === 0 ? ['atom.xml'] : named
}

const feedsAt = (folder: string, names: readonly string[], shows: Shown): readonly OldPage[] =>
  names.map(name => ({ address: `${folder}${name}`, shows, feed: feedOfFile(name) ?? 'rss' }))

const partsOf = (folder: string, settings: Fields, count: number, shows: Shown): readonly OldPage[] => {
  const size = Number(settings.get('paginate_by') ?? 0)
  const name = asText(settings.get('paginate_path')) ?? 'page'
  if (!(size > 0)) return []
  const parts = laterParts(part => `${folder}${name}/${part}/`, count, size, shows)
  return [{ address: `${folder}${name}/1/`, shows, isMinor: true }, ...parts]
}

const sectionsOf = (
  { files, read }: Content,
  site: ZolaSite,
  language: string,
  root: string,
  feeds: readonly string[],
  stories: readonly PublicStory[],
): readonly OldPage[] =>
  files.flatMap((file): readonly OldPage[] => {
    const [, folder, ending] = /^(.*\/)?_index(?:\.(\w+))?\.md$/.exec(file) ?? []
    if (!/(?:^|\/)_index(?:\.\w+)?\.md$/.test(file) || (ending ?? site.defaultLanguage) !== language)
      return []
    const text = read(file)
    const front = text.ok ? readFrontMatter(text.value, () => {}) : null
    if (!front?.ok || front.value.fields.get('render') === false || front.value.fields.get('draft') === true)
      return []
    const { fields } = front.value
    const inside = stories.filter(story => story.file.startsWith(folder ?? ''))
    const holdsAll = inside.length === stories.length
    const name = (folder ?? '').split('/').filter(Boolean).at(-1)
    const shows: Shown =
      name === undefined ? { of: 'all' } : { of: 'category', name, ...(holdsAll && { holdsAll }) }
    const address = `${root}${folder ?? ''}`
    return [
      { address, shows },
      ...(hasFeed(fields) ? feedsAt(address, feeds, shows) : []),
      ...partsOf(address, fields, inside.length, shows),
    ]
  })

const taxonomiesOf = (
  settings: Fields,
  site: ZolaSite,
  root: string,
  feeds: readonly string[],
  stories: readonly PublicStory[],
): readonly OldPage[] => {
  const declared = settings.get('taxonomies')
  return (Array.isArray(declared) ? declared : []).flatMap((each): readonly OldPage[] => {
    const taxonomy = asMap(each)
    const name = asText(taxonomy?.get('name'))
    if (taxonomy === null || name === null || taxonomy.get('render') === false) return []
    const folder = `${root}${zolaSlug(name, site.taxonomySlugs) ?? name}/`
    const labels = new Map<string, { readonly label: string; readonly count: number }>()
    for (const { fields } of stories)
      for (const label of asTexts(
        fields.get(name) ?? fields.get(taxonomyOfTags(site.taxonomies).get(name) ?? name),
        null,
      )) {
        const slug = zolaSlug(label, site.taxonomySlugs)
        if (slug === null) continue
        const known = labels.get(slug)
        labels.set(slug, { label: known?.label ?? label, count: (known?.count ?? 0) + 1 })
      }
    return [
      { address: folder, shows: { of: 'nothing', reason: `it listed all of ${name}` } },
      ...[...labels].flatMap(([slug, { label, count }]): readonly OldPage[] => {
        const shows: Shown = { of: ofTaxonomy(name), name: label }
        const address = `${folder}${slug}/`
        return [
          { address, shows },
          ...(taxonomy.get('feed') === true ? feedsAt(address, feeds, shows) : []),
          ...partsOf(address, taxonomy, count, shows),
        ]
      }),
    ]
  })
}

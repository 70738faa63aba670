// What Hugo makes besides the pages of stories: sections, taxonomies and their labels, each with its feed and in each language.

import { asText, asTexts } from '../../fields/read-fields.ts'
import { laterParts, type OldPage, type PublicStory, type Shown } from '../old-page.ts'
import { contentFileOf, pageNameOf } from './content-file.ts'
import { languagePath } from './hugo-address.ts'
import type { HugoSite } from './hugo-site.ts'
import type { HugoLists } from './read-lists.ts'
import { urlize } from './urlize.ts'

type ListRules = {
  readonly lists: HugoLists
  readonly site: HugoSite
  readonly stories: readonly PublicStory[]
  /** Folders that are sections by a file of their own, in each language: "en:news/2020". */
  readonly sections: ReadonlySet<string>
  /** What the import calls a field: "topics" → "tags". */
  readonly fieldNames: ReadonlyMap<string, string>
}

type Placed = { readonly story: PublicStory; readonly language: string; readonly folders: readonly string[] }

export const hugoPages = ({ site, lists, stories, sections, fieldNames }: ListRules): readonly OldPage[] => {
  const placed = stories.flatMap((story): readonly Placed[] => {
    const content = contentFileOf(story.file, site)
    if (content === null) return []
    return [{ story, language: content.language, folders: pageNameOf(content).folders }]
  })
  const pagesOf = (language: string): readonly OldPage[] => {
    const root = site.rootOf(language)
    const own = placed.filter(each => each.language === language)
    const list = createList(site, lists, root + languagePath({ language }, site), own.length)
    const all = { of: 'all' } as const
    // It leads to the front where that language has no folder.
    const isAlsoFolder = language === site.defaultLanguage && site.languages.length > 1 && !site.hasHosts
    return [
      ...list('', own.length, all, 'home'),
      ...(isAlsoFolder ? [{ address: `${root}/${language}/`, shows: all }] : []),
      ...sectionsOf(own, language, sections).flatMap(([path, count]) =>
        list(path, count, { of: 'category', name: path.split('/').at(-1) ?? '' }, 'section'),
      ),
      ...lists.taxonomies.flatMap(name => pagesOfTaxonomy(name, own, list, site, fieldNames)),
    ]
  }
  return [...new Set(placed.map(({ language }) => language))].flatMap(pagesOf)
}

type Kind = 'home' | 'section' | 'taxonomy' | 'term'

type List = (path: string, count: number, shows: Shown, kind: Kind) => readonly OldPage[]

/** `all`: how many stories there are. */
const createList =
  (site: HugoSite, lists: HugoLists, top: string, all: number): List =>
  (path, count, shows, kind) => {
    if (lists.disabledKinds.has(kind)) return []
    const isFolder = site.ugly !== true || path === ''
    const spelled = urlize(path, site)
    const folder = `${top}/${spelled === '' ? '' : `${spelled}/`}`
    const page = isFolder ? folder : `${folder.slice(0, -1)}.html`
    const feed = isFolder ? `${folder}${lists.feedName}.xml` : `${folder.slice(0, -1)}.xml`
    const shown: Shown =
      'holdsAll' in shows || count < all || !('name' in shows) ? shows : { ...shows, holdsAll: true }
    const hasFeed = !lists.disabledKinds.has('rss') && lists.hasFeed(kind)
    return [
      { address: page, shows: shown },
      ...(hasFeed ? [{ address: feed, shows: shown, feed: 'rss' as const }] : []),
      ...(isFolder && lists.perPart > 0
        ? laterParts(part => `${folder}${lists.partName}/${part}/`, count, lists.perPart, shown)
        : []),
      ...(isFolder && lists.perPart > 0
        ? [{ address: `${folder}${lists.partName}/1/`, shows: shown, isMinor: true as const }]
        : []),
    ]
  }

/** The first folders, and those that have a page of their own. */
const sectionsOf = (
  placed: readonly Placed[],
  language: string,
  sections: ReadonlySet<string>,
): readonly (readonly [path: string, count: number])[] => {
  const counts = new Map<string, number>()
  for (const { folders } of placed)
    for (const index of folders.keys()) {
      const path = folders.slice(0, index + 1).join('/')
      if (index === 0 || sections.has(`${language}:${path}`)) counts.set(path, (counts.get(path) ?? 0) + 1)
    }
  return [...counts]
}

const pagesOfTaxonomy = (
  name: string,
  placed: readonly Placed[],
  list: List,
  site: HugoSite,
  fieldNames: ReadonlyMap<string, string>,
): readonly OldPage[] => {
  const labels = new Map<string, { readonly name: string; readonly count: number }>()
  for (const { story } of placed) {
    const written = story.fields.get(name) ?? story.fields.get(fieldNames.get(name) ?? name)
    const values = asText(written) === null ? asTexts(written, null) : [asText(written) ?? '']
    for (const value of new Set(values)) {
      const key = urlize(value.replaceAll('/', '-'), site)
      const known = labels.get(key)
      if (key !== '') labels.set(key, { name: known?.name ?? value, count: (known?.count ?? 0) + 1 })
    }
  }
  const reason = `it listed all of ${name}`
  const of = ofTaxonomy(name)
  return [
    ...list(name, labels.size, { of: 'nothing', reason }, 'taxonomy'),
    ...[...labels].flatMap(([key, term]) =>
      list(`${name}/${key}`, term.count, { of, name: term.name }, 'term'),
    ),
  ]
}

export const ofTaxonomy = (name: string): 'category' | 'author' | 'tag' =>
  /^(?:authors?|people|contributors?|bylines?)$/i.test(name)
    ? 'author'
    : /^(?:categor(?:y|ies)|sections?|channels?)$/i.test(name)
      ? 'category'
      : 'tag'

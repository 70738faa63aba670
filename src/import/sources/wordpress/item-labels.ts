// What an item is filed under: categories with those above them, authors, and taxonomies of the newsroom's own.

import type { AddNote } from '../../report/note.ts'
import { nameInMail } from '../../text/name-in-mail.ts'
import type { WxrExport } from './read-export.ts'
import { metaOf, type WxrItem } from './read-item.ts'

/** The primary category first; behind each category those that it belongs to, as one of them may be a section here. */
export const categoriesOf = (item: WxrItem, { heads }: WxrExport): readonly string[] => {
  const known = heads.flatMap(({ categories }) => categories)
  const primary = metaOf(item, '_yoast_wpseo_primary_category', 'rank_math_primary_category')
  const first = known.find(({ id }) => id !== '' && id === primary)
  const own = item.labels.filter(({ domain, slug }) => domain === 'category' && slug !== 'uncategorized')
  const ordered = own.toSorted(
    (one, other) => Number(other.slug === first?.slug) - Number(one.slug === first?.slug),
  )
  const names = ordered.flatMap(({ slug, name }) => {
    const line = [name]
    let parent = known.find(category => category.slug === slug)?.parent ?? ''
    for (let step = 0; parent !== '' && step < 10; step++) {
      const above = known.find(category => category.slug === parent)
      line.push(above?.name ?? parent)
      parent = above?.parent ?? ''
    }
    return line
  })
  const type = item.type === 'post' || item.type === 'page' ? [] : [item.type]
  return [...new Set([...names, ...type])].filter(name => name !== '')
}

/** With Co-Authors Plus or PublishPress Authors, all of them stand in a taxonomy; else one is the item's own. */
export const namesOfAuthors = (
  item: WxrItem,
  { authors }: WxrExport,
  addNote: AddNote,
): readonly string[] => {
  const byline = metaOf(item, 'largo_byline_text', 'byline')
  if (byline !== '') return [byline]
  const nameOf = (key: string, name: string): string =>
    authors.get(key) ?? authors.get(key.replace(/^cap-/, '')) ?? authors.get(name) ?? name
  const several = item.labels
    .filter(({ domain }) => domain === 'author')
    .map(({ slug, name }) => nameOf(slug, name))
  const own = item.creator === '' ? [] : [nameOf(item.creator, item.creator)]
  return [...new Set(several.length > 0 ? several : own)].map(name => nameInMail(name, addNote))
}

const inside = new Set([
  'category',
  'post_tag',
  'author',
  'language',
  'post_format',
  'nav_menu',
  'post_translations',
])

/** Taxonomies of the newsroom's own, each a field by its name; Polylang's language. */
export const otherLabels = ({ labels }: WxrItem): Readonly<Record<string, unknown>> => {
  const names = [...new Set(labels.map(({ domain }) => domain))].filter(domain => !inside.has(domain))
  const language = labels.find(({ domain }) => domain === 'language')?.slug
  return {
    ...Object.fromEntries(
      names.map(domain => [
        fieldOf(domain),
        labels.filter(label => label.domain === domain).map(({ name }) => name),
      ]),
    ),
    ...(language !== undefined && language !== '' && { lang: language }),
  }
}

/** No taxonomy may be taken for a field that means something else. */
const fieldOf = (domain: string): string =>
  /^(?:location|region|country|topic|topics|series|issue|people|person|place|programme|program|show)s?$/.test(
    domain,
  )
    ? domain
    : `taxonomy:${domain}`

// An item of an export as a story: its fields by the names that front matter has, and its text.

import { failure, type Result, success } from '../../../domain/result.ts'
import { parseUrl } from '../../../domain/web-address.ts'
import { deckNames, inMeta, kickerNames } from '../../fields/other-names.ts'
import { firstWords } from '../../html/first-words.ts'
import type { AddNote } from '../../report/note.ts'
import { textOfHtml } from '../../text/plain-text.ts'
import { toKey } from '../../text/to-key.ts'
import type { OldStory } from '../archive-source.ts'
import { bodyOfItem } from './body-of-item.ts'
import { datesOfItem } from './item-dates.ts'
import { categoriesOf, namesOfAuthors, otherLabels } from './item-labels.ts'
import { whyDraft } from './item-state.ts'
import { withOwnFiles } from './own-files.ts'
import type { IndexedItem, WxrExport } from './read-export.ts'
import { metaOf, type WxrItem } from './read-item.ts'
import type { Uploads } from './uploads.ts'

export const storyOfItem = (
  { isCutShort, read }: IndexedItem,
  wxr: WxrExport,
  uploads: Uploads,
  addNote: AddNote,
): Result<OldStory, string> => {
  const item = read()
  const { date, updated } = datesOfItem(item)
  if (date === null) return failure('the export has no date of it')
  for (const fault of item.faults) addNote('Read broken XML as far as it goes; look at the story', fault)
  if (isCutShort) addNote('The export breaks off in this story; its end is missing')
  const reason = whyDraft(item)
  noteExtras(item, addNote)
  const body = withOwnFiles(bodyOfItem(item, wxr, addNote), { ...wxr, uploads, addNote })
  const slug = slugOf(item)
  // A script without Latin letters leaves nothing of it.
  const fields = new Map<string, unknown>(
    Object.entries({
      title: item.title || firstWords(body),
      date,
      updated,
      slug: toKey(slug) || toKey(textOfHtml(item.title)) || `${item.type}-${item.id}`,
      ...addressesOf(item, pathOfSite(wxr)),
      categories: categoriesOf(item, wxr),
      tags: item.labels.filter(({ domain }) => domain === 'post_tag').map(({ name }) => name),
      authors: namesOfAuthors(item, wxr, addNote),
      summary: textOfHtml(item.excerpt),
      description: descriptionOf(item),
      subtitle: metaOf(item, ...subtitleNames),
      kicker: metaOf(item, ...inMeta(kickerNames)),
      dateline: metaOf(item, ...inMeta(['dateline'])),
      source: metaOf(item, ...inMeta(sourceNames)),
      source_url: metaOf(item, ...inMeta(sourceAddressNames)),
      canonical_url: metaOf(item, '_yoast_wpseo_canonical', 'rank_math_canonical_url'),
      image: leadOf(item, wxr, uploads, addNote),
      ...otherLabels(item),
      ...ownFields(item),
    }).filter(([, value]) => value !== null && value !== ''),
  )
  return success({
    ...{ fields, body, format: 'html', writtenSlug: slug },
    ...(reason !== null && { notPublic: reason }),
  })
}

const noteExtras = ({ comments, isSticky, type }: WxrItem, addNote: AddNote): void => {
  const seen = comments.filter(state => state === '1').length
  if (comments.length > 0)
    addNote('Left out the comments of readers', `${comments.length}, ${seen} of them published`)
  if (isSticky)
    addNote('It was sticky, at the top of the old site; its place on the front follows its date here')
  if (type !== 'post' && type !== 'page') addNote(`Imported an item of the type ${type} as a story`)
}

/** What stood in its address, in its letters. */
const slugOf = ({ slug }: WxrItem): string =>
  decoded_(slug)
    .replace(/__trashed(?:-\d+)?$/, '')
    .replace(/\.html?$/, '')

const decoded_ = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const pathOfSite = ({ heads }: WxrExport): string =>
  (parseUrl(heads[0]?.address ?? '')?.pathname ?? '').replace(/\/+$/, '')

/** WordPress knows each item by its number, too. Of a draft the export has only such an address. */
const addressesOf = (
  item: WxrItem,
  base: string,
): { readonly permalink: string | null; readonly aliases: readonly string[] } => {
  const { link, meta, id, type, status } = item
  const numbered =
    id === '' || status !== 'publish' ? [] : [`${base}/?${type === 'page' ? 'page_id' : 'p'}=${id}`]
  if (link === '' || /[?]/.test(link)) return { permalink: null, aliases: numbered }
  const older = meta.filter(([name, slug]) => name === '_wp_old_slug' && slug !== '').map(([, slug]) => slug)
  const aliases = older.map(slug => link.replace(/[^/]+(\/?)$/, `${slug}$1`))
  return { permalink: link, aliases: [...new Set([...aliases, ...numbered])].filter(alias => alias !== link) }
}

const descriptionNames = [
  ...['_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description', '_aioseop_description'],
  ...['_seopress_titles_desc', 'advanced_seo_description', '_genesis_description', '_metaseo_metadesc'],
]

/** Some hold places that a plugin fills in, such as %%excerpt%%. */
const descriptionOf = (item: WxrItem): string =>
  metaOf(item, ...descriptionNames.filter(name => !/%|#post_/.test(metaOf(item, name))))

const subtitleNames = [
  ...['newspack_post_subtitle', 'wps_subtitle', '_wps_subtitle', 'kia_subtitle', 'secondary_title'],
  ...inMeta(deckNames),
]

const sourceNames = ['source', 'source_name']
const sourceAddressNames = ['source_url', 'source_link', 'original_url', 'syndicated_url']

const leadOf = (
  item: WxrItem,
  { attachments }: WxrExport,
  uploads: Uploads,
  addNote: AddNote,
): ReadonlyMap<string, string> | Readonly<Record<string, string>> | null => {
  const id = metaOf(item, '_thumbnail_id')
  if (id === '' || id === '0' || id === '-1') return null
  const attachment = attachments.get(id)
  if (attachment === undefined) {
    addNote('The featured picture is not in the export; add it by hand', `number ${id}`)
    return null
  }
  const { url, alt, caption, credit, madeBy } = attachment
  const values = {
    src: uploads.find(url) ?? url,
    alt,
    caption: textOfHtml(caption),
    credit: credit || madeBy,
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

const taken = new Set([
  ...descriptionNames,
  ...subtitleNames,
  ...inMeta([...kickerNames, ...sourceNames, ...sourceAddressNames, 'dateline']),
  'footnotes',
])

/** Fields that the newsroom or a plugin added; those whose name begins with a line are WordPress's own notes. */
const ownFields = ({ meta }: WxrItem): Readonly<Record<string, string>> =>
  Object.fromEntries(
    meta
      .filter(
        ([name, value]) =>
          !/^_|^rank_math|^(?:cap-|amp_|jetpack_)/.test(name) && !taken.has(name) && value !== '',
      )
      .map(([name, value]) => [`meta:${name}`, value.slice(0, 500)]),
  )

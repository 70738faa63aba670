// What templates of an Eleventy site make besides its stories: feeds, a page for each tag, and the parts of lists.

import { join } from 'node:path'
import { readText } from '../../../system/files.ts'
import { asMap, asText, asTexts, type Fields, saysNo } from '../../fields/read-fields.ts'
import { readFrontMatter } from '../../fields/read-front-matter.ts'
import type { Archive } from '../archive.ts'
import { feedOfFile } from '../feed-of-file.ts'
import type { OldPage, PublicStory, Shown } from '../old-page.ts'
import { defaultAddress, permalinkAddress } from './eleventy-address.ts'
import type { EleventySite } from './eleventy-site.ts'

export const eleventyPages = (
  archive: Archive,
  site: EleventySite,
  stories: readonly PublicStory[],
): readonly OldPage[] => {
  const taken = new Set(stories.map(({ file }) => file))
  const pages = [
    ...archive.files
      .filter(
        ({ file }) =>
          templates.test(file) && !taken.has(file) && !/(?:^|\/)_(?:includes|layouts|data)\//.test(file),
      )
      .flatMap(({ file }) => pagesOfTemplate(archive, site, file, stories)),
    ...feedsOfPlugin(archive, site),
  ]
  return pages.map(page => ({ ...page, address: `${site.basePath}${page.address}` }))
}

const templates = /\.(?:njk|liquid|html|md|hbs|mustache)$/

const pagesOfTemplate = (
  { read }: Archive,
  site: EleventySite,
  file: string,
  stories: readonly PublicStory[],
): readonly OldPage[] => {
  if (site.input !== '' && !file.startsWith(`${site.input}/`)) return []
  const text = read(file)
  const front = text.ok ? readFrontMatter(text.value, () => {}) : null
  if (!front?.ok || !front.value.hasFrontMatter) return []
  const { fields } = front.value
  const inside = site.input === '' ? file : file.slice(site.input.length + 1)
  const pagination = asMap(fields.get('pagination'))
  const written = asText(fields.get('permalink'))
  if (written !== null && saysNo(written)) return []
  if (pagination !== null) return pagesOfList(inside, fields, pagination, written, stories)
  const address =
    written === null
      ? defaultAddress(inside)
      : permalinkAddress(written, { file: inside, fields, time: null })
  const feed = address === null ? null : feedOfFile(address, front.value.body)
  return address === null || feed === null ? [] : [{ address, shows: { of: 'all' }, feed }]
}

const pagesOfList = (
  file: string,
  fields: Fields,
  pagination: Fields,
  permalink: string | null,
  stories: readonly PublicStory[],
): readonly OldPage[] => {
  const data = asText(pagination.get('data')) ?? ''
  const alias = asText(pagination.get('alias'))
  const size = Number(asText(pagination.get('size')) ?? 10)
  // One page for each tag.
  if (data === 'collections' || /^collections\.(?:\w*tags?|tagList)\w*$/i.test(data)) {
    if (alias === null || permalink === null) return []
    const left = new Set(asTexts(pagination.get('filter'), null))
    return labelsOf(stories)
      .filter(name => !left.has(name))
      .flatMap((name): readonly OldPage[] => {
        const withAlias = new Map([...fields, [alias, name]])
        const address = permalinkAddress(permalink, { file, fields: withAlias, time: null })
        return address === null ? [] : [{ address, shows: { of: 'tag', name } }]
      })
  }
  const name = /^collections\.(\w+)$/.exec(data)?.[1]
  if (name === undefined || size === 1) return []
  const count = stories.length
  const shows: Shown = { of: 'category', name, holdsAll: true }
  return Array.from({ length: Math.ceil(count / size) }, (_, part) => part).flatMap(part => {
    const address = partAddress(file, fields, permalink, part)
    return address === null ? [] : [{ address, shows, ...(part > 0 && { isMinor: true as const }) }]
  })
}

/** Parts are counted from nought; the first has the address of the template. */
const partAddress = (file: string, fields: Fields, permalink: string | null, part: number): string | null => {
  if (permalink === null) return `${defaultAddress(file)}${part === 0 ? '' : `${part}/`}`
  const filled = permalink
    .replace(
      /\{%-?\s*if pagination\.pageNumber\s*(?:>\s*0|!=\s*0)?\s*-?%\}([\s\S]*?)(?:\{%-?\s*else\s*-?%\}([\s\S]*?))?\{%-?\s*endif\s*-?%\}/g,
      (_, later: string, first: string | undefined) => (part > 0 ? later : (first ?? '')),
    )
    .replace(/\{\{-?\s*pagination\.pageNumber\s*(?:\+|\|\s*plus:)\s*1\s*-?\}\}/g, String(part + 1))
    .replace(/\{\{-?\s*pagination\.pageNumber\s*-?\}\}/g, String(part))
  return permalinkAddress(filled, { file, fields, time: null })
}

const labelsOf = (stories: readonly PublicStory[]): readonly string[] => [
  ...new Set(stories.flatMap(({ labels }) => labels)),
]

/** The plugin for feeds that Eleventy has. */
const feedsOfPlugin = ({ root }: Archive, { file }: EleventySite): readonly OldPage[] => {
  const text = file === null ? '' : (readText(join(root, file)) ?? '')
  if (!/\bfeedPlugin\b|FeedPlugin/.test(text)) return []
  return [...text.matchAll(/\boutputPath\s*:\s*["'`]([^"'`]+)["'`]/g)].map(([, path = '']): OldPage => {
    const type = /\btype\s*:\s*["'`](rss|json|atom)["'`]/.exec(text)?.[1]
    return {
      address: `/${path}`.replace(/\/{2,}/g, '/'),
      shows: { of: 'all' },
      feed: type === 'rss' || type === 'json' ? type : 'atom',
    }
  })
}

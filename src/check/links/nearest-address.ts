// The published address that is most like one where nothing is: what somebody meant who wrote a link that is broken.

import { distance } from 'fastest-levenshtein'
import { mentionOfPicture } from '../../archive/index-claims.ts'
import { feedFormats } from '../../domain/feeds.ts'
import { isShown, stateAt } from '../../domain/lifecycle.ts'
import { listingAt, listingNames } from '../../domain/listing.ts'
import { nearestWord } from '../../domain/near-miss.ts'
import { feedUrl, frontUrl, layoutAddresses } from '../../domain/site-addresses.ts'
import { folderOf, isPicture, isStatic, nameOf, pathBelow, pathInStatic } from '../../domain/site-paths.ts'
import { slugOfName } from '../../domain/slug.ts'
import type { Viewpoint } from '../../domain/viewpoint.ts'
import { servedPath } from '../../domain/web-address.ts'
import { originalOf, originalPath } from '../../pictures/picture-outputs.ts'
import { outputPathOf, urlOfFile } from '../../store/output.ts'
import type { Tables } from '../../store/tables.ts'

/** Looked through for one broken link after the other, so that there is an end to it. */
const mostAddresses = 50_000
/** Nobody mends more at once; the others are only looked up. */
const mostComparisons = 200

/** Everything is read when it is first asked. `output`: "wrold/index.html", where nothing is. */
export const createFindNearest = (
  tables: Tables,
  viewpoint: Viewpoint,
  hasOutput: (output: string) => boolean,
): ((output: string) => string | null) => {
  const [bySpelling, bySlug, byFolder] = [manyBy(), manyBy(), manyBy()]
  let all: readonly string[] | null = null
  let comparisons = 0
  const readAll = (): readonly string[] => {
    const found = [...new Set(addressesOf(tables))].filter(
      url => url !== '/' && hasOutput(outputPathOf(servedPath(url))),
    )
    for (const url of found) {
      bySpelling.add(spellingOf(url), url)
      bySlug.add(slugOf(url), url)
      byFolder.add(parentOf(url), url)
    }
    return found
  }
  return output => {
    const wanted = servedPath(urlOfFile(output))
    if (originalOf(wanted) !== null) return nearestPicture(wanted, tables, viewpoint)
    all ??= readAll()
    const ending = endingOf(wanted)
    const same = bySpelling.get(spellingOf(wanted))
    const spelled = same.find(url => endingOf(url) === ending) ?? same[0]
    if (spelled !== undefined) return spelled
    const slug = slugOf(wanted)
    const [moved, ...others] = slug.length < 4 || /^\d+$/.test(slug) ? [] : bySlug.get(slug)
    if (moved !== undefined && others.length === 0) return moved
    if (comparisons++ >= mostComparisons) return null
    return (
      nearestNamed(wanted, byFolder.get(parentOf(wanted))) ??
      nearestOf(wanted, all) ??
      nearestNamed(wanted, ending === '' ? [] : all.filter(url => endingOf(url) === ending))
    )
  }
}

/** Of an id on a page: one that is nearly the same. Numbers that differ are no slip: "#note-2" is not "#note-3". */
export const nearestId = (anchor: string, ids: readonly string[]): string | null => {
  const known = new Map(ids.filter(id => digitsOf(id) === digitsOf(anchor)).map(id => [slugOfName(id), id]))
  const wanted = slugOfName(anchor)
  return known.get(wanted) ?? known.get(nearestWord(wanted, [...known.keys()]) ?? '') ?? null
}

const addressesOf = (tables: Tables): readonly string[] => [
  ...Object.values(layoutAddresses),
  ...listingNames.flatMap(of =>
    Object.keys(tables.get('fronts', of) ?? {}).flatMap(key => {
      const front = frontUrl(listingAt(of, key))
      return [front, ...feedFormats.map(format => feedUrl(front, format))]
    }),
  ),
  ...(tables.get('lists', 'templates') ?? []).map(urlOfFile),
  ...staticFiles(tables).map(urlOfFile),
  ...storyUrls(tables),
]

const staticFiles = (tables: Tables): readonly string[] =>
  (tables.get('lists', 'folders') ?? [])
    .flatMap(folder =>
      Object.keys(tables.get('marks', folder) ?? {})
        .map(name => pathBelow(folder, name))
        .filter(isStatic)
        .map(pathInStatic),
    )
    .slice(0, mostAddresses)

/** Of all stories that are shown, the newest first. */
const storyUrls = (tables: Tables): readonly string[] => {
  const urls: string[] = []
  for (const { month } of tables.get('months', 'site') ?? []) {
    if (urls.length >= mostAddresses) break
    for (const { url } of tables.get('entries', `site ${month}`) ?? []) urls.push(url)
  }
  return urls
}

/** An original is published as soon as a link leads to it, if a story shows the picture. */
const nearestPicture = (path: string, tables: Tables, { now, audience }: Viewpoint): string | null => {
  const isLive = (file: string) => {
    const story = tables.get('stories', file)
    return story !== undefined && isShown(stateAt(story, now), audience)
  }
  const folder = folderOf(originalOf(path) ?? '')
  const shown = Object.keys(tables.get('marks', folder) ?? {}).filter(name => {
    const file = pathBelow(folder, name)
    return isPicture(file) && (tables.get('mentions', mentionOfPicture(file)) ?? []).some(isLive)
  })
  const byName = new Map(shown.map(name => [spellingOf(name), name]))
  const wanted = spellingOf(nameOf(path))
  const name = byName.get(wanted) ?? byName.get(nearestWithin(wanted, [...byName.keys()]) ?? '')
  return name === undefined || name === nameOf(path) ? null : urlOfFile(originalPath(pathBelow(folder, name)))
}

/** Letter case, accents, blanks, underscores, the ending and the last slash are what people get wrong. */
const spellingOf = (path: string): string =>
  servedPath(path)
    .replace(/(?<=.)(?:\/(?:index\.html?)?|\.[a-z]\w{0,10})$/i, '')
    .split('/')
    .map(segment => slugOfName(segment) || segment)
    .join('/')

const endingOf = (path: string): string => /\.\w+$/.exec(path)?.[0].toLowerCase() ?? ''

const slugOf = (url: string): string => nameOf(spellingOf(url))

const parentOf = (url: string): string => folderOf(spellingOf(url))

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

/** By the last part of its address alone. */
const nearestNamed = (wanted: string, known: readonly string[]): string | null => {
  const slugs = new Map(known.map(url => [slugOf(url), url]))
  return slugs.get(nearestWithin(slugOf(wanted), [...slugs.keys()]) ?? '') ?? null
}

/** Numbers are no slips of each other. */
const nearestWithin = (word: string, known: readonly string[]): string | null =>
  word.length < 3
    ? null
    : nearestWord(
        word,
        known.filter(other => digitsOf(other) === digitsOf(word)),
      )

/** At most two slips in the whole of it. */
const nearestOf = (wanted: string, known: readonly string[]): string | null => {
  const spelled = spellingOf(wanted)
  if (spelled.length < 5 || spelled.length > 200) return null
  const [near] = known
    .filter(url => Math.abs(url.length - wanted.length) <= 3 && digitsOf(url) === digitsOf(wanted))
    .map(url => ({ url, slips: distance(spelled, spellingOf(url)) }))
    .filter(({ slips }) => slips <= 2)
    .sort((one, other) => one.slips - other.slips)
  return near?.url ?? null
}

const manyBy = () => {
  const rows = new Map<string, string[]>()
  return {
    get: (key: string): readonly string[] => rows.get(key) ?? [],
    add: (key: string, url: string) => {
      const known = rows.get(key)
      if (known === undefined) rows.set(key, [url])
      else known.push(url)
    },
  }
}

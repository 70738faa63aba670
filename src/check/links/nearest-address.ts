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
const mostComparisons = 100

/** Everything is read when it is first asked. `output`: "wrold/index.html", where nothing is. */
export const createFindNearest = (
  tables: Tables,
  viewpoint: Viewpoint,
  hasOutput: (output: string) => boolean,
): ((output: string) => string | null) => {
  let known: KnownAddresses | null = null
  let comparisons = 0
  return output => {
    const wanted = servedPath(urlOfFile(output))
    if (originalOf(wanted) !== null) return nearestPicture(wanted, tables, viewpoint)
    known ??= knownAddresses(
      addressesOf(tables).filter(url => url !== '/' && hasOutput(outputPathOf(servedPath(url)))),
    )
    const ending = endingOf(wanted)
    const spelled = spellingOf(wanted)
    const same = known.bySpelling.get(spelled) ?? []
    const alike = same.find(url => endingOf(url) === ending) ?? same[0]
    if (alike !== undefined) return alike
    const slug = nameOf(spelled)
    const moved = slug.length < 4 || /^\d+$/.test(slug) ? [] : (known.bySlug.get(slug) ?? [])
    if (moved.length === 1) return moved[0] ?? null
    if (comparisons++ >= mostComparisons) return null
    return (
      nearestNamed(slug, known.byFolder.get(folderOf(spelled))) ??
      nearestOf(spelled, known.byDigits.get(digitsOf(spelled)) ?? []) ??
      (ending === '' ? null : nearestNamed(slug, known.byEnding.get(ending)))
    )
  }
}

/** Each in as many ways as it is asked for, so that a broken link costs little. */
type KnownAddresses = {
  readonly bySpelling: ReadonlyMap<string, readonly string[]>
  readonly bySlug: ReadonlyMap<string, readonly string[]>
  /** By folder and by ending: the addresses by the last part of their spelling. */
  readonly byFolder: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly byEnding: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly byDigits: ReadonlyMap<string, readonly Spelled[]>
}

type Spelled = { readonly spelling: string; readonly url: string }

const knownAddresses = (urls: readonly string[]): KnownAddresses => {
  const all = [...new Set(urls)].map((url): Spelled => ({ url, spelling: spellingOf(url) }))
  const named = (group: readonly Spelled[]) =>
    new Map(group.map(({ spelling, url }) => [nameOf(spelling), url] as const))
  const groups = <Group>(keyOf: (each: Spelled) => string, groupOf: (of: readonly Spelled[]) => Group) =>
    new Map([...groupBy(all, keyOf)].map(([key, group]) => [key, groupOf(group)]))
  const urlsOf = (group: readonly Spelled[]) => group.map(({ url }) => url)
  return {
    bySpelling: groups(({ spelling }) => spelling, urlsOf),
    bySlug: groups(({ spelling }) => nameOf(spelling), urlsOf),
    byFolder: groups(({ spelling }) => folderOf(spelling), named),
    byEnding: groups(({ url }) => endingOf(url), named),
    byDigits: groups(
      ({ spelling }) => digitsOf(spelling),
      group => group,
    ),
  }
}

const groupBy = (
  all: readonly Spelled[],
  keyOf: (each: Spelled) => string,
): ReadonlyMap<string, readonly Spelled[]> => {
  const groups = new Map<string, Spelled[]>()
  for (const each of all) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
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

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

/** By the last part of its address alone. */
const nearestNamed = (slug: string, named: ReadonlyMap<string, string> = new Map()): string | null =>
  named.get(nearestWithin(slug, [...named.keys()]) ?? '') ?? null

/** Numbers are no slips of each other. */
const nearestWithin = (word: string, known: readonly string[]): string | null =>
  word.length < 3
    ? null
    : nearestWord(
        word,
        known.filter(other => digitsOf(other) === digitsOf(word)),
      )

/** At most two slips in the whole of it. */
const nearestOf = (spelled: string, known: readonly Spelled[]): string | null => {
  if (spelled.length < 5 || spelled.length > 200) return null
  const [near] = known
    .filter(({ spelling }) => Math.abs(spelling.length - spelled.length) <= 2)
    .map(({ url, spelling }) => ({ url, slips: distance(spelled, spelling) }))
    .filter(({ slips }) => slips <= 2)
    .sort((one, other) => one.slips - other.slips)
  return near?.url ?? null
}

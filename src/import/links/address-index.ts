// Every old address of the archive's stories, and the story it leads to now.

import { foldPath, type OldAddress, oldAddressOf } from './old-address.ts'
import { commonPatterns, expandPattern } from './url-pattern.ts'

export type AddressedStory = OldAddress & {
  /** The new address. */
  readonly url: string
  /** Addresses that the front matter names. */
  readonly namedAddresses: readonly string[]
}

export type AddressIndex = {
  /** The new address behind an old path, or null. */
  readonly byPath: (path: string) => string | null
  /** By a file's path or name, as `post_url`, `relref` and links to .md files give it. */
  readonly byFile: (name: string) => string | null
}

/** A named address wins over a guess, the first file over the next. */
export const createAddressIndex = (stories: readonly AddressedStory[], pattern: string): AddressIndex => {
  const paths = new Map<string, string>()
  const add = (path: string, url: string) => {
    const key = foldPath(path)
    if (key !== '/' && !paths.has(key)) paths.set(key, url)
  }
  for (const story of stories) for (const path of story.namedAddresses) add(path, story.url)
  for (const story of stories) add(oldAddressOf(pattern, story), story.url)
  // Where each story names its address, there is nothing to guess.
  for (const guess of pattern === '' ? [] : ['/:folders/:name/', ...commonPatterns]) {
    for (const story of stories) add(expandPattern(guess, story), story.url)
  }
  for (const story of stories) add(story.url, story.url)
  const bySlug = onlyOnes(stories.map(story => [foldPath(expandPattern('/:title', story)), story.url]))
  const files = new Map(stories.map(story => [fileKey(story.file), story.url]))
  const byName = onlyOnes(stories.map(story => [fileKey(story.file.split('/').at(-1) ?? ''), story.url]))
  return {
    byPath: path => {
      const key = foldPath(path)
      // A post whose day was mended later is still the one of that name.
      const dated = /^(?:\/[^/]+)?\/\d{4}(?:\/\d{2}){1,2}(\/[^/]+)$/.exec(key)
      return paths.get(key) ?? (dated?.[1] === undefined ? null : (bySlug.get(dated[1]) ?? null))
    },
    byFile: name => {
      const key = fileKey(name)
      return files.get(key) ?? byName.get(key.split('/').at(-1) ?? '') ?? null
    },
  }
}

const fileKey = (file: string): string =>
  file
    .toLowerCase()
    .replace(/[?#].*$/s, '')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\.(?:mdx?|markdown|html?)$/, '')
    .replace(/\/_?index$/, '')

/** Names that only one story has. */
const onlyOnes = (entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const [name, url] of entries) {
    if (found.has(name)) twice.add(name)
    found.set(name, url)
  }
  return new Map([...found].filter(([name]) => !twice.has(name)))
}

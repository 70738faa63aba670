// What Jekyll makes of a file: a post, a document of a collection or a page; or nothing, and why.

import picomatch from 'picomatch'
import { foldersAndFile } from './default-fields.ts'
import type { JekyllSite } from './jekyll-site.ts'

export type JekyllKind = {
  /** As the scopes of default fields name it: "posts", "pages" or a collection. */
  readonly type: string
  /** The folders above `_posts`, which are categories. */
  readonly categories: readonly string[]
  /** Why the old site had no page of it, or null. */
  readonly notPublic: string | null
}

export const kindOfFile = (file: string, site: JekyllSite): JekyllKind => {
  const left = isExcluded(file, site) ? 'the old site’s configuration leaves it out (exclude)' : null
  const [, above = '', folder, inside = ''] = /^(.*?\/)?(_posts|_drafts)\/(.+)$/.exec(`/${file}`) ?? []
  if (folder !== undefined) {
    const isOutside = site.collectionsFolder !== '' && !`${above}/`.startsWith(`/${site.collectionsFolder}/`)
    return {
      type: 'posts',
      categories: withoutFolder(above, site).split('/').filter(Boolean),
      notPublic:
        left ??
        (folder === '_drafts' ? 'it is in a folder of drafts' : null) ??
        specialIn(above.split('/').filter(Boolean), site) ??
        specialIn([inside, inside.split('/').at(-1) ?? ''], site) ??
        (isOutside
          ? `it lies outside of ${site.collectionsFolder}, in which the old site had its posts`
          : null) ??
        (dayInName.test(inside) ? null : 'the old site passed it over, as its name begins with no day'),
    }
  }
  return { ...ofPage(file, site), categories: [], ...(left !== null && { notPublic: left }) }
}

const dayInName = /^(?:.+\/)?\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^./]+$/

const ofPage = (file: string, site: JekyllSite): Pick<JekyllKind, 'type' | 'notPublic'> => {
  const [, label, inside = ''] = /^_([^/]+)\/(.+)$/.exec(withoutFolder(`/${file}`, site).slice(1)) ?? []
  const collection = label === undefined ? undefined : site.collections.get(label)
  if (label === undefined || collection === undefined)
    return { type: 'pages', notPublic: specialIn(file.split('/'), site) }
  const hidden = collection.hasPages ? null : `the old site made no pages of the collection ${label}`
  return { type: label, notPublic: hidden ?? specialIn([inside, inside.split('/').at(-1) ?? ''], site) }
}

/** A path behind the folder in which all collections lie. */
const withoutFolder = (path: string, { collectionsFolder }: JekyllSite): string =>
  collectionsFolder !== '' && path.startsWith(`/${collectionsFolder}/`)
    ? path.slice(collectionsFolder.length + 1)
    : path

/** Names that begin so are passed over, unless the configuration includes them. */
const specialIn = (names: readonly string[], { include }: JekyllSite): string | null => {
  const special = names.find(name => /^[._#~]|~$/.test(name) && !isNamed(name, include))
  return special === undefined ? null : `the old site made no page of what is called ${special}`
}

const isExcluded = (file: string, { include, exclude }: JekyllSite): boolean => {
  const patterns = exclude.filter(pattern => !include.includes(pattern))
  return (
    foldersAndFile(file).some(path => isNamed(path, patterns)) &&
    !isNamed(file, include) &&
    !isNamed(file.split('/').at(-1) ?? '', include)
  )
}

/** As Ruby's File.fnmatch does it, where a star takes slashes too; or by the beginning. */
const isNamed = (path: string, patterns: readonly string[]): boolean =>
  patterns.some(pattern => {
    const bare = pattern.replace(/^\//, '')
    return path.startsWith(bare) || `${path}/` === bare || globOf(bare)(path)
  })

const globs = new Map<string, (path: string) => boolean>()

const globOf = (pattern: string): ((path: string) => boolean) => {
  const known = globs.get(pattern) ?? picomatch(pattern, { bash: true, dot: true, noextglob: true })
  globs.set(pattern, known)
  return known
}

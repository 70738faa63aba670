// What the posts of an export are filed under: each category, tag, author and other label once, with how many.

import type { WxrItem } from './read-item.ts'

/** What posts that readers could see were filed under, authors among them. */
export type FiledUnder = {
  readonly domain: string
  readonly slug: string
  readonly name: string
  readonly count: number
}

/** Taxonomies of which WordPress makes no lists, or of which they are not known. */
const withoutLists = /^(?:language|post_translations|term_language|nav_menu|link_category|post_format|wp_.+)$/

export const createLabelIndex = () => {
  const found = new Map<string, FiledUnder>()
  const count = (domain: string, slug: string, name: string) => {
    const key = `${domain}/${slug}`
    found.set(key, { domain, slug, name, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return {
    add: ({ labels, creator }: WxrItem) => {
      const several = labels.filter(({ domain }) => domain === 'author')
      for (const { domain, slug, name } of labels)
        if (domain !== 'author' && slug !== '' && !withoutLists.test(domain)) count(domain, slug, name)
      for (const { slug, name } of several) count('author', slug.replace(/^cap-/, ''), name)
      if (several.length === 0 && creator !== '') count('author', niceName(creator), creator)
    },
    all: (authors: ReadonlyMap<string, string>): readonly FiledUnder[] =>
      [...found.values()].map(label =>
        label.domain === 'author'
          ? { ...label, name: authors.get(label.name) ?? authors.get(label.slug) ?? label.name }
          : label,
      ),
  }
}

/** Of a login, as it stands in addresses. */
const niceName = (login: string): string =>
  login
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')

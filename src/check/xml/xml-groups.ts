// Elements of XML by the larger element around them: the items of a feed, the entries of a sitemap.

import type { XmlElement } from './parse-xml.ts'

export type XmlGroup = {
  readonly offset: number
  /** All elements in it that contain no others, also those further inside. */
  readonly inside: readonly XmlElement[]
}

/** `path`: "rss/channel/item". An element without any directly inside is no group. */
export const groupsAt = (elements: readonly XmlElement[], path: string): readonly XmlGroup[] => {
  const inside = elements.filter(element => element.path.startsWith(`${path}/`))
  const direct = inside.filter(({ path: own, name }) => own === `${path}/${name}`)
  const groups = [...new Set(direct.map(({ within }) => within))].map(offset => ({
    offset,
    inside: [] as XmlElement[],
  }))
  let at = 0
  for (const element of inside) {
    while ((groups[at + 1]?.offset ?? Number.POSITIVE_INFINITY) < element.offset) at += 1
    groups[at]?.inside.push(element)
  }
  return groups
}

/** The text of the first element of a name; undefined where there is none. */
export const textIn = (inside: readonly XmlElement[], name: string): string | undefined =>
  inside.find(element => element.name === name)?.text

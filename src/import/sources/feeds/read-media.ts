// Pictures, sounds and films of an item: enclosures, and what Media RSS says of them.

import type { FeedMedia } from './feed-item.ts'
import { elementsIn, type Inside, insideOf, nameOf, textOf, type XmlElement } from './xml-names.ts'

export const mediaOf = (item: XmlElement, inside: Inside): readonly FeedMedia[] => {
  const links = inside.all('atom:link').filter(({ attribs }) => attribs.rel === 'enclosure')
  const enclosures = [...inside.all('enclosure'), ...links].map(({ attribs }) => ({
    ...nothing,
    url: attribs.url ?? attribs.href ?? '',
    type: attribs.type ?? '',
    caption: attribs.title ?? '',
  }))
  const described = [item, ...inside.all('media:group')].flatMap(group => mediaIn(group))
  const cover = inside.first('itunes:image')?.attribs.href ?? ''
  const all = [...described, ...enclosures, { ...nothing, url: cover, type: 'image' }]
  const met = new Set<string>()
  return all.filter(({ url }) => url !== '' && !met.has(url) && met.add(url))
}

const nothing: FeedMedia = { url: '', type: '', alt: '', caption: '', credit: '' }

/** What is said beside the files of a group is said of each of them. */
const mediaIn = (group: XmlElement): readonly FeedMedia[] => {
  const around = insideOf(group)
  const isGroup = nameOf(group) === 'media:group'
  const contents = elementsIn(group).filter(child => nameOf(child) === 'media:content')
  // A group has one file in many sizes: the first is the one that is meant.
  const meant = isGroup ? contents.slice(0, 1) : contents
  const files = meant.map(content => {
    const inside = insideOf(content)
    const said = (name: string) => inside.text(name) || (meant.length === 1 ? around.text(name) : '')
    return {
      url: content.attribs.url ?? '',
      type: content.attribs.type || content.attribs.medium || '',
      alt: said('media:title'),
      caption: said('media:description') || said('media:text'),
      credit: [...inside.all('media:credit'), ...(meant.length === 1 ? around.all('media:credit') : [])]
        .map(textOf)
        .join(', '),
    }
  })
  const small = around.first('media:thumbnail')?.attribs.url ?? ''
  return files.some(({ type }) => /^image/.test(type)) || small === ''
    ? files
    : [...files, { ...nothing, url: small, type: 'image' }]
}

// A picture or another file of the old site's library, with all that is said of it.

import { metaOf, type WxrItem } from './read-item.ts'
import { readPhp } from './read-php.ts'

export type Attachment = {
  readonly id: string
  /** Id of the item that it was uploaded for. */
  readonly parent: string
  readonly order: number
  readonly url: string
  /** The address of its page. */
  readonly link: string
  readonly alt: string
  readonly caption: string
  /** Who is named beside the picture on the old site. */
  readonly credit: string
  /** Who is named in the file itself. */
  readonly madeBy: string
}

/** As plugins of newsrooms name it: Media Credit, Newspack, Largo, Credit Tracker, Image Source Control. */
const creditNames = [
  ...['_media_credit', 'media_credit', '_wp_attachment_credit', 'credit', 'photo_credit', '_credit'],
  ...['credit-tracker-author', 'isc_image_source', '_wp_attachment_source_name'],
]

const organisationNames = ['_navis_media_credit_org', '_media_credit_org', 'credit-tracker-publisher']

export const attachmentOf = (item: WxrItem): Attachment => {
  const noted = readPhp(metaOf(item, '_wp_attachment_metadata'))
  const inFile = noted instanceof Map ? noted.get('image_meta') : null
  const fromFile = (name: string): string => {
    const value = inFile instanceof Map ? inFile.get(name) : null
    return typeof value === 'string' ? value.trim() : ''
  }
  const credit = [metaOf(item, ...creditNames), metaOf(item, ...organisationNames)]
  return {
    id: item.id,
    parent: item.parent,
    order: item.order,
    url: item.file || item.guid,
    link: item.link,
    alt: metaOf(item, '_wp_attachment_image_alt'),
    caption: item.excerpt || item.content.trim() || fromFile('caption'),
    credit: [...new Set(credit)].filter(part => part !== '').join(' / '),
    madeBy: fromFile('credit') || fromFile('copyright'),
  }
}

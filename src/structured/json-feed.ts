// A feed as JSON Feed 1.1 has it: https://www.jsonfeed.org/version/1.1/

import { typeOfFile } from '../domain/file-kinds.ts'
import type { Site } from '../domain/newsroom.ts'
import type { Feed } from '../pages/draw-feed.ts'
import type { FeedItem } from '../pages/feed-items.ts'
import type { Meta } from '../pages/page-kind.ts'
import { rfc3339 } from '../time/wire-time.ts'

/** `texts`: HTML of the items, in their order. */
export const jsonFeed = (
  { title, description, url }: Meta,
  { front, items }: Pick<Feed, 'front' | 'items'>,
  texts: readonly string[],
  site: Site,
): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  description,
  home_page_url: absolute(front, site),
  feed_url: absolute(url, site),
  language: site.language,
  authors: [{ name: site.name, url: absolute('/', site) }],
  ...(site.feeds.hub ? { hubs: [{ type: 'WebSub', url: site.feeds.hub }] } : {}),
  items: items.map((item, index) => itemOf(item, String(texts[index]), site)),
})

const itemOf = (item: FeedItem, html: string, site: Site): object => ({
  id: item.id,
  url: absolute(item.url, site),
  title: item.title,
  summary: item.summary,
  content_html: html,
  date_published: rfc3339(item.date, site.timezone),
  date_modified: rfc3339(item.modified, site.timezone),
  ...(item.language ? { language: item.language } : {}),
  ...(item.authors.length > 0
    ? { authors: item.authors.map(({ name, url }) => ({ name, url: absolute(url, site) })) }
    : {}),
  // A topic may have the name of its section.
  tags: [...new Set([item.section, ...item.topics].map(({ name }) => name))],
  ...(item.source ? { external_url: item.source.url } : {}),
  ...(item.picture ? { image: absolute(item.picture.url, site) } : {}),
  ...(item.media
    ? {
        attachments: [
          {
            url: absolute(item.media.url, site),
            mime_type: typeOfFile(item.media.url),
            size_in_bytes: item.media.bytes,
          },
        ],
      }
    : {}),
})

const absolute = (path: string, { url }: Site): string => new URL(path, url).href

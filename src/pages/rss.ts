// RSS 2.0 of the site, a section, a topic or a byline: the newest stories in full.

import { type Listing, listingsOf } from '../archive/listing.ts'
import { modifiedAt, type Story } from '../domain/story.ts'
import { markdownOf } from '../markdown/markdown-context.ts'
import { viewInFeed } from '../pictures/picture-view.ts'
import { frontUrl, rssUrl } from './addresses.ts'
import { describeListing } from './describe-listing.ts'
import { isInMenu, listingsOfMenu } from './listings-of-menu.ts'
import { type PageContext, pageKind, textOf } from './page-kind.ts'
import { bylineLinks, sectionLink, topicLink } from './story-card.ts'

const newestInFeed = 50

export const rss = pageKind<Listing>({
  name: 'rss',
  layout: 'layouts/rss.xml.njk',
  always: context => [{ of: 'site' }, ...listingsOfMenu(context)],
  pagesOf: listingsOf,
  urlOf: rssUrl,
  dataOf: (listing, context) => {
    const { archive, newsroom } = context
    const stories = archive.listing(listing).newest(newestInFeed)
    if (stories.length === 0 && !isInMenu(listing, context)) return null
    const { name, description } = describeListing(listing, context, stories)
    const title = listing.of === 'site' ? name : `${name} · ${newsroom.site.name}`
    return {
      meta: {
        title,
        description: description ?? newsroom.site.description,
        feed: null,
        crumbs: [],
      },
      feed: {
        front: frontUrl(listing),
        // From the stories, not from the clock, so that the same stories give the same bytes.
        lastChange: stories.length === 0 ? null : Math.max(...stories.map(modifiedAt)),
        items: stories.map(story => itemOf(story, context)),
      },
    }
  },
})

const itemOf = (story: Story, { newsroom }: PageContext) => ({
  id: story.id,
  url: story.url,
  title: story.title,
  summary: story.summary,
  date: story.date,
  language: story.language,
  authors: bylineLinks(story, newsroom).map(byline => byline.name),
  categories: [sectionLink(story.section, newsroom), ...story.tags.map(tag => topicLink(tag, newsroom))].map(
    link => link.name,
  ),
  source: story.source,
  image: story.image && viewInFeed(story.image),
  corrections: story.corrections,
  text: textOf(story),
  markdown: markdownOf(story, newsroom.site.url),
})

// The JSON-LD of a page: one document in the terms of schema.org.

import type { Site } from '../domain/newsroom.ts'
import type { Meta } from '../pages/page-kind.ts'
import type { PersonView } from '../pages/person-view.ts'
import { type HoursData, partOfLiveBlog } from './live-blog.ts'
import { newsArticle, type StoryData } from './news-article.ts'
import { newsMediaOrganization, publisherOf } from './organization.ts'
import { personOf } from './person.ts'

export type StructuredPage = {
  readonly meta: Meta
  readonly site: Site
  readonly story?: StoryData | undefined
  readonly hours?: HoursData | undefined
  readonly listing?: { readonly person?: PersonView | null } | undefined
}

/** Null for pages that search engines must not index. */
export const structuredData = (page: StructuredPage): object | null => {
  const { meta } = page
  if (meta.noindex) return null
  const graph = [...aboutPage(page), ...breadcrumbs(page)]
  return { '@context': 'https://schema.org', '@graph': graph }
}

const aboutPage = ({ meta, site, story, hours, listing }: StructuredPage): readonly object[] => {
  if (story) return [newsArticle(story, site)]
  const page = {
    name: meta.title,
    description: meta.description,
    url: new URL(meta.url, site.url).href,
    inLanguage: site.language,
  }
  if (meta.schema === 'Front') {
    const organization = newsMediaOrganization(site)
    const home = { '@type': 'WebSite', name: site.name, url: page.url, inLanguage: site.language }
    return [
      { '@type': 'CollectionPage', ...page, isPartOf: home, publisher: publisherOf(site) },
      organization,
    ]
  }
  if (meta.schema === 'WebPage') {
    const part = hours ? partOfLiveBlog(hours, meta.url, site) : {}
    return [{ '@type': 'WebPage', ...page, publisher: publisherOf(site), ...part }]
  }
  if (listing?.person) {
    const { bio } = listing.person
    const person = {
      ...personOf(listing.person, site),
      ...(bio ? { description: bio } : {}),
      worksFor: publisherOf(site),
    }
    return [{ '@type': 'ProfilePage', ...page, mainEntity: person }]
  }
  return [{ '@type': 'CollectionPage', ...page, publisher: publisherOf(site) }]
}

/** Google wants two at least; the last one is the page itself, and needs no address. */
const breadcrumbs = ({ meta, site }: StructuredPage): readonly object[] => {
  if (meta.crumbs.length === 0) return []
  const above = meta.crumbs.map(({ name, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: new URL(url, site.url).href,
  }))
  const here = { '@type': 'ListItem', position: above.length + 1, name: meta.title }
  return [{ '@type': 'BreadcrumbList', itemListElement: [...above, here] }]
}

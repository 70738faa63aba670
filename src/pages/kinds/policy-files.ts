// The small files by which a site tells machines and their keepers what it is and what it allows.

import { contentUsage, deniedCrawlers } from '../../domain/ai-use.ts'
import { frontUrl } from '../../domain/site-addresses.ts'
import { type PageContext, type PageKind, pageKind } from '../page-kind.ts'

/** The last word of an address. */
const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

/** `dataOf`: null where the newsroom has nothing to say. */
const policyFile = (
  url: string,
  layout: string,
  dataOf: (context: PageContext) => Readonly<Record<string, unknown>> | null,
): PageKind =>
  pageKind<string>({
    name: url.slice(1),
    medium: 'text',
    layout: `machine/${layout}.njk`,
    always: context => (dataOf(context) === null ? [] : [url]),
    pagesOf: () => [],
    urlOf: () => url,
    dataOf: (_key, context) => {
      const data = dataOf(context)
      return data && { meta: { title: nameOf(url), description: '', feed: null, crumbs: [] }, ...data }
    },
  })

/** RFC 9309; Content-Usage as the IETF's AI preferences draft has it. */
const robots = policyFile('/robots.txt', 'robots.txt', ({ newsroom }) => ({
  crawlers: deniedCrawlers(newsroom.site.ai),
  usages: contentUsage(newsroom.site.ai),
}))

/** JournalList's trust.txt, which may stand at either place. */
const trust = ['/trust.txt', '/.well-known/trust.txt'].map(url =>
  policyFile(url, 'trust.txt', ({ newsroom }) => {
    const { trust, ai, contact } = newsroom.site
    const said = Object.entries(trust).flatMap(([name, values]) => values.map(value => ({ name, value })))
    return { lines: [...said, { name: 'contact', value: contact.email }], mayTrain: ai === 'allow' }
  }),
)

/** RFC 9116. */
const security = policyFile('/.well-known/security.txt', 'security.txt', ({ newsroom }) =>
  newsroom.site.security === null ? null : { security: newsroom.site.security },
)

// What the IAB wants of a site that sells no advertising: ads.txt 1.1, section 3.2.1.
const noAds = ['placeholder.example.com, placeholder, DIRECT, placeholder']

const ads = policyFile('/ads.txt', 'ads.txt', ({ newsroom: { site } }) => ({
  ads: site.ads.length === 0 ? noAds : site.ads,
  host: new URL(site.url).hostname,
}))

const humans = policyFile('/humans.txt', 'humans.txt', ({ newsroom }) => ({
  team: [...newsroom.people.values()].map(({ name, role }) => ({ name, role })),
}))

/** https://llmstxt.org */
const llms = policyFile('/llms.txt', 'llms.txt', ({ newsroom }) =>
  newsroom.site.llms
    ? {
        sections: newsroom.sections.map(({ key, name, description }) => ({
          name,
          description,
          url: frontUrl({ of: 'section', key }),
        })),
      }
    : null,
)

/** W3C Web Application Manifest. */
const manifest = policyFile('/manifest.webmanifest', 'manifest.webmanifest', ({ newsroom: { site } }) =>
  site.icons.length === 0
    ? null
    : {
        manifest: {
          id: '/',
          name: site.name,
          short_name: site.shortName ?? site.name,
          description: site.description,
          lang: site.language,
          dir: site.direction,
          start_url: '/',
          scope: '/',
          display: 'minimal-ui',
          background_color: '#ffffff',
          theme_color: '#ffffff',
          icons: site.icons,
        },
      },
)

/** https://www.indexnow.org/documentation: who can put the key there may speak for the site. */
const indexNowKey = pageKind<string>({
  name: 'indexnow-key',
  medium: 'text',
  layout: 'machine/indexnow.txt.njk',
  always: ({ newsroom }) => (newsroom.site.indexNow ? [newsroom.site.indexNow.key] : []),
  pagesOf: () => [],
  urlOf: key => `/${key}.txt`,
  dataOf: (key, { newsroom }) =>
    newsroom.site.indexNow?.key === key
      ? { meta: { title: key, description: '', feed: null, crumbs: [] }, key }
      : null,
})

export const policyFiles: readonly PageKind[] = [
  robots,
  ...trust,
  security,
  ads,
  humans,
  llms,
  manifest,
  indexNowKey,
]

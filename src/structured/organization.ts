// The newsroom as search engines read it: schema.org's NewsMediaOrganization, with the pages that say how it works.

import type { Policy, Site } from '../domain/newsroom.ts'

/** https://schema.org/NewsMediaOrganization */
export const policyProperties: Readonly<Record<Policy, readonly string[]>> = {
  ethics: ['publishingPrinciples', 'ethicsPolicy'],
  corrections: ['correctionsPolicy'],
  ownership: ['ownershipFundingInfo'],
  diversity: ['diversityPolicy'],
  unnamedSources: ['unnamedSourcesPolicy'],
  feedback: ['actionableFeedbackPolicy'],
  masthead: ['masthead'],
}

const idOf = ({ url }: Site): string => `${new URL('/', url).href}#newsroom`

/** In short, as a story refers to it. */
export const publisherOf = (site: Site): object => ({
  '@type': 'NewsMediaOrganization',
  '@id': idOf(site),
  name: site.name,
  url: new URL('/', site.url).href,
  ...logoOf(site),
})

/** In full, on the front. */
export const newsMediaOrganization = (site: Site): object => ({
  ...publisherOf(site),
  description: site.description,
  parentOrganization: { '@type': 'Organization', name: site.publisher.name, url: site.publisher.url },
  email: site.contact.email,
  ...(site.contact.phone ? { telephone: site.contact.phone } : {}),
  ...(site.contact.address ? { address: site.contact.address } : {}),
  ...Object.fromEntries(
    Object.entries(site.policies).flatMap(([policy, path]) =>
      path ? policyProperties[policy as Policy].map(name => [name, new URL(path, site.url).href]) : [],
    ),
  ),
})

const logoOf = (site: Site): object => (site.logo ? { logo: new URL(site.logo, site.url).href } : {})

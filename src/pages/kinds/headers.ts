// The headers that Cloudflare Pages and Netlify are to send with the files of the site.

import { headerRules } from '../../hosting/header-rules.ts'
import { pageKind } from '../page-kind.ts'

export const headers = pageKind<'headers'>({
  name: 'headers',
  medium: 'other',
  layout: 'machine/headers.txt.njk',
  ofLayouts: true,
  always: ({ newsroom: { site } }) => (site.hosting.cdn === 'none' ? [] : ['headers']),
  pagesOf: () => [],
  urlOf: () => '/_headers',
  dataOf: (_key, { archive, newsroom: { site } }) =>
    site.hosting.cdn === 'none'
      ? null
      : {
          meta: { title: 'Headers', description: '', feed: null, crumbs: [] },
          rules: headerRules(site, archive.styles),
        },
})

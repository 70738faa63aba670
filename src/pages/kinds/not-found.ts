// What readers see where no page is.

import { fill } from '../../domain/strings.ts'
import { pageKind } from '../page-kind.ts'

export const notFound = pageKind<'404'>({
  name: 'not-found',
  layout: 'layouts/not-found.njk',
  status: 404,
  always: () => ['404'],
  pagesOf: () => [],
  urlOf: () => '/404.html',
  dataOf: (_key, { newsroom }) => ({
    meta: {
      title: newsroom.strings.notFound,
      description: fill(newsroom.strings.notFoundText, { site: newsroom.site.name }),
      feed: null,
      crumbs: [{ name: newsroom.site.name, url: '/' }],
    },
  }),
})

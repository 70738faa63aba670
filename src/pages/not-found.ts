// What readers see where no page is.

import { pageKind } from './page-kind.ts'

export const notFound = pageKind<'404'>({
  name: 'not-found',
  layout: 'layouts/not-found.njk',
  always: () => ['404'],
  pagesOf: () => [],
  urlOf: () => '/404.html',
  dataOf: (_key, { newsroom }) => ({
    meta: {
      title: 'Page not found',
      description: `This page of ${newsroom.site.name} does not exist.`,
      feed: null,
      crumbs: [{ name: newsroom.site.name, url: '/' }],
    },
  }),
})

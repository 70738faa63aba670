// What crawlers are told.

import { pageKind } from './page-kind.ts'

export const robots = pageKind<'robots'>({
  name: 'robots',
  layout: 'layouts/robots.njk',
  always: () => ['robots'],
  pagesOf: () => [],
  urlOf: () => '/robots.txt',
  dataOf: () => ({
    meta: { title: 'robots', description: '', feed: null, crumbs: [] },
  }),
})

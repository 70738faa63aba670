// Where Cloudflare Pages and Netlify are to send readers who ask for an old address.

import { chooseRedirects } from '../../hosting/redirect-rules.ts'
import { pageKind } from '../page-kind.ts'

export const redirects = pageKind<'redirects'>({
  name: 'redirects',
  medium: 'other',
  layout: 'machine/redirects.txt.njk',
  always: () => [],
  pagesOf: ({ aliases }, { newsroom: { site } }) =>
    aliases.length === 0 || site.hosting.cdn === 'none' ? [] : ['redirects'],
  pagesOfRedirect: ({ to }, { newsroom: { site } }) =>
    to === null || site.hosting.cdn === 'none' ? [] : ['redirects'],
  urlOf: () => '/_redirects',
  dataOf: (_key, { archive, newsroom: { site } }) => {
    const { cdn } = site.hosting
    const rows = archive.redirects()
    if (cdn === 'none' || (archive.moved.count === 0 && rows.every(({ to }) => to === null))) return null
    const { rules } = chooseRedirects(archive.moved, rows, cdn)
    return { meta: { title: 'Redirects', description: '', feed: null, crumbs: [] }, rules }
  },
})

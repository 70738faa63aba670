// Where Cloudflare Pages and Netlify are to send readers who ask for an old address of a story.

import { chooseRedirects } from '../../hosting/redirect-rules.ts'
import { pageKind } from '../page-kind.ts'

export const redirects = pageKind<'redirects'>({
  name: 'redirects',
  medium: 'other',
  layout: 'machine/redirects.txt.njk',
  always: () => [],
  pagesOf: ({ aliases }, { newsroom: { site } }) =>
    aliases.length === 0 || site.hosting.cdn === 'none' ? [] : ['redirects'],
  urlOf: () => '/_redirects',
  dataOf: (_key, { archive, newsroom: { site } }) => {
    const { cdn } = site.hosting
    if (archive.moved.count === 0 || cdn === 'none') return null
    const { rules } = chooseRedirects(archive.moved, cdn)
    return { meta: { title: 'Redirects', description: '', feed: null, crumbs: [] }, rules }
  },
})

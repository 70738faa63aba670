// What stands at an address that _data/redirects.yaml names: a page that leads on, or one that says that it is gone.

import type { Site } from '../../domain/newsroom.ts'
import { hasQuery } from '../../domain/redirect.ts'
import { aliasUrl } from '../../domain/site-addresses.ts'
import { redirectsFile } from '../../domain/site-paths.ts'
import { pageKind } from '../page-kind.ts'
import { canHavePage } from './alias.ts'
import { markUrl } from './withdrawn-mark.ts'

type Row = { readonly path: string }

const hasPage = (path: string, site: Site): boolean => !hasQuery(path) && canHavePage(path, site)

const pageOf = (path: string, site: Site): readonly Row[] => (hasPage(path, site) ? [{ path }] : [])

/** As people read it: "/about/", "team.example/us". */
const shown = (to: string): string => to.replace(/^https?:\/\//, '')

export const redirect = pageKind<Row>({
  name: 'redirect',
  layout: 'layouts/redirect.njk',
  status: 301,
  always: () => [],
  pagesOf: () => [],
  pagesOfRedirect: ({ path, to }, { newsroom }) => (to === null ? [] : pageOf(path, newsroom.site)),
  urlOf: ({ path }) => aliasUrl(path),
  fileOf: () => redirectsFile,
  dataOf: ({ path }, { archive, newsroom }) => {
    const to = archive.redirect(path)?.to ?? null
    if (to === null || !hasPage(path, newsroom.site)) return null
    return { meta: { title: shown(to), description: '', feed: null, crumbs: [] }, target: to }
  },
})

export const gone = pageKind<Row>({
  name: 'gone',
  layout: 'layouts/gone.njk',
  status: 410,
  // Search engines are to forget it, as they are a withdrawn story.
  announceTo: 'indexNow',
  always: () => [],
  pagesOf: () => [],
  pagesOfRedirect: ({ path, to }, { newsroom }) => (to === null ? pageOf(path, newsroom.site) : []),
  urlOf: ({ path }) => aliasUrl(path),
  fileOf: () => redirectsFile,
  dataOf: ({ path }, { archive, newsroom: { site, strings } }) => {
    if (archive.redirect(path)?.to !== null || !hasPage(path, site)) return null
    return {
      meta: {
        title: strings.goneTitle,
        description: strings.goneText,
        feed: null,
        crumbs: [{ name: site.name, url: '/' }],
      },
    }
  },
})

/** As of a withdrawn story: by it servers see that they are to answer 410. */
export const goneMark = pageKind<Row>({
  name: 'gone-mark',
  medium: 'other',
  layout: 'machine/withdrawn.txt.njk',
  always: () => [],
  pagesOf: () => [],
  pagesOfRedirect: ({ path, to }, { newsroom }) => (to === null ? pageOf(path, newsroom.site) : []),
  urlOf: ({ path }) => markUrl(aliasUrl(path)),
  fileOf: () => redirectsFile,
  dataOf: ({ path }, { archive, newsroom: { site, strings } }) =>
    archive.redirect(path)?.to !== null || !hasPage(path, site)
      ? null
      : { meta: { title: strings.goneTitle, description: '', feed: null, crumbs: [] }, gone: aliasUrl(path) },
})

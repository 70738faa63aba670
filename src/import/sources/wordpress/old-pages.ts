// What a WordPress site had besides its posts: lists by category, tag, author and time, feeds, and pages of pictures.

import { decodePath, parseUrl } from '../../../domain/web-address.ts'
import { hostsOf, pathOnHosts } from '../../links/old-hosts.ts'
import { laterParts, type OldPage, type PublicStory, type Shown } from '../old-page.ts'
import type { FiledUnder } from './label-index.ts'
import type { WxrExport } from './read-export.ts'

/** As WordPress has it until somebody says otherwise; an export does not tell. */
const perPart = 10

type Addresses = {
  /** Of the first part of a list. */
  readonly list: (path: string, query: string) => string
  readonly part: (path: string, query: string, part: number) => string
  readonly feed: (path: string, query: string, kind: string) => string
  /** What stands before "category/x/". */
  readonly front: string
  readonly isPretty: boolean
}

export const wordpressPages = (wxr: WxrExport, stories: readonly PublicStory[]): readonly OldPage[] => {
  const addresses = addressesOf(wxr)
  return [
    ...feedsOf(addresses, '', '', { of: 'all' }),
    {
      address: addresses.feed('comments/', '', addresses.isPretty ? '' : 'comments-rss2'),
      shows: { of: 'nothing', reason: 'comments do not come along' },
      feed: 'rss',
    },
    ...laterParts(part => addresses.part('', '', part), stories.length, perPart, { of: 'all' }),
    ...wxr.labels.flatMap(label => pagesOfLabel(label, wxr, addresses)),
    ...timesOf(stories, addresses),
    ...pagesOfPictures(wxr),
  ]
}

const addressesOf = ({ heads, items }: WxrExport): Addresses => {
  const base = (parseUrl(heads[0]?.address ?? '')?.pathname ?? '').replace(/\/+$/, '')
  const paths = items
    .filter(({ type, status, otherSite }) => type === 'post' && status === 'publish' && otherSite === null)
    .map(({ link }) => link.replace(/^https?:\/\/[^/]+/, '').slice(base.length))
    .filter(path => path.startsWith('/'))
  const pretty = paths.filter(path => !path.includes('?'))
  const front = frontOf(pretty)
  const at = (query: string) => `${base}/?${query}`
  return pretty.length > 0
    ? {
        ...{ front, isPretty: true },
        list: path => `${base}/${path}`,
        part: (path, _, part) => `${base}/${path}page/${part}/`,
        feed: (path, _, kind) => `${base}/${path}feed/${kind === '' ? '' : `${kind}/`}`,
      }
    : {
        ...{ front: '', isPretty: false },
        list: (_, query) => at(query),
        part: (_, query, part) => at([query, `paged=${part}`].filter(Boolean).join('&')),
        feed: (_, query, kind) => at([`feed=${kind || 'rss2'}`, query].filter(Boolean).join('&')),
      }
}

/** "/blog/2020/05/x/" and "/blog/x/" both have "blog/" before all that WordPress makes itself. */
const frontOf = (paths: readonly string[]): string => {
  const dated = paths.map(path => /^\/((?:[^/]+\/)*?)\d{4}\/\d{1,2}\//.exec(path)?.[1])
  const firsts = new Set(dated.some(found => found !== undefined) ? dated : paths.map(firstStep))
  const [first = ''] = firsts
  return firsts.size === 1 && paths.length > 1 ? first : ''
}

const firstStep = (path: string): string => /^\/([^/]+\/)[^/]+/.exec(path)?.[1] ?? ''

const feedKinds = [
  ['', 'rss'],
  ['atom', 'atom'],
  ['rdf', 'rss'],
] as const

const feedsOf = ({ feed }: Addresses, path: string, query: string, shows: Shown): readonly OldPage[] =>
  feedKinds.map(([kind, format]) => ({ address: feed(path, query, kind), shows, feed: format }))

const pagesOfLabel = (label: FiledUnder, wxr: WxrExport, addresses: Addresses): readonly OldPage[] => {
  const { domain, slug, name, count } = label
  const [folder, query, shows] = addressOfLabel(label, wxr)
  const path = `${addresses.front}${folder}${decodePath(slug)}/`
  const shown: Shown = shows ?? {
    of: 'nothing',
    reason: `nothing here is like its list of ${domain}, ${name}`,
  }
  return [
    { address: addresses.list(path, query), shows: shown },
    ...feedsOf(addresses, path, query, shown),
    ...laterParts(part => addresses.part(path, query, part), count, perPart, shown),
  ]
}

const addressOfLabel = (
  { domain, slug, name }: FiledUnder,
  { heads }: WxrExport,
): readonly [folder: string, query: string, shows: Shown | null] => {
  if (domain === 'post_tag') return ['tag/', `tag=${slug}`, { of: 'tag', name }]
  if (domain === 'author') return ['author/', `author_name=${slug}`, { of: 'author', name }]
  if (domain !== 'category') return [`${domain}/`, `${domain}=${slug}`, { of: 'tag', name }]
  const known = heads.flatMap(({ categories }) => categories)
  const own = known.find(category => category.slug === slug)
  const line: string[] = []
  for (let above = own?.parent ?? ''; above !== '' && line.length < 10; ) {
    line.unshift(`${decodePath(above)}/`)
    above = known.find(category => category.slug === above)?.parent ?? ''
  }
  const query = own === undefined || own.id === '' ? `category_name=${slug}` : `cat=${own.id}`
  return [`category/${line.join('')}`, query, { of: 'category', name }]
}

/** Years, months and days. */
const timesOf = (stories: readonly PublicStory[], { front, list }: Addresses): readonly OldPage[] => {
  const days = stories.map(({ siteDay }) => siteDay.split('-'))
  const times = new Set(days.flatMap(day => day.map((_, index) => day.slice(0, index + 1).join('/'))))
  return [...times].map(time => ({
    address: list(`${front}${time}/`, `m=${time.replaceAll('/', '')}`),
    shows: { of: 'time', path: `/${time}/` },
  }))
}

/** Each picture had a page of its own, with the story that it was uploaded for. One that is shown from elsewhere had none. */
const pagesOfPictures = ({ attachments, items, heads }: WxrExport): readonly OldPage[] => {
  const owners = new Map(
    items
      .filter(({ otherSite, sameIn }) => otherSite === null && sameIn === null)
      .map(({ id, name }) => [id, name]),
  )
  const hosts = hostsOf(...heads.map(head => head.address))
  return [...attachments.values()].flatMap(({ link, parent }): readonly OldPage[] => {
    const address = decodePath(pathOnHosts(link, hosts) ?? '')
    if (!address.startsWith('/') || /\.\w{3,4}$/.test(address)) return []
    const file = owners.get(parent)
    const shows: Shown =
      file === undefined
        ? { of: 'nothing', reason: 'it was the page of a picture that belonged to no story' }
        : { of: 'story', file }
    return [{ address, shows, isMinor: true }]
  })
}

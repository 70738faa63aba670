// Where a link of the old site leads on the new one, or that only its words can stay.

import { parseUrl } from '../../domain/web-address.ts'
import type { AddNote } from '../report/note.ts'
import type { AddressIndex } from './address-index.ts'
import type { LinkAction } from './rewrite-links.ts'

type LinkRules = {
  readonly index: AddressIndex
  /** The old path of the page that links, for relative links. */
  readonly from: string
  /** The file of the page in the archive, for links to files. */
  readonly file: string
  /** Origin of the old site, or null. */
  readonly base: string | null
  /** Ids of the headings of a story by its new address; "" is the page itself. */
  readonly headingsOf: (url: string) => readonly string[]
  /** Whether a story's new address leads nowhere yet: a draft, or a date that lies ahead. */
  readonly isHidden: (url: string) => boolean
  readonly addNote: AddNote
}

const text: LinkAction = { kind: 'text' }
const keep: LinkAction = { kind: 'keep' }
const domains = 'com|org|net|gov|edu|mil|int|info|io|us|uk|eu|de|fr|in|ca|au|tv|co'
const bareHost = new RegExp(`^(?:www\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:${domains})(?:[/?#:]|$)`, 'i')

export const resolveLink = (written: string, rules: LinkRules): LinkAction => {
  const { addNote } = rules
  const url = written.trim()
  const path = ownPath(url, rules.base)
  if (path === null) {
    if (/^(?:mailto|tel):./i.test(url)) return keep
    if (/^https?:/i.test(url)) {
      if (/^https?:\/\/[^/\s]/i.test(url)) return keep
      addNote('Replaced a link with its text: its address is malformed', url)
      return text
    }
    addNote('Replaced a link with its text: a page may not link to such an address', url)
    return text
  }
  if (path.startsWith('//')) return { kind: 'link', url: `https:${path}` }
  if (path.startsWith('#')) return withinPage(path, rules)
  if (/[{}]/.test(path) || path === '') {
    addNote('Replaced a link with its text: it has no address', url)
    return text
  }
  // Every site has a front page.
  if (/^\/(?:index\.html?)?$/.test(path)) return { kind: 'link', url: '/' }
  if (!path.startsWith('/') && bareHost.test(path)) {
    addNote('Added https:// to a web address', url)
    return { kind: 'link', url: `https://${path}` }
  }
  return toStory(path, rules) ?? elsewhere(path, url, rules)
}

/** The path of an address on the old site; null for other addresses. */
const ownPath = (url: string, base: string | null): string | null => {
  const isOwn =
    base !== null &&
    url
      .replace(/^https?:/i, '')
      .toLowerCase()
      .startsWith(base.replace(/^https?:/i, '').toLowerCase())
  if (
    isOwn &&
    /^(?:$|[/?#])/.test(url.replace(/^https?:/i, '').slice(base.replace(/^https?:/i, '').length))
  ) {
    return url.replace(/^https?:/i, '').slice(base.replace(/^https?:/i, '').length) || '/'
  }
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? null : url
}

const withinPage = (path: string, { headingsOf, addNote }: LinkRules): LinkAction => {
  const id = headingFor(path.slice(1), headingsOf(''))
  if (id === path.slice(1)) return keep
  if (id !== null) return { kind: 'link', url: `#${encodeURI(id)}` }
  addNote('Replaced a link with its text: its page has no such heading', path)
  return text
}

/** The heading's id here; sites differ in how they spell one. */
const headingFor = (anchor: string, ids: readonly string[]): string | null => {
  const wanted = foldId(anchor)
  return (
    ids.find(id => id === anchor) ?? (wanted === '' ? null : (ids.find(id => foldId(id) === wanted) ?? null))
  )
}

const foldId = (id: string): string => {
  try {
    return decodeURIComponent(id)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
  } catch {
    return id.toLowerCase()
  }
}

const toStory = (path: string, rules: LinkRules): LinkAction | null => {
  const { index, from, file, headingsOf, isHidden, addNote } = rules
  const [page = '', anchor] = path.split('#', 2)
  const isFile = /\.(?:md|markdown)$/i.test(page)
  const url = isFile
    ? (index.byFile(resolvePath(page, `/${file}`)) ?? index.byFile(page))
    : (index.byPath(resolvePath(page, from)) ??
      (page.startsWith('/') ? null : index.byPath(resolvePath(page, from.replace(/\/?$/, '/')))))
  if (url === null) return null
  if (isHidden(url)) {
    addNote(
      'Replaced a link with its text: it leads to a draft, or to a story that is not published yet',
      path,
    )
    return text
  }
  if (anchor === undefined || anchor === '') return { kind: 'link', url }
  const id = headingFor(anchor, headingsOf(url))
  if (id === null) addNote('Pointed a link at the whole story, which has no such heading', path)
  return { kind: 'link', url: id === null ? url : `${url}#${encodeURI(id)}` }
}

const resolvePath = (path: string, from: string): string => {
  try {
    return new URL(path, `https://old.invalid${from}`).pathname
  } catch {
    return path
  }
}

const elsewhere = (path: string, url: string, { base, from, addNote }: LinkRules): LinkAction => {
  if (base !== null && parseUrl(path, `${base}${from}`) !== null) {
    addNote('Pointed a link at the old site, as its page was not imported', url)
    return {
      kind: 'link',
      url: new URL(path, `${base}${from}`).href.replaceAll('(', '%28').replaceAll(')', '%29'),
    }
  }
  addNote(
    'Replaced a link with its text: its page was not imported; to keep such links, state the old site with --base',
    url,
  )
  return text
}

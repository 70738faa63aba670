// Where a link of the old site leads on the new one, or that only its words can stay.

import { decodePath, parseUrl } from '../../domain/web-address.ts'
import type { AddNote } from '../report/note.ts'
import type { Heading } from '../text/find-headings.ts'
import type { AddressIndex } from './address-index.ts'
import { servedAs } from './old-address.ts'
import { pathOnHosts } from './old-hosts.ts'
import type { LinkAction } from './rewrite-links.ts'

type LinkRules = {
  readonly index: AddressIndex
  /** The old path of the page that links, for relative links. */
  readonly from: string
  /** The file of the page in the archive, for links to files. */
  readonly file: string
  /** Origin of the old site, where the new one has another; else null. */
  readonly base: string | null
  /** Of the old site, and of the new one. */
  readonly hosts: ReadonlySet<string>
  /** Where a path leads that is no story's: to a page of the new site, to what is elsewhere; null for others. */
  readonly addressHere: (path: string) => string | null
  /** Where a file of the old site is now, by its path there and as it is written; null when it did not come along. */
  readonly takeFile: (path: string, written: string) => string | null
  /** Hears of the links that lead nowhere, as they stand in the story. */
  readonly addNowhere: (url: string) => void
  /** The headings of a story by its new address; "" is the page itself. */
  readonly headingsOf: (url: string) => readonly Heading[]
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
  if (/\{[{%]/.test(url)) {
    addNote('Replaced a link with its text: a template tag stands in its address', url, 'editor')
    return text
  }
  const path = pathOnHosts(url, rules.hosts)
  if (path === null) return toOtherSite(url, addNote)
  if (path.startsWith('#')) return withinPage(path, rules)
  if (/[{}]/.test(path) || path === '' || /^\/{2}/.test(path)) {
    addNote('Replaced a link with its text: it has no address', url)
    return text
  }
  // Every site has a front page.
  if (/^\/(?:index\.html?)?$/.test(path)) return { kind: 'link', url: '/' }
  if (!path.startsWith('/') && bareHost.test(path)) {
    addNote('Added https:// to a web address', url)
    return { kind: 'link', url: `https://${path}` }
  }
  return toStory(path, rules) ?? toOtherPage(path, url, rules)
}

const withinPage = (path: string, { headingsOf, addNote }: LinkRules): LinkAction => {
  const id = headingFor(path.slice(1), headingsOf(''))
  if (id === path.slice(1)) return keep
  if (id !== null) return { kind: 'link', url: `#${encodeURI(id)}` }
  addNote('Replaced a link with its text: its page has no such heading', path)
  return text
}

/** The heading's id here; sites differ in how they spell one. */
const headingFor = (anchor: string, headings: readonly Heading[]): string | null => {
  const names = [anchor, decodePath(anchor)]
  const named = headings.find(({ anchors }) => names.some(name => anchors.includes(name)))
  if (named !== undefined) return named.id
  const ids = headings.map(({ id }) => id)
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
  const isFile = /\.(?:mdx?|markdown)$/i.test(page)
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

const toOtherSite = (url: string, addNote: AddNote): LinkAction => {
  if (/^(?:mailto|tel):./i.test(url)) return keep
  const isWeb = /^(?:https?:|\/\/)/i.test(url)
  const full = url.startsWith('//') ? `https:${url}` : url
  if (isWeb && /^https?:\/\/[^/\s\\]/i.test(full) && parseUrl(full) !== null)
    return full === url ? keep : { kind: 'link', url: full }
  const reason = isWeb ? 'its address is malformed' : 'a page may not link to such an address'
  addNote(`Replaced a link with its text: ${reason}`, url)
  return text
}

/** To a page that did not come along. */
const toOtherPage = (path: string, url: string, rules: LinkRules): LinkAction => {
  const { base, from, addressHere, takeFile, addNowhere, addNote } = rules
  const full = parseUrl(path, `${base ?? 'https://old.invalid'}${encodeURI(from)}`)
  if (full === null) {
    addNote('Replaced a link with its text: its address is malformed', url)
    return text
  }
  const here = inMarkdown(full.href.slice(full.origin.length).replace(/^\/{2,}/, '/'))
  // A name may hold the signs that end the path of an address.
  const hasEnding = /\.\w+$/.test(full.pathname)
  const file = takeFile(hasEnding ? full.pathname : full.href.slice(full.origin.length), path)
  if (file !== null) return { kind: 'link', url: `${file}${hasEnding ? full.hash : ''}` }
  const known = addressHere(full.pathname)
  if (known !== null) {
    const isOther = servedAs(known) !== servedAs(full.pathname)
    if (isOther) addNote('Pointed a link at the page here that shows the same', `${url} → ${known}`)
    // A page that shows the same has other headings.
    return { kind: 'link', url: inMarkdown(isOther ? known : `${known}${full.search}${full.hash}`) }
  }
  if (base !== null) {
    addNote('Pointed a link at the old site, as its page was not imported', url)
    return { kind: 'link', url: inMarkdown(full.href) }
  }
  addNote('Kept a link that leads nowhere, as its page was not imported', url)
  addNowhere(here)
  return { kind: 'link', url: here }
}

const inMarkdown = (url: string): string => url.replaceAll('(', '%28').replaceAll(')', '%29')

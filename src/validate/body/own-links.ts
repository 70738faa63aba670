// The places on this site that a text links to: a publish that takes one away has to look at the texts that do.

import { remember } from '../../domain/remember.ts'
import { parseUrl } from '../../domain/web-address.ts'

/** The path that an address leads to, as a file of the published folder is called: "/final (2).txt"; null elsewhere. */
export const ownPathOf = (address: string, origin: string): string | null => {
  const url = address.startsWith('#') ? null : parseUrl(address, origin)
  return url !== null && url.host === hostOf(origin) ? decoded(url.pathname) : null
}

const hostOf = remember(4, (origin: string) => new URL(origin).host)

/** A name may hold a ? or a #; in an address they stay encoded. */
const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path.replace(/%(?=23|3f)/gi, '%25'))
  } catch {
    return path
  }
}

/** Nothing in it can mean something else to markdown, or lead up. */
const plainPath = String.raw`\/(?!\/)(?:(?!\/\.)[^\s()<>[\]\\&'"])*`

/** What follows "](" in a link that is found without reading the text as markdown. */
export const plainTarget = `${plainPath}[)\\s]`

const plainLink = new RegExp(String.raw`\]\(\s*(${plainPath})`, 'g')

/** Of a text that is not read as markdown. Some of them may stand in code. */
export const plainLinks = (body: string): readonly string[] =>
  [...body.matchAll(plainLink)].map(([, path = '']) => path)

/** Whether the full address of this site stands in it. */
export const namesSite = (body: string, origin: string): boolean => siteName(origin).test(body)

const siteName = remember(4, (origin: string) => {
  const names = [origin.replace(/^[a-z]+:\/\//i, ''), hostOf(origin)]
  return new RegExp(names.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i')
})

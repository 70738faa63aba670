// A full address in the text becomes a link; a name that only looks like an address does not.

import type { MarkdownIt } from 'markdown-it'
import { composedAddress } from '../domain/site-addresses.ts'
import { parseUrl } from '../domain/web-address.ts'
import { isAllowedLink } from './links.ts'
import type { MarkdownSite } from './markdown-site.ts'

export const addBareLinks = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  const { linkify } = markdown
  linkify.set({ fuzzyLink: false, fuzzyEmail: false })
  const search = linkify.test.bind(linkify)
  // The search takes longer than all the rest of a paragraph, and hardly any paragraph contains an address.
  linkify.test = text => (text.includes('//') || /:\S/.test(text)) && search(text)
  const matchAll = linkify.match.bind(linkify)
  linkify.match = text => (matchAll(text) ?? []).filter(leadsSomewhere)
  const matchAtStart = linkify.matchAtStart.bind(linkify)
  linkify.matchAtStart = text => {
    const found = matchAtStart(text)
    return found && leadsSomewhere(found) ? found : null
  }
  // As it is copied from the source of a page: https://bulletin.example/?a=1&amp;b=2
  const { normalizeLink, normalizeLinkText } = markdown
  const isOwn = (address: string) =>
    /^\/(?!\/)/.test(address) || (site && address.startsWith(`${site.origin}/`))
  const composed = (address: string) => (isOwn(address) ? composedAddress(address) : address)
  markdown.normalizeLink = address => normalizeLink(composed(withoutEntity(address)))
  markdown.normalizeLinkText = address => normalizeLinkText(withoutEntity(address))
}

/** A reader who reads "ftp://…", "//host" or a port that no host has reads words: no page could link there. */
const leadsSomewhere = ({ url }: { readonly url: string }): boolean =>
  isAllowedLink(url) && (!/^http/i.test(url) || parseUrl(withoutEntity(url)) !== null)

const withoutEntity = (address: string): string => address.replaceAll('&amp;', '&')

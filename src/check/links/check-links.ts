// Every link inside the site leads to a published file, and to an id on it.

import { brokenLink } from '../../domain/kept-back.ts'
import { decodePath } from '../../domain/web-address.ts'
import type { PageFault } from '../page-fault.ts'
import { nearestId } from './nearest-address.ts'
import type { PageLink } from './page-links.ts'
import type { SiteView } from './site-view.ts'

/** Keeps the faults that are known already, in their order. */
export const checkLinks = (
  links: readonly (PageLink | PageFault)[],
  { idsAt, whyMissing, nearest }: SiteView,
): readonly PageFault[] =>
  links.flatMap(link => {
    if ('code' in link) return [link]
    const ids = idsAt(link.output)
    if (ids === undefined)
      return [
        link.element === null
          ? linkBroken(link, whyMissing(link.output), nearest(link.output))
          : fileNotThere(link, link.element, nearest(link.output)),
      ]
    const { anchor } = link
    return anchor === null || ids === null || ids.includes(anchor)
      ? []
      : [anchorMissing(link, anchor, nearestId(anchor, ids))]
  })

const linkBroken = (
  { href, offset }: PageLink,
  reason: string | null,
  nearest: string | null,
): PageFault => ({
  code: brokenLink,
  message: `the link to ${href} is broken: ${reason ?? 'nothing is published there'}`,
  hint: reason === null ? adviceFor(href, nearest) : 'remove the link, or publish both together',
  offset,
  words: href,
})

/** "/politics": a page is at "/politics/". */
const adviceFor = (href: string, nearest: string | null): string => {
  if (nearest !== null)
    return `did you mean “${instead(href, nearest)}”?${lacksSlash(href, nearest) ? ' Addresses of pages end in a slash' : ''}`
  const [, path, rest = ''] = /^([^?#]*\/[^/.?#]+)([?#].*)?$/.exec(href) ?? []
  return path === undefined
    ? 'correct the link, or remove it'
    : `addresses of pages end in a slash: write ${path}/${rest} if that page is meant, or remove the link`
}

const lacksSlash = (href: string, nearest: string): boolean =>
  href.replace(/[?#].*$/s, '').endsWith(nearest.slice(0, -1))

/** As people type it, with what stands behind the path. An address with a blank in it must be written in code. */
const instead = (href: string, nearest: string): string => {
  const typed = decodePath(nearest)
  return (/[\s()<>"\\%]/.test(typed) ? nearest : typed) + (/[?#].*$/s.exec(href)?.[0] ?? '')
}

const fileNotThere = ({ href, offset }: PageLink, element: string, nearest: string | null): PageFault => ({
  code: 'file-not-there',
  message: `the ${element} loads ${href}, which does not exist`,
  hint:
    nearest === null
      ? 'add the file, such as content/static/name.js for /name.js, or correct the path'
      : `did you mean “${instead('', nearest)}”?`,
  offset,
  words: href,
})

const anchorMissing = ({ href, offset }: PageLink, anchor: string, nearest: string | null): PageFault => ({
  code: 'anchor-missing',
  message: `the link to ${href} is broken: that page has no id “${anchor}”`,
  hint:
    nearest === null
      ? 'write the id of a subhead of that page behind the #, or leave out the # and what follows it'
      : `did you mean “#${nearest}”?`,
  offset,
  words: href,
})

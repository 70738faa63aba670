// The links of a page: those that are wrong in themselves, and those that only the rest of the site can answer for.

import type { RenderedPage } from '../../pages/rendered-site.ts'
import type { HtmlParts } from '../html/html-parts.ts'
import type { PageFault } from '../page-fault.ts'
import { createFindTarget, type LinkTarget } from './link-target.ts'

/** A link into the site. */
export type PageLink = {
  /** As it is written, and where. */
  readonly href: string
  readonly offset: number
  /** Its target: a file of the published folder, and the id on it that is behind the #. */
  readonly output: string
  readonly anchor: string | null
  /** The element that makes the browser load the file; null for a link that readers may follow. */
  readonly element: string | null
}

/** Each target once, in the order of their faults: first what the browser loads, then what readers may follow. */
export const linksOf = (
  page: RenderedPage,
  parts: Pick<HtmlParts, 'requests' | 'links' | 'ids'>,
  origin: string,
): readonly (PageLink | PageFault)[] => {
  const findTarget = createFindTarget(page.url, origin)
  const ids = new Set(parts.ids.map(({ id }) => id))
  const seen = new Set<string>()
  /** Whether there is nothing to ask the site: the link was seen already, or leads to this page. */
  const isSettled = (key: string, { output, anchor }: LinkTarget) =>
    seen.size === seen.add(key).size || (output === page.output && (anchor === null || ids.has(anchor)))
  return [
    ...parts.requests.flatMap(({ url, element, offset }): readonly (PageLink | PageFault)[] => {
      const target = findTarget(url)
      if (typeof target === 'string') return [thirdParty(url, element, offset)]
      const asked = { output: target.output, anchor: null }
      return isSettled(`${element} ${url}`, asked) ? [] : [{ href: url, offset, ...asked, element }]
    }),
    ...parts.links.flatMap(({ href, offset }): readonly (PageLink | PageFault)[] => {
      const target = findTarget(href)
      if (target === 'malformed') return [malformed(href, offset)]
      if (target === 'elsewhere' || isSettled(href, target)) return []
      return [{ href, offset, ...target, element: null }]
    }),
  ]
}

const thirdParty = (url: string, element: string, offset: number): PageFault => ({
  code: 'third-party-request',
  message: `the ${element} loads ${url} from another site`,
  hint: 'put the file into content/static/, and write its path here, such as /script.js for content/static/script.js',
  offset,
  words: url,
})

const malformed = (href: string, offset: number): PageFault => ({
  code: 'link-malformed',
  message: `“${href}” is not a valid address`,
  hint: 'write a full address, such as https://www.example.com/report, or a path of this site, such as /world/',
  offset,
  words: href,
})

// The links of a page as far as the page itself tells: what is wrong with them already, and what the site must tell.

import type { RenderedPage } from '../../pages/rendered-site.ts'
import type { HtmlFacts } from '../html/html-parts.ts'
import type { PageFault } from '../page-fault.ts'
import { createFindTarget, type LinkTarget } from './link-target.ts'

/** A link into the site. */
export type PageLink = {
  /** As it is written, and where. */
  readonly href: string
  readonly offset: number
  /** What it leads to: a file of the published folder, and the id on it that is behind the #. */
  readonly output: string
  readonly anchor: string | null
  /** The element that makes the browser ask for the file; null for a link that readers may follow. */
  readonly by: string | null
}

/** Each target once. First what the browser asks for, then what readers may follow: so faults are told. */
export const linksOf = (
  page: RenderedPage,
  facts: Pick<HtmlFacts, 'requests' | 'links' | 'ids'>,
  origin: string,
): readonly (PageLink | PageFault)[] => {
  const findTarget = createFindTarget(page.url, origin)
  const ids = new Set(facts.ids.map(({ id }) => id))
  const claims = new Set<string>()
  /** Whether there is nothing to ask the site: the page has told already, or knows itself. */
  const isSettled = (key: string, { output, anchor }: LinkTarget) =>
    claims.size === claims.add(key).size || (output === page.output && (anchor === null || ids.has(anchor)))
  return [
    ...facts.requests.flatMap(({ url, by, offset }): readonly (PageLink | PageFault)[] => {
      const target = findTarget(url)
      if (typeof target === 'string') return [thirdParty(url, by, offset)]
      const asked = { output: target.output, anchor: null }
      return isSettled(`${by} ${url}`, asked) ? [] : [{ href: url, offset, ...asked, by }]
    }),
    ...facts.links.flatMap(({ href, offset }): readonly (PageLink | PageFault)[] => {
      const target = findTarget(href)
      if (target === 'malformed') return [malformed(href, offset)]
      if (target === 'elsewhere' || isSettled(href, target)) return []
      return [{ href, offset, ...target, by: null }]
    }),
  ]
}

const thirdParty = (url: string, by: string, offset: number): PageFault => ({
  code: 'third-party-request',
  message: `the ${by} asks ${url}, which is not this site`,
  hint: 'keep the file on this site',
  spot: { offset, words: url },
})

const malformed = (href: string, offset: number): PageFault => ({
  code: 'link-malformed',
  message: `“${href}” is not a link`,
  hint: 'mend the address',
  spot: { offset, words: href },
})

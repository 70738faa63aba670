// All that can be said of a page by itself, and what the rest of the site must tell.

import type { DrawnPage } from '../eleventy/job.ts'
import { checkFeedTimes } from './check-feed-times.ts'
import { checkIds } from './check-ids.ts'
import type { LeakCheck } from './check-leaks.ts'
import { checkPolicy } from './check-policy.ts'
import { checkTimes } from './check-times.ts'
import { checkWeight } from './check-weight.ts'
import { readXml } from './check-xml.ts'
import { jsonLdLinks } from './json-ld-links.ts'
import { linksOf, type PageLink } from './page-links.ts'
import type { PageFault } from './page-problem.ts'
import { readHtml } from './read-html.ts'
import type { RenderedPage } from './rendered-site.ts'

/** Plain JSON, as it may cross to another thread. */
export type PageReport = {
  readonly url: string
  readonly output: string
  /** Apart from the others, as a leak may be the echo of a link that is broken. */
  readonly leaks: readonly PageFault[]
  /** Links that the site must tell about, among faults of links that are certain. */
  readonly links: readonly (PageLink | PageFault)[]
  readonly faults: readonly PageFault[]
  /** What a link with a # may lead to; null where there is no HTML. */
  readonly ids: readonly string[] | null
}

export type PageRules = {
  /** The site's time zone, and its address without a path. */
  readonly zone: string
  readonly origin: string
  readonly findLeaks: LeakCheck
  /** What a page may weigh, in bytes. */
  readonly weight: number
  /** Hashes of the styles that the content security policy lets through. */
  readonly styles: ReadonlySet<string>
}

/** `plan` is null for the newsroom's own pages. */
export const checkPage = (page: RenderedPage, plan: DrawnPage | null, rules: PageRules): PageReport => {
  const { url, output } = page
  const leaks = rules.findLeaks(page, plan)
  if (output.endsWith('.xml')) {
    return { url, output, leaks, links: [], faults: checkXml(page, plan, rules), ids: null }
  }
  if (!output.endsWith('.html')) return { url, output, leaks, links: [], faults: [], ids: null }
  const facts = readHtml(page.content)
  const links = [...facts.links, ...jsonLdLinks(page.content, rules.origin)]
  return {
    url,
    output,
    leaks,
    links: linksOf(page, { ...facts, links }, rules.origin),
    faults: [
      ...checkIds(facts),
      ...(plan ? checkTimes(plan, facts, rules.zone) : []),
      ...checkWeight(page.content, rules.weight),
      ...checkPolicy(page, facts, rules.styles),
    ],
    ids: [...new Set(facts.ids.map(({ id }) => id))],
  }
}

const checkXml = (page: RenderedPage, plan: DrawnPage | null, { zone }: PageRules): readonly PageFault[] => {
  const { elements, faults } = readXml(page.content)
  return plan && faults.length === 0 ? checkFeedTimes(plan, elements, zone) : faults
}

// Checks a page by itself, and gathers the links that only the rest of the site can answer for.

import { areaElsewhere } from '../domain/elsewhere.ts'
import type { Instant } from '../domain/instant.ts'
import { servedPath } from '../domain/web-address.ts'
import { redirect } from '../pages/kinds/redirect.ts'
import type { StoryPageData } from '../pages/kinds/story-page.ts'
import type { Medium } from '../pages/page-kind.ts'
import type { DrawnPage } from '../pages/planned-page.ts'
import type { RenderedPage } from '../pages/rendered-site.ts'
import { outputPathOf } from '../store/output.ts'
import { checkAgreement } from './agreement/check-agreement.ts'
import { claimsOfPage } from './agreement/claims-of-page.ts'
import type { FindStory } from './agreement/find-story.ts'
import { checkJson, checkXml } from './check-data.ts'
import { checkIds } from './html/check-ids.ts'
import { checkPolicy } from './html/check-policy.ts'
import { checkTimes } from './html/check-times.ts'
import { checkWeight } from './html/check-weight.ts'
import { readHtml } from './html/read-html.ts'
import { checkJsonLd } from './json/check-json-ld.ts'
import { findJsonLd } from './json/find-json-ld.ts'
import type { LeakCheck } from './leaks/leak-check.ts'
import { jsonLdLinks } from './links/json-ld-links.ts'
import { linksOf, type PageLink } from './links/page-links.ts'
import { textFileLinks } from './links/text-file-links.ts'
import type { PageFault } from './page-fault.ts'

/** Plain JSON, as it may cross to another thread. */
export type PageReport = {
  readonly url: string
  readonly output: string
  /** Apart from the others, as a broken link to a hidden story is a leak too. */
  readonly leaks: readonly PageFault[]
  /** Links that the site must answer for, among links that are faults already. */
  readonly links: readonly (PageLink | PageFault)[]
  readonly faults: readonly PageFault[]
  /** The ids that a link with a # may name; null where there is no HTML. */
  readonly ids: readonly string[] | null
}

export type PageRules = {
  /** The site's time zone, and its address without a path. */
  readonly zone: string
  readonly origin: string
  /** What else lives at its host: links there are let through. */
  readonly elsewhere: readonly string[]
  readonly now: Instant | null
  /** The WebSub hub that feeds name; null for none. */
  readonly hub: string | null
  readonly findStory: FindStory
  readonly checkLeaks: LeakCheck
  /** The most that a page may weigh, in bytes. */
  readonly weight: number
  /** Hashes of the styles that the content security policy lets through. */
  readonly styles: ReadonlySet<string>
}

/** `plan` is null for the newsroom's own pages. */
export const checkPage = (page: RenderedPage, plan: DrawnPage | null, rules: PageRules): PageReport => {
  const { url, output } = page
  const leaks = rules.checkLeaks(page, plan)
  const base = { url, output, leaks, links: [], ids: null }
  switch (plan ? plan.medium : mediumOfFile(output)) {
    case 'rss':
    case 'atom':
    case 'sitemap':
    case 'opml':
      return { ...base, faults: checkXml(page, plan, rules) }
    case 'json-feed':
    case 'ninjs':
    case 'changes':
    case 'json':
      return { ...base, faults: plan ? checkJson(page, plan, rules) : [] }
    case 'text':
      return { ...base, links: linksInText(page, rules), faults: [] }
    case 'other':
      return { ...base, faults: [] }
    case 'html':
      return { ...base, ...checkHtml(page, plan, rules) }
  }
}

/** Of a page that the newsroom's own templates made: its XML must be well-formed, its HTML as good as any. */
const mediumOfFile = (output: string): Medium => {
  if (/\.(?:xml|opml)$/.test(output)) return 'opml'
  return output.endsWith('.html') ? 'html' : 'other'
}

const linksInText = (page: RenderedPage, rules: PageRules): PageReport['links'] =>
  linksInto(page, { requests: [], ids: [], links: textFileLinks(page.content, rules.origin) }, rules, [])

const linksInto = (
  page: RenderedPage,
  parts: Parameters<typeof linksOf>[1],
  { origin, elsewhere }: PageRules,
  nowhere: readonly string[],
): PageReport['links'] => {
  const marked = new Set(nowhere.map(path => outputPathOf(servedPath(path))))
  return linksOf(page, parts, origin).filter(
    link =>
      'code' in link ||
      !(areaElsewhere(link.output, elsewhere) !== null || (link.element === null && marked.has(link.output))),
  )
}

/** A row of _data/redirects.yaml may lead to another site. */
const mayLeadAway = (plan: DrawnPage | null): boolean => plan?.kind === redirect.name

/**
 * What came along is not an editor's to shorten. News waits for nobody, and other pages than stories weigh the same whatever
 * an editor writes.
 */
const faultsOfWeight = (
  content: string,
  { weight }: PageRules,
  { isStory, isImported }: { readonly isStory: boolean; readonly isImported: boolean },
): readonly PageFault[] =>
  checkWeight(content, weight)
    .filter(({ severity }) => !isImported || severity !== 'warning')
    .map(fault => (isStory ? { ...fault, severity: 'warning' } : fault))

const checkHtml = (
  page: RenderedPage,
  plan: DrawnPage | null,
  rules: PageRules,
): Pick<PageReport, 'links' | 'faults' | 'ids'> => {
  const { url, content } = page
  const parts = readHtml(content)
  const jsonLd = findJsonLd(content)
  const links = [...parts.links, ...jsonLdLinks(jsonLd, rules.origin)]
  const imported = (plan?.data.imported ?? null) as StoryPageData['imported'] | null
  const isStory = plan?.expected.isStory === true
  return {
    links: linksInto(page, { ...parts, links }, rules, imported?.nowhere ?? []),
    faults: [
      ...checkIds(parts),
      ...checkJsonLd(jsonLd),
      ...(plan ? checkTimes(plan, parts, rules.zone) : []),
      ...(isStory
        ? checkAgreement(
            claimsOfPage(content, parts, jsonLd, new URL(url, rules.origin).href),
            rules.findStory,
            rules.zone,
          )
        : []),
      ...faultsOfWeight(content, rules, { isStory, isImported: imported !== null }),
      ...checkPolicy(page, mayLeadAway(plan) ? { ...parts, asked: [] } : parts, rules.styles, rules.origin),
    ],
    ids: [...new Set(parts.ids.map(({ id }) => id))],
  }
}

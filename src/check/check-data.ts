// Checks what machines read: feeds, sitemaps and data files follow their standards, agree with the stories and are as planned.

import type { Instant } from '../domain/instant.ts'
import type { DrawnPage } from '../pages/planned-page.ts'
import type { RenderedPage } from '../pages/rendered-site.ts'
import { checkAgreement } from './agreement/check-agreement.ts'
import type { Claim } from './agreement/claim.ts'
import { claimsOfAtom, claimsOfRss, claimsOfSitemap } from './agreement/claims-of-feed.ts'
import { claimsOfChanges, claimsOfJsonFeed, claimsOfNinjs } from './agreement/claims-of-json.ts'
import type { FindStory } from './agreement/find-story.ts'
import { checkEntries, type ListEntry } from './as-planned/check-entries.ts'
import { checkFeedLinks } from './as-planned/check-feed-links.ts'
import { checkLastChange } from './as-planned/check-last-change.ts'
import { jsonFault } from './json/json-fault.ts'
import { isRecord, parseJson, recordsIn, stringOf } from './json/json-values.ts'
import type { PageFault } from './page-fault.ts'
import { checkAtom } from './standards/check-atom.ts'
import { checkJsonFeed } from './standards/check-json-feed.ts'
import { checkNamespaces } from './standards/check-namespaces.ts'
import { checkNinjs } from './standards/check-ninjs.ts'
import { checkRss } from './standards/check-rss.ts'
import { checkSitemap } from './standards/check-sitemap.ts'
import type { StandardContext } from './standards/standard-fault.ts'
import type { XmlElement } from './xml/parse-xml.ts'
import { readXml } from './xml/read-xml.ts'
import { groupsAt, textIn } from './xml/xml-groups.ts'

type DataRules = {
  readonly zone: string
  readonly origin: string
  readonly now: Instant | null
  /** The WebSub hub that feeds must name; null for none. */
  readonly hub: string | null
  readonly findStory: FindStory
}

type Reading = {
  readonly faults: readonly PageFault[]
  readonly claims: readonly Claim[]
  /** The entries of a file that is a list. */
  readonly entries: readonly ListEntry[] | null
}

/** `plan` is null for the newsroom's own files: they need only be well-formed. */
export const checkXml = (
  page: RenderedPage,
  plan: DrawnPage | null,
  rules: DataRules,
): readonly PageFault[] => {
  const { elements, faults } = readXml(page.content)
  if (plan === null || faults.length > 0) return faults
  const read = readByRoot(page, elements, rules)
  return [
    ...checkNamespaces(page.content),
    ...checkReading(read, plan, rules),
    ...(isFeed(elements)
      ? [...checkLastChange(plan, elements, rules.zone), ...checkFeedLinks(plan, elements, rules)]
      : []),
  ]
}

export const checkJson = (page: RenderedPage, plan: DrawnPage, rules: DataRules): readonly PageFault[] => {
  const document = parseJson(page.content)
  if (document instanceof SyntaxError) return [jsonFault('this file', document)]
  switch (plan.medium) {
    case 'json-feed': {
      const claims = claimsOfJsonFeed(document)
      const faults = checkJsonFeed(document, contextOf(page, rules))
      return checkReading({ faults, claims, entries: claims }, plan, rules)
    }
    case 'changes': {
      const entries = recordsIn(isRecord(document) ? document.changes : null).map(({ url, at }) => ({
        url: stringOf(url) ?? '',
        lastChange: stringOf(at),
        offset: 0,
      }))
      return checkReading({ faults: [], claims: claimsOfChanges(document), entries }, plan, rules)
    }
    case 'ninjs': {
      const faults = checkNinjs(document, rules)
      return checkReading({ faults, claims: claimsOfNinjs(document), entries: null }, plan, rules)
    }
    default:
      return []
  }
}

const rootOf = (elements: readonly XmlElement[]): string | undefined => elements[0]?.path.split('/')[0]

const isFeed = (elements: readonly XmlElement[]): boolean => ['rss', 'feed'].includes(rootOf(elements) ?? '')

const readByRoot = (page: RenderedPage, elements: readonly XmlElement[], rules: DataRules): Reading => {
  const context = contextOf(page, rules)
  const root = rootOf(elements)
  if (root === 'rss') {
    const items = groupsAt(elements, 'rss/channel/item')
    const claims = claimsOfRss(items)
    return { faults: checkRss(elements, items, context), claims, entries: claims }
  }
  if (root === 'feed') {
    const entries = groupsAt(elements, 'feed/entry')
    const claims = claimsOfAtom(entries)
    return { faults: checkAtom(elements, entries, context), claims, entries: claims }
  }
  if (root === 'opml') return { faults: [], claims: [], entries: null }
  const urls = groupsAt(elements, 'urlset/url')
  const entries = (root === 'urlset' ? urls : groupsAt(elements, 'sitemapindex/sitemap')).map(
    ({ inside, offset }) => {
      const text = (name: string) => textIn(inside, name)
      return { url: text('loc') ?? '', lastChange: text('lastmod'), offset }
    },
  )
  return {
    faults: checkSitemap(page.content, elements, urls, context),
    claims: claimsOfSitemap(urls),
    entries,
  }
}

const contextOf = ({ url }: RenderedPage, { origin, zone, now }: DataRules): StandardContext => ({
  self: new URL(url, origin).href,
  origin,
  zone,
  now,
})

const checkReading = (
  { faults, claims, entries }: Reading,
  plan: DrawnPage,
  { origin, zone, findStory }: DataRules,
): readonly PageFault[] => [
  ...faults,
  ...checkAgreement(claims, findStory, zone),
  ...(entries ? checkEntries(plan, entries, { origin, zone }) : []),
]

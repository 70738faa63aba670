// Everything that must hold of a rendered site before readers may see it.

import type { Instant } from '../domain/instant.ts'
import { releaseOf, stateAt } from '../domain/lifecycle.ts'
import type { Problem } from '../domain/problem.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { checkFeedTimes } from './check-feed-times.ts'
import { createLeakCheck } from './check-leaks.ts'
import { checkLinks, type Targets } from './check-links.ts'
import { checkOutputs } from './check-outputs.ts'
import { checkTimes } from './check-times.ts'
import { readXml } from './check-xml.ts'
import { type PageFault, pageProblems } from './page-problem.ts'
import { type HtmlFacts, readHtml } from './read-html.ts'
import type { RenderedPage, RenderedSite } from './rendered-site.ts'

export const checkSite = (site: RenderedSite, now: Instant): readonly Problem[] => {
  const { timezone, url: origin } = site.newsroom.site
  const planned = new Map(site.plan.pages.map(page => [page.url, page]))
  const html = new Map(site.pages.filter(isHtml).map(page => [page.url, readHtml(page.content)]))
  const targets = targetsOf(site, html)
  // The preview is for editors: there, what readers must not see is the point.
  const findLeaks = site.plan.audience === 'editors' ? () => [] : createLeakCheck(site.newsroom, now)
  const whyMissing = createWhyMissing(site, now)
  const problems = site.pages.flatMap(page => {
    const plan = planned.get(page.url)
    const facts = html.get(page.url)
    const faults: PageFault[] = [...findLeaks(page)]
    if (facts) {
      faults.push(...checkLinks(page, facts, targets, origin, whyMissing), ...repeatedIds(facts))
      if (plan) faults.push(...checkTimes(plan, facts, timezone))
    }
    if (page.output.endsWith('.xml')) {
      const xml = readXml(page.content)
      faults.push(...xml.faults)
      if (plan && xml.faults.length === 0) faults.push(...checkFeedTimes(plan, xml.elements, timezone))
    }
    return pageProblems(page, withoutEchoes(faults), site)
  })
  return [...checkOutputs(site), ...problems]
}

/** A link to a held story is both broken and a leak: one of the two is enough to mend it. */
const withoutEchoes = (faults: readonly PageFault[]): readonly PageFault[] => {
  const broken = new Set(faults.filter(fault => fault.code === 'link-broken').map(fault => fault.spot.words))
  return faults.filter(fault => fault.code !== 'story-leaked' || !broken.has(fault.spot.words))
}

const isHtml = (page: RenderedPage): boolean => page.output.endsWith('.html')

const targetsOf = (site: RenderedSite, html: ReadonlyMap<string, HtmlFacts>): Targets =>
  new Map([
    ...site.files.map((file): [string, null] => [file, null]),
    ...site.pages.map((page): [string, ReadonlySet<string> | null] => {
      const facts = html.get(page.url)
      return [page.output, facts ? new Set(facts.ids.map(({ id }) => id)) : null]
    }),
  ])

const repeatedIds = (facts: HtmlFacts): PageFault[] => {
  const seen = new Set<string>()
  return facts.ids.flatMap(({ id, offset }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      {
        code: 'id-repeated',
        message: `the id “${id}” stands twice`,
        hint: 'change one of the two',
        spot: { offset, words: '' },
      },
    ]
  })
}

/** A link to a story that exists but may not be seen yet deserves a better answer than "leads nowhere". */
const createWhyMissing = ({ newsroom }: RenderedSite, now: Instant) => {
  const byUrl = new Map(newsroom.stories.map(({ story }) => [story.url, story]))
  return (path: string): string | null => {
    const story = byUrl.get(path)
    if (!story) return null
    return stateAt(story, now) === 'held'
      ? `${story.file} is held until ${rfc3339(releaseOf(story), newsroom.site.timezone)}`
      : `${story.file} is a ${stateAt(story, now)}`
  }
}

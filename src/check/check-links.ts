// Every link inside the site leads to a page that stands, and to a place on it; no page asks another site for anything.

import { outputPathOf } from '../plan/output-path.ts'
import type { PageFault } from './page-problem.ts'
import type { HtmlFacts } from './read-html.ts'
import type { RenderedPage } from './rendered-site.ts'

/** What a link can lead to: the output path, and for pages the ids on them. */
export type Targets = ReadonlyMap<string, ReadonlySet<string> | null>

/** `whyMissing` explains a target that the newsroom knows but readers may not see yet. */
export const checkLinks = (
  page: RenderedPage,
  facts: HtmlFacts,
  targets: Targets,
  origin: string,
  whyMissing: (path: string) => string | null,
): readonly PageFault[] => {
  const base = new URL(page.url, origin)
  const faults: PageFault[] = []
  const report = (code: string, message: string, hint: string, offset: number, words: string) =>
    faults.push({ code, message, hint, spot: { offset, words } })
  for (const { url, by, offset } of facts.requests) {
    const target = resolve(url, base)
    if (target === null || target.host !== base.host) {
      report(
        'third-party-request',
        `the ${by} asks ${url}, which is not this site`,
        'keep the file on this site',
        offset,
        url,
      )
    } else if (!targets.has(outputOf(target))) {
      report(
        'file-not-there',
        `the ${by} asks for ${url}, which is not there`,
        'add the file, or mend the path',
        offset,
        url,
      )
    }
  }
  for (const { href, offset } of facts.links) {
    const target = resolve(href, base)
    if (target === null) {
      report('link-malformed', `“${href}” is not a link`, 'mend the address', offset, href)
      continue
    }
    if (target.host !== base.host) continue
    const ids = targets.get(outputOf(target))
    if (ids === undefined) {
      const reason = whyMissing(decoded(target.pathname))
      const hint =
        reason === null ? 'mend the link, or remove it' : 'remove the link, or publish both together'
      report(
        'link-broken',
        `the link to ${href} leads nowhere${reason ? `: ${reason}` : ''}`,
        hint,
        offset,
        href,
      )
    } else if (target.hash.length > 1 && ids !== null && !ids.has(decoded(target.hash.slice(1)))) {
      report(
        'anchor-missing',
        `the link to ${href} leads to a place that is not on that page`,
        'mend the part behind #',
        offset,
        href,
      )
    }
  }
  return faults
}

const resolve = (url: string, base: URL): URL | null =>
  URL.canParse(url, base.href) ? new URL(url, base) : null

const outputOf = (url: URL): string => outputPathOf(decoded(url.pathname))

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

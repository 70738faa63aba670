// The faults of a page, once the rest of the site is known.

import type { PageReport } from './check-page.ts'
import { checkLinks } from './links/check-links.ts'
import type { SiteView } from './links/site-view.ts'
import type { PageFault } from './page-fault.ts'

export const faultsOfReport = (
  { leaks, links, faults }: PageReport,
  site: SiteView,
): readonly PageFault[] => {
  const ofLinks = checkLinks(links, site)
  // A link to a held story is both broken and a leak: one of the two is enough to correct it.
  const broken = new Set(ofLinks.filter(({ code }) => code === 'link-broken').map(({ words }) => words))
  return [...leaks.filter(({ words }) => !broken.has(words)), ...ofLinks, ...faults]
}

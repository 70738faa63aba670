// The faults of a page, once the rest of the site is known.

import type { PageReport } from './check-page.ts'
import { checkLinks, type TargetOf, type WhyMissing } from './links/check-links.ts'
import type { PageFault } from './page-fault.ts'

export const settleReport = (
  { leaks, links, faults }: PageReport,
  targetOf: TargetOf,
  whyMissing: WhyMissing,
): readonly PageFault[] => {
  const ofLinks = checkLinks(links, targetOf, whyMissing)
  // A link to a held story is both broken and a leak: one of the two is enough to mend it.
  const broken = new Set(ofLinks.filter(({ code }) => code === 'link-broken').map(({ spot }) => spot.words))
  return [...leaks.filter(({ spot }) => !broken.has(spot.words)), ...ofLinks, ...faults]
}

// Every link inside the site leads to a page that stands, and to a place on it.

import type { PageFault } from '../page-fault.ts'
import type { PageLink } from './page-links.ts'

/** The ids of what stands at an output path; null for a file that has none, undefined when nothing stands there. */
export type TargetOf = (output: string) => readonly string[] | null | undefined

/** Explains a missing target that the newsroom knows but readers may not see yet. */
export type WhyMissing = (output: string) => string | null

/** Faults that are known already stay where they stand. */
export const checkLinks = (
  links: readonly (PageLink | PageFault)[],
  targetOf: TargetOf,
  whyMissing: WhyMissing,
): readonly PageFault[] =>
  links.flatMap(link => {
    if ('code' in link) return [link]
    const ids = targetOf(link.output)
    if (ids === undefined) return [link.by === null ? broken(link, whyMissing(link.output)) : notThere(link)]
    const isPlace = link.anchor === null || ids === null || ids.includes(link.anchor)
    return isPlace ? [] : [anchorMissing(link)]
  })

const broken = ({ href, offset }: PageLink, reason: string | null): PageFault => ({
  code: 'link-broken',
  message: `the link to ${href} leads nowhere${reason ? `: ${reason}` : ''}`,
  hint: reason === null ? 'mend the link, or remove it' : 'remove the link, or publish both together',
  spot: { offset, words: href },
})

const notThere = ({ href, offset, by }: PageLink): PageFault => ({
  code: 'file-not-there',
  message: `the ${by} asks for ${href}, which is not there`,
  hint: 'add the file, or mend the path',
  spot: { offset, words: href },
})

const anchorMissing = ({ href, offset }: PageLink): PageFault => ({
  code: 'anchor-missing',
  message: `the link to ${href} leads to a place that is not on that page`,
  hint: 'mend the part behind #',
  spot: { offset, words: href },
})

// A feed, a sitemap or a list of changes has the entries that were planned, in their order, with their times.

import type { DrawnPage } from '../../pages/planned-page.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import type { PageFault } from '../page-fault.ts'
import { planFault } from './plan-fault.ts'

/** An entry as the file prints it: its address in full, and its time. */
export type ListEntry = {
  readonly url: string
  readonly lastChange?: string | undefined
  readonly offset: number
}

/** Finds the first entry that is not the planned one. */
export const checkEntries = (
  page: DrawnPage,
  found: readonly ListEntry[],
  { origin, zone }: { readonly origin: string; readonly zone: string },
): readonly PageFault[] => {
  const planned = page.expected.entries
  if (planned === undefined) return []
  const wanted = planned.map(({ url, lastChange }) => ({
    url: new URL(url, origin).href,
    lastChange: typeof lastChange === 'number' ? rfc3339(lastChange, zone) : undefined,
  }))
  const wrong = found.findIndex(
    ({ url, lastChange }, at) => url !== wanted[at]?.url || lastChange !== wanted[at].lastChange,
  )
  const entry = found[wrong]
  if (entry) {
    const expected = wanted[wrong] ? describe(wanted[wrong]) : 'no further entry'
    return [planFault(`expected ${expected} here, but found ${describe(entry)}`, entry.offset)]
  }
  return found.length === wanted.length
    ? []
    : [planFault(`expected ${wanted.length} entries, but found ${found.length}`, 0)]
}

const describe = ({ url, lastChange }: Omit<ListEntry, 'offset'>): string =>
  lastChange === undefined ? url : `${url} with the time ${lastChange}`

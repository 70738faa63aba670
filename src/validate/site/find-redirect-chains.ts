// Rows of _data/redirects.yaml that lead to other rows: readers are sent on twice, or in a circle.

import type { Fault } from '../../domain/problem.ts'
import { goneWord, keyOfRow, type Redirect } from '../../domain/redirect.ts'

type Chain = {
  readonly key: string
  readonly part: 'value'
  readonly isCycle: boolean
  readonly fault: Fault
}

/** Of paths on this site, with the query and without; none for what leads away, or is gone. */
const leadsTo = ({ to }: Redirect): readonly string[] =>
  to?.startsWith('/') ? [to.replace(/#.*$/s, ''), to.replace(/[?#].*$/s, '')].map(keyOfRow) : []

/** Null for a row that leads in a circle. */
type End = Redirect | null

/** In the order of the rows. Each row is followed once, however many lead to it. */
export const findRedirectChains = (redirects: readonly Redirect[]): readonly Chain[] => {
  const rows = new Map(redirects.map(row => [keyOfRow(row.path), row]))
  const next = (row: Redirect): Redirect | undefined =>
    leadsTo(row)
      .map(key => rows.get(key))
      .find(found => found !== undefined)
  const ends = new Map<Redirect, End>()
  const endOf = (row: Redirect): End => {
    const followed = new Set<Redirect>()
    let at = row
    let end: End | undefined = ends.get(at)
    while (end === undefined) {
      followed.add(at)
      const after = next(at)
      if (after === undefined) end = at
      else if (followed.has(after)) end = null
      else {
        at = after
        end = ends.get(at)
      }
    }
    for (const each of followed) ends.set(each, end)
    return end
  }
  return redirects
    .filter(row => next(row) !== undefined)
    .map(row => {
      const end = endOf(row)
      const fault = end === null ? cycle(row) : chain(row, end)
      return { key: row.path, part: 'value', isCycle: end === null, fault }
    })
}

const cycle = ({ path }: Redirect): Fault => ({
  code: 'redirect-cycle',
  message: `readers of ${path} would be sent on in a circle`,
  hint: 'let one of the rows lead to a page that is there',
})

const chain = ({ path, to }: Redirect, last: Redirect): Fault => ({
  code: 'redirect-chain',
  message: `${path} leads to ${to}, which ${last.to === null ? 'is gone' : 'leads on itself'}`,
  hint: `write ${last.to ?? goneWord}, where readers end up`,
})

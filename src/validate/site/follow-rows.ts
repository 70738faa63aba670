// Rows of _data/redirects.yaml that lead to other rows: readers are sent to the end at once, and a circle is a mistake.

import type { Fault } from '../../domain/problem.ts'
import { keyOfRow, type Redirect } from '../../domain/redirect.ts'

type FollowedRows = {
  /** In the order of the file; each leads where its readers end up. */
  readonly redirects: readonly Redirect[]
  readonly cycles: readonly { readonly key: string; readonly part: 'value'; readonly fault: Fault }[]
}

/** Of paths on this site, with the query and without; none for what leads away, or is gone. */
const leadsTo = ({ to }: Redirect): readonly string[] =>
  to?.startsWith('/') ? [to.replace(/#.*$/s, ''), to.replace(/[?#].*$/s, '')].map(keyOfRow) : []

/** Null for a row that leads in a circle. */
type Followed = Redirect | null

/** Each row is followed once, however many lead to it. */
export const followRows = (redirects: readonly Redirect[]): FollowedRows => {
  const rows = new Map(redirects.map(row => [keyOfRow(row.path), row]))
  const next = (row: Redirect): Redirect | undefined =>
    leadsTo(row)
      .map(key => rows.get(key))
      .find(found => found !== undefined)
  const followed = new Map<Redirect, Followed>()
  const follow = (row: Redirect): void => {
    const line = new Set<Redirect>()
    let at: Redirect | undefined = row
    while (at !== undefined && !followed.has(at) && !line.has(at)) {
      line.add(at)
      at = next(at)
    }
    let end: Followed | undefined = at === undefined || line.has(at) ? undefined : followed.get(at)
    const isCircle = at !== undefined && line.has(at)
    for (const each of [...line].toReversed()) {
      end = isCircle || end === null ? null : end === undefined ? each : sentOn(each, end)
      followed.set(each, end)
    }
  }
  for (const row of redirects) if (!followed.has(row)) follow(row)
  return {
    redirects: redirects.map(row => followed.get(row) ?? row),
    cycles: redirects
      .filter(row => followed.get(row) === null)
      .map(({ path }) => ({ key: path, part: 'value', fault: cycle(path) })),
  }
}

/** The anchor that a row names is kept, as browsers keep it. */
const sentOn = ({ path, to }: Redirect, end: Redirect): Redirect => {
  const anchor = /#.*$/s.exec(to ?? '')?.[0] ?? ''
  return { path, to: end.to === null || end.to.includes('#') ? end.to : `${end.to}${anchor}` }
}

const cycle = (path: string): Fault => ({
  code: 'redirect-cycle',
  message: `readers of ${path} would be sent on in a circle`,
  hint: 'let one of the rows lead to a page that is there',
})

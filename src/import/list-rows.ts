// Rows of redirects.yaml for what an old site had besides its stories, and what becomes of each of these addresses.

import { hasQuery, keyOfRow, splitQuery } from '../domain/redirect.ts'
import { rowPathOf } from './links/old-address.ts'
import type { OldPage } from './sources/old-page.ts'

type ListRules = {
  readonly findPageHere: (page: OldPage) => string | null
  /** Whether the new site has, or may come to have, something at a path. */
  readonly isTaken: (path: string) => boolean
  /** Of rows that there are already. */
  readonly rows: ReadonlyMap<string, string>
}

export type ListRows = {
  readonly rows: ReadonlyMap<string, string>
  readonly asBefore: readonly string[]
  readonly lost: readonly { readonly address: string; readonly reason: string }[]
}

/** Each row is a page, and a line for servers; those with a query are a line alone. */
const mostRows = 90_000
const mostMinorRows = 10_000

export const listRows = (
  pages: readonly OldPage[],
  { findPageHere, isTaken, rows: before }: ListRules,
): ListRows => {
  const known = new Set([...before.keys()].map(keyOfRow))
  const rows = new Map<string, string>()
  let minor = 0
  const fateOf = (page: OldPage): Fate => {
    const target = findPageHere(page)
    const key = keyOfRow(page.address)
    if (target === null) return { reason: reasonOf(page) }
    if (key === keyOfRow(target)) return 'page'
    const path = pathOf(page.address)
    if (path === null) return { reason: 'no server can tell it from others' }
    if (known.has(keyOfRow(path))) return 'redirect'
    if (!hasQuery(path) && !isYear(path) && isTaken(path))
      return { reason: 'the new site has an address of its own there' }
    if (page.isMinor) minor++
    if (minor > mostMinorRows || before.size + rows.size >= mostRows)
      return { reason: 'there are more of its kind than a server can have rows of' }
    known.add(keyOfRow(path))
    rows.set(path, target)
    return 'redirect'
  }
  const ordered = pages.toSorted((one, other) => Number(one.isMinor ?? 0) - Number(other.isMinor ?? 0))
  const asBefore: string[] = []
  const lost: { readonly address: string; readonly reason: string }[] = []
  const met = new Set<string>()
  for (const page of ordered) {
    const { address } = page
    if (met.size === met.add(keyOfRow(address)).size) continue
    const fate = fateOf(page)
    if (fate === 'page') asBefore.push(address)
    else if (fate !== 'redirect') lost.push({ address, ...fate })
  }
  return { rows, asBefore, lost }
}

type Fate = 'page' | 'redirect' | { readonly reason: string }

/** Months and days have pages here, years have none. */
const isYear = (path: string): boolean => /^\/\d{4}\/$/.test(path)

const pathOf = (address: string): string | null => {
  const { address: path, query } = splitQuery(address)
  return query === null && isYear(path) ? path : rowPathOf(address)
}

const reasonOf = ({ shows, feed }: OldPage): string => {
  if (shows.of === 'nothing') return shows.reason
  if (shows.of === 'story') return 'its story is not published here'
  if (shows.of === 'time')
    return feed === undefined ? 'no story here is of that time' : 'a time has no feed here'
  return shows.of === 'all'
    ? 'the new site makes no feeds'
    : `no section, topic or byline here is like the ${shows.of} ${shows.name}`
}

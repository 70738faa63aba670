// Rows for _data/redirects.yaml: old addresses that lead to something else than an imported story's own, and what is gone.

import { goneWord, hasQuery, keyOfRow } from '../domain/redirect.ts'
import { parseUrl } from '../domain/web-address.ts'
import { readTarget } from '../validate/site/redirect-fields.ts'
import { rowPathOf } from './links/old-address.ts'
import { pathOnHosts } from './links/old-hosts.ts'
import { createTakenAddresses } from './links/taken-addresses.ts'
import type { OldRedirect } from './sources/host-redirects.ts'

export type RowRules = {
  /** The new address of the story behind an old path, or null. */
  readonly storyAt: (path: string) => string | null
  /** Whether an address is that of a story, an old one of a story, or of the site itself. */
  readonly isTaken: (path: string) => boolean
  /** Where a path of the new site leads that is no story's; null where nothing is. */
  readonly addressHere: (path: string) => string | null
  /** Of the old site, and of the new one. */
  readonly hosts: ReadonlySet<string>
  /** Origin of the old site, where the new one has another; else null. */
  readonly base: string | null
  /** Of the new site. */
  readonly origin: string
}

export type RedirectRows = {
  /** By old address: a target, or "gone". */
  readonly rows: ReadonlyMap<string, string>
  /** Old addresses that follow a pattern, and those that led to pages that did not come along. */
  readonly patterns: readonly string[]
  readonly nowhere: readonly string[]
}

/** The first redirect of an address counts, as it does on servers. */
export const redirectRows = (redirects: readonly OldRedirect[], rules: RowRules): RedirectRows => {
  const targets = new Map<string, string | null>()
  const paths = new Map<string, string>()
  const taken = createTakenAddresses(rules.isTaken)
  const patterns: string[] = []
  for (const { from, to, isForSome } of redirects) {
    const path = isForSome ? null : rowPathOf(from)
    if (path === null) patterns.push(from)
    else if (hasQuery(path) ? !paths.has(keyOfRow(path)) : !taken.isTaken(path)) {
      if (!hasQuery(path)) taken.take(path)
      paths.set(keyOfRow(path), path)
      targets.set(keyOfRow(path), to)
    }
  }
  const rows = new Map<string, string>()
  const nowhere: string[] = []
  for (const [key, path] of paths) {
    const target = endOf(key, targets, rules)
    const isSound =
      target !== null && readTarget(target, rules.origin).ok && !(hasQuery(path) && target === goneWord)
    if (isSound) rows.set(path, target)
    else nowhere.push(path)
  }
  return { rows, patterns, nowhere }
}

/** Where readers end up, over any number of redirects; null where that is nowhere, or a circle. */
const endOf = (
  key: string,
  targets: ReadonlyMap<string, string | null>,
  { storyAt, addressHere, hosts, base }: RowRules,
): string | null => {
  const followed = new Set<string>()
  for (let at = key; !followed.has(at); ) {
    followed.add(at)
    const to = targets.get(at)
    if (to === null || to === undefined) return goneWord
    const written = pathOnHosts(to, hosts)
    if (written === null) return parseUrl(to)?.href ?? null
    const path = written.startsWith('/') ? written : `/${written}`
    const bare = path.replace(/[?#].*$/s, '')
    const next = [path.replace(/#.*$/s, ''), bare].map(keyOfRow).find(each => targets.has(each))
    if (next !== undefined) {
      at = next
      continue
    }
    const story = storyAt(bare)
    if (story !== null) return story
    if (/^\/(?:index\.html?)?$/.test(bare)) return '/'
    const here = addressHere(bare)
    if (here !== null) return here
    return base === null ? null : (parseUrl(path, base)?.href ?? null)
  }
  return null
}

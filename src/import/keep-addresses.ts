// All that the old site had at an address: what stands here as it did, what leads on, and what is lost, told by name.

import type { FeedFormat } from '../domain/feeds.ts'
import { hasQuery, keyOfRow } from '../domain/redirect.ts'
import { type KeptRedirects, keepRedirects } from './keep-redirects.ts'
import { createFindPageHere } from './links/find-page-here.ts'
import { servedAs } from './links/old-address.ts'
import type { OwnAddresses } from './links/own-addresses.ts'
import { createTakenAddresses } from './links/taken-addresses.ts'
import { listRows } from './list-rows.ts'
import type { Draft, DraftRules } from './read-draft.ts'
import { type RowRules, redirectRows } from './redirect-rows.ts'
import type { ReportedFile } from './report/import-report.ts'
import { lostAddress } from './report/old-addresses.ts'
import type { OldRedirect } from './sources/host-redirects.ts'
import type { OldPage } from './sources/old-page.ts'

export type OldSite = {
  readonly redirects: readonly OldRedirect[]
  /** Lists, feeds and other pages of it. */
  readonly pages: readonly OldPage[]
}

type ListedHere = {
  /** Those that readers see. */
  readonly drafts: readonly Draft[]
  /** By their files in the archive; null before they have one. */
  readonly urlOf: (file: string) => string | null
  readonly rules: Pick<DraftRules, 'sections' | 'names'>
  readonly formats: readonly FeedFormat[]
}

const findPageHereOf = ({ drafts, urlOf, rules, formats }: ListedHere) =>
  createFindPageHere({
    ...{ ...rules, formats },
    stories: drafts.map(({ file, siteDay, tags, authors }) => ({
      ...{ file, siteDay, tags, authors },
      url: urlOf(file),
    })),
  })

/** Where links to lists of the old site lead here, by the keys of their addresses. */
export const listTargets = (pages: readonly OldPage[], here: ListedHere): ReadonlyMap<string, string> => {
  const find = findPageHereOf(here)
  const targets = new Map<string, string>()
  for (const page of pages) {
    const target = find(page)
    if (target !== null && !targets.has(keyOfRow(page.address))) targets.set(keyOfRow(page.address), target)
  }
  return targets
}

type Kept = KeptRedirects & {
  /** The new site has the same at the same address. */
  readonly asBefore: readonly string[]
}

type KeepRules = Omit<RowRules, 'isTaken'> &
  Pick<OwnAddresses, 'isTaken'> & {
    /** The folder of the new site. */
    readonly to: string
    readonly isDryRun: boolean
    /** New and old addresses of the stories. */
    readonly addresses: readonly string[]
    readonly files: readonly ReportedFile[]
  }

export const keepAddresses = (old: OldSite, here: ListedHere, rules: KeepRules): Kept => {
  const taken = createTakenAddresses(rules.isTaken)
  for (const address of rules.addresses) taken.take(address)
  const { isTaken } = taken
  const found = redirectRows(old.redirects, { ...rules, isTaken })
  for (const path of found.rows.keys()) if (!hasQuery(path)) taken.take(path)
  const lists = listRows([...ofStories(here.drafts), ...old.pages], {
    ...{ findPageHere: findPageHereOf(here), isTaken },
    rows: found.rows,
  })
  const rows = new Map([...found.rows, ...lists.rows])
  const kept = keepRedirects(rules.to, { ...found, rows }, rules.origin, rules.isDryRun)
  return {
    ...kept,
    lost: [...kept.lost, ...lists.lost],
    asBefore: [...new Set([...lists.asBefore, ...pagesAsBefore(rules)])],
  }
}

/** Addresses with a query, which no page can stand at. */
const ofStories = (drafts: readonly Draft[]): readonly OldPage[] =>
  drafts.flatMap(({ file, queryAddresses }) =>
    queryAddresses.map((address): OldPage => ({ address, shows: { of: 'story', file } })),
  )

/** Pages that did not come along, as the new site has one at the same address, or its front. */
const pagesAsBefore = ({ files, addressHere }: KeepRules): readonly string[] =>
  files
    .flatMap(({ notes }) => notes.filter(({ message }) => message === lostAddress.isOfPage))
    .flatMap(({ detail }) => detail ?? [])
    .filter(address => {
      if (/^\/(?:index\.html|404\.html)?$/.test(address)) return true
      const here = addressHere(address)
      return here !== null && servedAs(here) === servedAs(address)
    })

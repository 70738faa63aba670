// The old addresses of an archive's items: they add up, as each leads on to a story or is listed with the reason.

import { keyOfRow } from '../../domain/redirect.ts'
import type { ImportReport, ReportedFile } from './import-report.ts'

/** Messages of the notes whose detail is an old address that does not lead on. */
export const lostAddress = {
  isOfOther: 'Dropped an old address that belongs to another page',
  cannotBeServed: 'Dropped an old address that a site cannot serve',
  isOtherCase: 'Dropped an old address that differs only in letter case from another of the story',
  isOneTooMany: 'Dropped old addresses, as a story can have no more than 100',
  isOfPage: 'Its address on the old site',
} as const

/** `file`: of the item; null for a redirect. */
type LostAddress = { readonly address: string; readonly file: string | null; readonly reason: string }

type OldAddresses = {
  /** How many there are in all. */
  readonly all: number
  readonly toStories: number
  /** They lead on once the draft is published. */
  readonly toDrafts: number
  /** In _data/redirects.yaml, as a page or another site is there, or nothing any more. */
  readonly inRows: number
  /** Lists and pages that the new site has at the same address. */
  readonly asBefore: number
  readonly lost: readonly LostAddress[]
}

export const oldAddressesIn = ({ files, redirects }: ImportReport): OldAddresses => {
  const countOf = (isDraft: boolean) =>
    files
      .filter(({ draftReason }) => (draftReason !== null) === isDraft)
      .reduce((sum, { addresses }) => sum + addresses.length, 0)
  const there = new Set([...redirects.rows.map(([from]) => from), ...redirects.asBefore].map(keyOfRow))
  const isLost = ({ address }: Pick<LostAddress, 'address'>) => !there.has(keyOfRow(address))
  const ofFiles = files.flatMap(lostIn).filter(isLost)
  const known = new Set(ofFiles.map(({ address }) => keyOfRow(address)))
  const others = redirects.lost.filter(each => isLost(each) && !known.has(keyOfRow(each.address)))
  const lost = [...ofFiles, ...others.map(each => ({ ...each, file: null }))]
  const [toStories, toDrafts, inRows] = [countOf(false), countOf(true), redirects.rows.length]
  const asBefore = redirects.asBefore.length
  const all = toStories + toDrafts + inRows + asBefore + lost.length
  return { all, toStories, toDrafts, inRows, asBefore, lost }
}

const reasons: ReadonlyMap<string, string> = new Map([
  [lostAddress.isOfOther, 'it belongs to another page'],
  [lostAddress.cannotBeServed, 'a site cannot serve it'],
  [lostAddress.isOtherCase, 'a site serves it in one spelling, and another is kept'],
  [lostAddress.isOneTooMany, 'a story can have no more than 100'],
  [lostAddress.isOfPage, 'its page did not come along'],
])

const lostIn = ({ file, notes }: ReportedFile): readonly LostAddress[] =>
  notes.flatMap(({ message, detail }) => {
    const reason = reasons.get(message)
    return reason === undefined || detail === null ? [] : [{ address: detail, file, reason }]
  })

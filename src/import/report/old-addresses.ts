// The old addresses of an archive's items: they add up, as each leads on to a story or is listed with the reason.

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
  readonly lost: readonly LostAddress[]
}

export const oldAddressesIn = ({ files, redirects }: ImportReport): OldAddresses => {
  const countOf = (isDraft: boolean) =>
    files
      .filter(({ draftReason }) => (draftReason !== null) === isDraft)
      .reduce((sum, { addresses }) => sum + addresses.length, 0)
  const lost = [...files.flatMap(lostIn), ...redirects.lost.map(lostRedirect)]
  const [toStories, toDrafts, inRows] = [countOf(false), countOf(true), redirects.rows.length]
  return { all: toStories + toDrafts + inRows + lost.length, toStories, toDrafts, inRows, lost }
}

const lostRedirect = (address: string): LostAddress => ({
  ...{ address, file: null, reason: 'its redirect is none that a row can have' },
})

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

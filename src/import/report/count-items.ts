// The figures of an import, in words.

import { redirectsFile } from '../../domain/site-paths.ts'
import { type ImportReport, type ItemStatus, sortItems } from './import-report.ts'
import { oldAddressesIn } from './old-addresses.ts'

export const countsOf = (report: ImportReport): readonly string[] => {
  const { stories, drafts, notTaken, others } = sortItems(report)
  const items = stories.length + drafts.length + notTaken.length
  return [
    `${count(items, 'item', 'items')} in the archive = ${count(stories.length, 'story', 'stories')} + ${count(drafts.length, 'draft', 'drafts')} + ${notTaken.length} not taken`,
    ...countsByStatus(report),
    ...addressesOf(report),
    `${count(others.length, 'other file or folder', 'other files and folders')} looked at`,
  ]
}

const addressesOf = (report: ImportReport): readonly string[] => {
  const { all, toStories, toDrafts, inRows, asBefore, lost } = oldAddressesIn(report)
  if (all === 0) return []
  return [
    `${count(all, 'old address', 'old addresses')} = ${toStories} of stories + ${toDrafts} of drafts + ${inRows} in ${redirectsFile} + ${asBefore} as before + ${lost.length} that ${lost.length === 1 ? 'leads' : 'lead'} nowhere`,
  ]
}

const countsByStatus = ({ files, isDryRun }: ImportReport): readonly string[] => {
  const said: Partial<Record<ItemStatus, string>> = {
    imported: isDryRun ? 'to write' : 'written',
    updated: isDryRun
      ? 'to write anew, as the archive has changed'
      : 'written anew, as the archive has changed',
    present: 'there already',
    kept: 'kept as an editor changed them',
  }
  return Object.entries(said).flatMap(([status, words]) => {
    const { length } = files.filter(file => file.status === status)
    return length === 0 ? [] : [`${length} ${words}`]
  })
}

export const count = (number: number, one: string, more: string): string =>
  `${number} ${number === 1 ? one : more}`

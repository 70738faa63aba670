// `import-report.json`: the report for programs.

import { type ImportReport, sortItems } from './import-report.ts'
import { oldAddressesIn } from './old-addresses.ts'

export const reportAsJson = (report: ImportReport): string => {
  const { stories, drafts, notTaken, others } = sortItems(report)
  const { from, to, source, zone, remarks } = report
  const counts = {
    items: stories.length + drafts.length + notTaken.length,
    stories: stories.length,
    drafts: drafts.length,
    notTaken: notTaken.length,
    others: others.length,
  }
  const items = report.files.filter(({ status }) => status !== 'skipped')
  return `${JSON.stringify({ from, to, source, zone, counts, addresses: oldAddressesIn(report), remarks, items, others: others.map(({ file, reason }) => ({ file, reason })) }, null, 2)}\n`
}

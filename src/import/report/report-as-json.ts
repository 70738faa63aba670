// `import-report.json`: the report for programs.

import { jsonPieces } from '../../system/json-pieces.ts'
import { type ImportReport, sortItems } from './import-report.ts'
import { oldAddressesIn } from './old-addresses.ts'

/** In pieces: of a large archive it has tens of megabytes. */
export function* reportAsJson(report: ImportReport): Generator<string> {
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
  yield* jsonPieces({
    ...{ from, to, source, zone, counts, addresses: oldAddressesIn(report), remarks, items },
    others: others.map(({ file, reason }) => ({ file, reason })),
  })
  yield '\n'
}

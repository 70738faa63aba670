// The two files that an import leaves: its report for editors and the same for programs.

import { join } from 'node:path'
import { writeFile, writePieces } from '../../system/files.ts'
import { fullReport } from './full-report.ts'
import type { ImportReport } from './import-report.ts'
import { reportAsJson } from './report-as-json.ts'

export const writeReport = (report: ImportReport): void => {
  writeFile(join(report.to, 'import-report.md'), fullReport(report))
  writePieces(join(report.to, 'import-report.json'), reportAsJson(report))
}

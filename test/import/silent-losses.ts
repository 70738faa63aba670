// Words that an archive had, and that are neither on a page of the new site nor in the report.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportReport } from '../../src/import/report/import-report.ts'
import type { SiteFolder } from '../rig/site-folder.ts'
import { pageOf } from './moved-site.ts'
import { missingWords, textOfMarkdown, textOfPage, wordsOf } from './words.ts'

/** By item. A draft has no page, so its file counts. */
export const silentLosses = (
  { files, remarks }: ImportReport,
  { root }: SiteFolder,
  textOf: (file: string) => string,
): readonly string[] =>
  files.flatMap(item => {
    if (item.story === null) return []
    const page = join(root, '_site', decodeURI(pageOf(item, root)), 'index.html')
    const written = readFileSync(join(root, item.story), 'utf8')
    const after = existsSync(page)
      ? textOfPage(readFileSync(page, 'utf8'))
      : `${written}${textOfMarkdown(written)}`
    const said = wordsOf(
      [...remarks, ...item.notes.map(({ message, detail }) => `${message} ${detail}`)].join(' '),
    )
    const silent = missingWords(textOf(item.file), after).filter(word => !said.has(word))
    return silent.length === 0 ? [] : [`${item.file}: ${silent.join(' ')}`]
  })

// An archive imported into a new site and published, with no hand between.

import { onTestFinished } from 'vitest'
import type { Problem } from '../../src/domain/problem.ts'
import { readTargetSite } from '../../src/import/read-target-site.ts'
import type { ImportReport } from '../../src/import/report/import-report.ts'
import { attemptBuild } from '../rig/build-in-process.ts'
import { createSite } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { importFolder } from './archive-on-disk.ts'

type Published = {
  readonly report: ImportReport
  readonly faults: readonly Problem[]
  /** Paths below _site/. */
  readonly pages: readonly string[]
  /** Rows of redirects.yaml. */
  readonly rows: readonly string[]
}

export const publishImported = async (from: string): Promise<Published> => {
  const site = createSite()
  onTestFinished(() => site.dispose())
  const { report } = importFolder(from, site.root, {
    zone: 'Asia/Kolkata',
    site: readTargetSite(site.root),
    section: 'world',
  })
  const built = await attemptBuild(site, at('2026-01-01T00:00:00Z'))
  const faults = built.ok ? [] : built.fault.filter(({ severity }) => severity === 'error')
  const rows = Object.entries(site.snapshot('_data')).flatMap(([file, text]) =>
    file === 'redirects.yaml' ? text.split('\n').filter(line => line.startsWith('/')) : [],
  )
  return { report, faults, pages: Object.keys(site.snapshot('_site')), rows }
}

/** The file that answers for an old address. */
export const pageOf = (address: string): string =>
  /\.\w+$/.test(address)
    ? address.slice(1)
    : `${address.replace(/^\/|\/$/g, '')}/index.html`.replace(/^\//, '')

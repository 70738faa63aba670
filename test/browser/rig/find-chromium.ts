// The Chromium of this machine.

import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { isFile } from '../../../src/system/files.ts'

/** `CHROMIUM_PATH`, else what stands on PATH, else Playwright's own. Null, and said loudly, without one; an error on CI. */
export const findChromium = (): string | null => {
  const { CHROMIUM_PATH, PATH = '', CI } = process.env
  const onPath = PATH.split(delimiter).flatMap(folder =>
    ['chromium', 'chromium-browser', 'google-chrome'].map(name => join(folder, name)),
  )
  const found = CHROMIUM_PATH || [...onPath, chromium.executablePath()].find(isFile)
  if (found) return found
  const message = 'there is no Chromium on this machine, so no page was opened; .ci/run installs it'
  if (CI) throw new Error(message)
  console.warn(`\n*** ${message} ***\n`)
  return null
}

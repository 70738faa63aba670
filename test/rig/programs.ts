// Programs of the machine that some tests need: xmllint, newsboat. .ci/run installs them.

import { spawnSync } from 'node:child_process'

/** False, and said loudly, when the program is missing; an error on CI, where nothing may go untested. */
export const isInstalled = (program: string, flag: string): boolean => {
  const { error } = spawnSync(program, [flag], { stdio: 'ignore' })
  if (error === undefined) return true
  const message = `${program} is not on this machine, so this test has tested nothing; .ci/run installs it`
  if (process.env.CI) throw new Error(message)
  console.warn(`\n*** ${message} ***\n`)
  return false
}

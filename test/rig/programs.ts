// Programs of the machine that some tests need: xmllint, newsboat. .ci/run installs them.

import { spawnSync } from 'node:child_process'

/** False, and said loudly, when the program is missing; an error on CI, where nothing may go untested. */
export const isInstalled = (program: string, flag: string): boolean => {
  const { error } = spawnSync(program, [flag], { stdio: 'ignore' })
  if (error !== undefined) complain(`${program} is not on this machine`)
  return error === undefined
}

const complain = (complaint: string): void => {
  const message = `${complaint}, so this test has tested nothing; .ci/run installs it`
  if (process.env.CI) throw new Error(message)
  console.warn(`\n*** ${message} ***\n`)
}

/** Debian's own, which has what its packages bring; and whatever is called so elsewhere. */
const pythons = ['/usr/bin/python3', 'python3']

/** The Python that has a module; null, and said as loudly, when none has. */
export const pythonWith = (module: string): string | null => {
  const found = pythons.find(
    python => spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0,
  )
  if (found === undefined) complain(`Python has no ${module}`)
  return found ?? null
}

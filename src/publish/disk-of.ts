// Which disk a path is on, or would be on.

import { statSync } from 'node:fs'
import { dirname } from 'node:path'

type Disk = {
  readonly device: bigint
  /** The nearest folder that is there. */
  readonly folder: string
}

/** Two paths with the same device can change places by a rename. */
export const diskOf = (path: string): Disk => {
  const there = statSync(path, { bigint: true, throwIfNoEntry: false })
  return there === undefined ? diskOf(dirname(path)) : { device: there.dev, folder: path }
}

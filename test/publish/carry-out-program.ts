// Carries out a publish in a process of its own, which may be killed. Takes the publish as JSON.

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'
import type { Folders, Journal } from '../../src/store/journal.ts'

export type Task = {
  readonly folders: Folders
  readonly journal: Journal
  /** As if the two folders were on two disks, between which nothing can be renamed. */
  readonly twoDisks: boolean
}

const { folders, journal, twoDisks }: Task = JSON.parse(process.argv[2] ?? '')

if (twoDisks) {
  const { renameSync } = fs
  fs.renameSync = (from, to) => {
    if (String(from).startsWith(folders.staging + sep) && String(to).startsWith(folders.published + sep))
      throw Object.assign(new Error('another disk'), { code: 'EXDEV' })
    renameSync(from, to)
  }
  syncBuiltinESMExports()
}

const { carryOut } = await import('../../src/publish/carry-out.ts')
carryOut(folders, journal)

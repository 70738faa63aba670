// Dateline itself, as this folder has it.

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { datelineDialect } from '../dialects/dateline.ts'
import type { Contestant } from './contestant.ts'
import { linkProject, projectRoot, versionOf } from './project.ts'

export const dateline: Contestant = {
  key: 'dateline',
  name: 'Dateline',
  version: versionOf('.'),
  dialect: datelineDialect,
  prepare: root => {
    linkProject(root, ['src', 'scripts', 'node_modules', '_includes'])
    for (const name of ['.eleventy.js', 'package.json', '_data/strings'])
      cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  },
  // What `npm run build` starts.
  build: (root, changed) => ({
    program: process.execPath,
    args: ['scripts/run.js', 'build', ...(changed === null ? [] : [`--changed=${changed}`])],
    cwd: root,
  }),
  output: '_site',
  state: ['_site', '.dateline'],
}

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
    for (const name of ['.eleventy.js', 'package.json']) cpSync(join(projectRoot, name), join(root, name))
  },
  // What `npm run build` starts. When a build can be told what changed, `changed` is named here.
  build: (root, _changed) => ({
    program: process.execPath,
    args: ['--import', './scripts/typescript.js', 'scripts/build.ts'],
    cwd: root,
  }),
  output: '_site',
  state: ['_site', '.dateline'],
}

// Plain Eleventy, with collections and pagination as its documentation shows. Its pages are not minified.

import { join } from 'node:path'
import { writeFile } from '../../../src/system/files.ts'
import { eleventyDialect } from '../dialects/eleventy.ts'
import type { Contestant } from './contestant.ts'
import { copyStyles, copyTemplates, linkProject, versionOf } from './project.ts'

export const eleventy: Contestant = {
  key: 'eleventy',
  name: 'Eleventy',
  version: versionOf('node_modules/@11ty/eleventy'),
  dialect: eleventyDialect,
  prepare: root => {
    copyTemplates('eleventy', root)
    copyStyles(join(root, '_includes/css'))
    writeFile(join(root, 'package.json'), '{ "type": "module" }\n')
    linkProject(root, ['node_modules'])
  },
  build: root => ({
    program: process.execPath,
    args: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    cwd: root,
  }),
  output: '_site',
  state: ['_site'],
}

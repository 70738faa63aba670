// What no build can do without: the time of doing nothing, of loading Eleventy, of looking at every file, of copying.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from './command.ts'

type Floor = {
  readonly name: string
  readonly command: Command
  /** Not measured. */
  readonly clean: () => void
}

const statWalk = `
const { readdirSync, statSync } = require('node:fs')
const walk = folder => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = folder + '/' + entry.name
    if (entry.isDirectory()) walk(path)
    else statSync(path)
  }
}
walk('content')`

/** About what a publish of one story writes. */
const writeThirtyPages = `
const { mkdirSync, writeFileSync } = require('node:fs')
import('@11ty/eleventy').then(() => {
  for (let page = 0; page < 30; page += 1) {
    mkdirSync('copy-of-the-output/' + page, { recursive: true })
    writeFileSync('copy-of-the-output/' + page + '/index.html', 'x'.repeat(20000))
  }
})`

/** `root` is a site of Dateline's that has been built into `output`. */
export const floorsOf = (root: string, output: string): readonly Floor[] => {
  const node = (script: string): Command => ({ program: process.execPath, args: ['-e', script], cwd: root })
  const copy = 'copy-of-the-output'
  const nothing = () => {}
  const removeCopy = () => rmSync(join(root, copy), { recursive: true, force: true })
  return [
    { name: 'node -e 0', command: node('0'), clean: nothing },
    { name: 'import of Eleventy', command: node("import('@11ty/eleventy')"), clean: nothing },
    { name: 'import of Eleventy, write of 30 pages', command: node(writeThirtyPages), clean: removeCopy },
    { name: 'stat of every file of content/', command: node(statWalk), clean: nothing },
    {
      name: 'cp -r of the output',
      command: { program: 'cp', args: ['-r', output, copy], cwd: root },
      clean: removeCopy,
    },
  ]
}

// Hugo, as the machine has it, with an equal site.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { hugoDialect } from '../dialects/hugo.ts'
import type { Contestant } from './contestant.ts'
import { copyStyles, copyTemplates } from './project.ts'

export const howToGetHugo =
  'Hugo is not installed, so it is left out; to install it: apt-get install hugo (Debian, Ubuntu), else https://gohugo.io/installation/'

/** Null when Hugo is not on this machine. */
export const findHugo = (): Contestant | null => {
  const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  if (error !== undefined) return null
  return {
    key: 'hugo',
    name: 'Hugo',
    version: /v(\d[\w.]*)/.exec(stdout)?.[1] ?? 'unknown',
    dialect: hugoDialect,
    prepare: root => {
      copyTemplates('hugo', root)
      copyStyles(join(root, 'assets/css'))
    },
    build: root => ({ program: 'hugo', args: ['--minify', '--quiet'], cwd: root }),
    output: 'public',
    state: ['public', 'resources', '.hugo_build.lock'],
  }
}

// Where the project's own files are: the bench builds sites with this engine, these styles, these packages.

import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The bench is run from there. */
export const projectRoot = process.cwd()

/** The templates of a contestant, real files beside this folder. */
export const copyTemplates = (name: string, root: string): void =>
  cpSync(join(projectRoot, 'scripts/bench', name), root, { recursive: true })

/** The stylesheets that all sites carry in their pages. */
export const copyStyles = (folder: string): void => {
  mkdirSync(dirname(folder), { recursive: true })
  cpSync(join(projectRoot, '_includes/css'), folder, { recursive: true })
}

export const linkProject = (root: string, names: readonly string[]): void => {
  mkdirSync(root, { recursive: true })
  for (const name of names) symlinkSync(join(projectRoot, name), join(root, name))
}

export const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(projectRoot, folder, 'package.json'), 'utf8')) as { version: string }).version

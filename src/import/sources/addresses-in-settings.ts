// Web addresses that the settings of an old site name, such as that of its pictures. The files are read as text, whatever program they are.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isFile, readText } from '../../system/files.ts'

const names =
  /^(?:_config|config|hugo|site|params|\.?eleventy(?:\.config)?|astro\.config|gatsby-config|next\.config|package|metadata|env|\.env)\.(?:ya?ml|toml|json|[cm]?[jt]s)$/

const folders = ['', 'config', 'config/_default', '_data', 'data', 'src/_data', 'src/data', 'src']

/** Settings are short. */
const longest = 200_000

export const addressesInSettings = (root: string): readonly string[] => {
  const files = folders.flatMap(folder => namesIn(join(root, folder)).map(name => join(root, folder, name)))
  const addresses = files.filter(isFile).flatMap(file => {
    const text = readText(file) ?? ''
    return text.length > longest
      ? []
      : [...text.matchAll(/https?:\/\/[\w.-]+(?:\/[^\s"'`<>(){}[\],]*)?/g)].map(([url]) => url)
  })
  return [...new Set(addresses.map(url => url.replace(/^http:/, 'https:').replace(/\/*$/, '/')))]
}

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter(name => names.test(name)) : []

// The modules that .eleventy.js imports, as this process has them: they may do anything to any page.

import { dirname, extname, join } from 'node:path'
import { digestOf } from '../system/digest.ts'
import { isFile, readText } from '../system/files.ts'

type Module = { readonly digest: string; readonly imports: readonly string[] }

/** Node reads a module once; what is edited then counts from the next start on. */
const known = new Map<string, Module>()

/** Digest of all of them, followed through relative imports. The marks know .eleventy.js itself; packages are locked. */
export const modulesOf = (root: string): string => {
  const config = join(root, '.eleventy.js')
  const found = new Map<string, Module>()
  const visit = (file: string) => {
    if (file === config || found.has(file)) return
    const module = known.get(file) ?? read(file)
    known.set(file, module)
    found.set(file, module)
    for (const next of module.imports) visit(next)
  }
  // Eleventy reads it again whenever it changed.
  for (const file of isFile(config) ? read(config).imports : []) visit(file)
  const lines = [...found].map(([file, { digest }]) => `${file.slice(root.length)} ${digest}`)
  return digestOf(lines.sort().join('\n'))
}

const read = (file: string): Module => {
  const text = readText(file) ?? ''
  const names = [...text.matchAll(importing)].map(([, name = '']) => join(dirname(file), name))
  return { digest: digestOf(text), imports: names.map(resolve).filter(path => path !== null) }
}

const importing = /\b(?:from|import|require)\s*\(?\s*['"](\.{1,2}\/[^'"\n]+)['"]/g

/** `require` may leave the end of a name out. */
const resolve = (path: string): string | null =>
  [path, `${path}.js`, `${path}.cjs`, join(path, 'index.js')].find(
    file => isFile(file) && /^\.(?:[cm]?js|json)$/.test(extname(file)),
  ) ?? null

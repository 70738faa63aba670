// Takes the types out of each file that is loaded.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context)
  const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), { loader: 'ts', target: 'node20' })
  return { format: 'module', source: code, shortCircuit: true }
}

// The first file of a newsroom's own data that cannot be read, and where in it: Eleventy says only what is wrong.

import { join } from 'node:path'
import { findLeftBehind } from '../domain/left-behind.ts'
import { type Location, locationInText } from '../domain/problem.ts'
import { dataFolder, pageFolder } from '../domain/site-paths.ts'
import { readFrontMatter } from '../read/read-front-matter.ts'
import { jsonFaultOf, yamlFaultOf } from '../read/read-other-data.ts'
import { listFiles, readText } from '../system/files.ts'

type Found = { readonly message: string; readonly hint: string; readonly location: Location }

export const findDataFault = async (root: string): Promise<Found | null> => {
  for (const file of [dataFolder, pageFolder].flatMap(folder => listFiles(root, folder))) {
    if (findLeftBehind(file) !== null) continue
    const text = readText(join(root, file)) ?? ''
    const found = (await faultOf(file, text)) ?? null
    if (found !== null) return found
  }
  return null
}

const faultOf = async (file: string, text: string): Promise<Found | null> => {
  if (/\.ya?ml$/.test(file)) return yamlFaultOf(text, file)
  if (/\.json$/.test(file)) return jsonFaultOf(text, file)
  if (/\.[cm]?js$/.test(file)) return programFault(file, text)
  const front = readFrontMatter({ file, text })
  return front === null || front.ok ? null : front.fault
}

/** What runs at a build is read by nothing else, so its compiler is asked. */
const programFault = async (file: string, text: string): Promise<Found | null> => {
  const { transform } = await import('esbuild')
  try {
    await transform(text, { loader: 'js', logLevel: 'silent' })
    return null
  } catch (error) {
    const [first] = (error as { readonly errors?: readonly EsbuildFault[] }).errors ?? []
    if (first?.location == null) return null
    const { line, column } = first.location
    const before = text.split('\n').slice(0, line - 1)
    const at = before.reduce((sum, each) => sum + each.length + 1, column)
    return {
      message: `this program cannot be read: ${first.text}`,
      hint: 'correct it, then try again',
      location: locationInText(file, text, at, 1),
    }
  }
}

type EsbuildFault = {
  readonly text: string
  readonly location: { readonly line: number; readonly column: number } | null
}

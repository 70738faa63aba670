// The schemas of other people's standards, which are no part of the project: in a folder beside it, or where DATELINE_SCHEMAS says.

import { join, resolve } from 'node:path'
import { exists, readText } from '../../src/system/files.ts'
import { projectRoot } from './site-folder.ts'

const folder = process.env.DATELINE_SCHEMAS ?? resolve(projectRoot, '../shared/schemas')

/** False, and said loudly, where there are none. */
export const hasSchemas = (): boolean => {
  if (exists(folder)) return true
  console.warn(`\n*** there are no schemas in ${folder}, so this test has tested nothing ***\n`)
  return false
}

export const schemaPath = (name: string): string => join(folder, name)

export const jsonSchema = (name: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readText(schemaPath(name)) ?? '')

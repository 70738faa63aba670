// _data/redirects.yaml, from text to rows or to the problems in them.

import { errorAt, type Fault, type Problem } from '../../domain/problem.ts'
import { keyOfRow, type Redirect } from '../../domain/redirect.ts'
import { failure, type Result, success } from '../../domain/result.ts'
import { parseYaml, type YamlDocument } from '../../read/parse-yaml.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { findConflictMarkers } from '../find-conflict-markers.ts'
import { followRows } from './follow-rows.ts'
import { goneWithQuery, readOldPath, readTarget } from './redirect-fields.ts'

export type ReadRedirects = {
  /** In the order of the file. A row that leads to another one leads where that does. */
  readonly redirects: readonly Redirect[]
}

/** Each row is a page, and a line for servers that take so many. */
const mostRows = 100_000

/** Nobody mends more at once, and each is looked up in the file. */
const mostProblems = 50

/** `origin`: the site's. */
export const readRedirects = (
  source: SourceFile,
  origin: string,
): Result<ReadRedirects, readonly Problem[]> => {
  const conflicts = findConflictMarkers(source)
  if (conflicts.length > 0) return failure(conflicts)
  const yaml = parseYaml({ ...source, start: 0, yaml: source.text })
  if (!yaml.ok) return failure([yaml.fault])
  const { value } = yaml.value
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (value !== null && !isMap) return failure([errorAt(yaml.value.locationOf([], 'value'), noMap)])
  const rows = Object.entries(value ?? {})
  if (rows.length > mostRows)
    return failure([errorAt(yaml.value.locationOf([], 'value'), tooMany(rows.length))])
  const { redirects, faults } = readRows(rows, origin)
  if (faults.length > 0) return failure(located(faults, yaml.value))
  const followed = followRows(redirects)
  return followed.cycles.length > 0
    ? failure(located(followed.cycles, yaml.value))
    : success({ redirects: followed.redirects })
}

type RowFault = { readonly key: string; readonly part: 'key' | 'value'; readonly fault: Fault }

const readRows = (
  rows: readonly (readonly [key: string, target: unknown])[],
  origin: string,
): { readonly redirects: readonly Redirect[]; readonly faults: readonly RowFault[] } => {
  const redirects: Redirect[] = []
  const faults: RowFault[] = []
  const keys = new Map<string, string>()
  for (const [key, written] of rows) {
    const path = readOldPath(key)
    const target = readTarget(written, origin)
    if (!path.ok) faults.push({ key, part: 'key', fault: path.fault })
    if (!target.ok) faults.push({ key, part: 'value', fault: target.fault })
    if (!path.ok || !target.ok) continue
    const isGone = goneWithQuery(path.value, target.value)
    if (isGone !== null) faults.push({ key, part: 'value', fault: isGone })
    const address = keyOfRow(path.value)
    const twin = keys.get(address)
    if (twin !== undefined) faults.push({ key, part: 'key', fault: twice(key, twin) })
    keys.set(address, key)
    redirects.push({ path: path.value, to: target.value })
  }
  return { redirects, faults }
}

const located = (faults: readonly RowFault[], yaml: YamlDocument): readonly Problem[] => {
  const shown = faults.slice(0, mostProblems)
  const rest = faults.length - shown.length
  return shown.map(({ key, part, fault }, at): Problem => {
    const more = rest > 0 && at === shown.length - 1 ? `; ${rest} more rows have problems` : ''
    return errorAt(yaml.locationOf([key], part), { ...fault, message: `${fault.message}${more}` })
  })
}

const noMap: Fault = {
  code: 'field-type',
  message: 'this must be rows, each with an old address and where it leads now',
  hint: 'write them line by line, such as /old/page.html: /about/',
}

const tooMany = (count: number): Fault => ({
  code: 'redirects-too-many',
  message: `the file has ${count} rows, and each becomes a page: no more than ${mostRows} can be published`,
  hint: 'write a rule for your server instead of rows that follow a pattern',
})

const twice = (key: string, twin: string): Fault => ({
  code: 'redirect-twice',
  message: `“${key}” and “${twin}” are the same address to servers`,
  hint: 'remove one of the two rows',
})

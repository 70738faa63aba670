// What the names in tags of Liquid stand for, as far as the old site's data says it. Nothing runs code, reads a file or a clock.

import { Context, Liquid } from 'liquidjs'
import { remember } from '../../domain/remember.ts'
import type { TagValues } from '../text/text-dialect.ts'

const liquid = new Liquid({
  strictFilters: true,
  strictVariables: true,
  ownPropertyOnly: true,
  jekyllWhere: true,
  templates: {},
  // Nobody's text needs more, but a range of millions does.
  memoryLimit: 1_000_000,
})
// What a page showed of the clock, or at random, it showed anew each day.
for (const filter of [
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
])
  liquid.registerFilter(filter, () => {
    throw new Error('no data says so')
  })
// Addresses of the old site are known by their paths.
for (const filter of ['relative_url', 'absolute_url']) liquid.registerFilter(filter, (path: unknown) => path)

export type LiquidScope = {
  readonly names: Readonly<Record<string, unknown>>
  /** Whether the generator may have had a member that the data lacks. */
  readonly mayHave: (path: readonly string[]) => boolean
}

/** So many entries may the loops of one text go through. */
const mostEntries = 2000

/** For one text, whose tags set names in their turn. */
export const liquidValues = ({ names, mayHave }: LiquidScope): TagValues => {
  const scope: Record<string, unknown> = { ...names }
  const barred = new Set<string>()
  let entries = 0
  const evaluated = (expression: string): unknown => attempt(() => liquid.evalValueSync(expression, scope))
  const isSure = ([root = '', ...rest]: readonly string[]): boolean =>
    Object.hasOwn(scope, root) &&
    (isMember(scope[root], rest) || !(root in names && mayHave([root, ...rest])))
  const put = (name: string, value: unknown): boolean => {
    delete scope[name]
    if (value === undefined || barred.has(name)) return false
    scope[name] = value
    return true
  }
  return {
    textOf: expression => {
      const value = evaluated(expression)
      return /^(?:string|number|boolean)$/.test(typeof value) ? String(value) : null
    },
    put,
    set: (name, expression) => put(name, evaluated(expression)),
    bar: name => {
      put(name, undefined)
      barred.add(name)
    },
    isTrue: condition => {
      const asked = namesIn(condition)
      if (asked === null || !asked.every(isSure)) return null
      const context = new Context(scope, liquid.options, { sync: true, strictVariables: false })
      const value = attempt(() => liquid.evalValueSync(condition, context) ?? false)
      return value === undefined ? null : value !== false
    },
    entriesOf: expression => {
      const list = evaluated(expression)
      if (!Array.isArray(list) || entries + list.length > mostEntries) return null
      entries += list.length
      return list
    },
  }
}

const attempt = (answer: () => unknown): unknown => {
  try {
    return answer()
  } catch {
    return undefined
  }
}

/** The names that a condition asks for, each with its members; null when it cannot be read, or a name is worked out. */
const namesIn = remember(500, (condition: string): readonly (readonly string[])[] | null => {
  const found = attempt(() => {
    const [output] = liquid.parse(`{% if ${condition} %}{% endif %}`)
    return output === undefined ? [] : liquid.globalVariableSegmentsSync([output])
  })
  const isPlain = (path: unknown): boolean =>
    Array.isArray(path) && path.every(part => typeof part === 'string' || typeof part === 'number')
  if (!Array.isArray(found) || !found.every(isPlain) || /%\}/.test(condition)) return null
  return found.map(path => path.map(String))
})

const isMember = (value: unknown, path: readonly string[]): boolean => {
  const [name, ...rest] = path
  if (name === undefined) return true
  if (typeof value !== 'object' || value === null) return typeof value === 'string' && name === 'size'
  if (Array.isArray(value) && /^(?:size|first|last)$/.test(name)) return true
  return Object.hasOwn(value, name) && isMember((value as Record<string, unknown>)[name], rest)
}

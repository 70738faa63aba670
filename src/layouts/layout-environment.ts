// Nunjucks as layouts use it: output is escaped, and a value that does not exist stops the build.

import nunjucks from 'nunjucks'
import { layoutFileOf } from '../domain/site-paths.ts'
import type { Layouts } from '../store/rows.ts'
import type { Filter } from './filters.ts'

type Compiled = { readonly source: string; readonly code: { readonly type: 'code'; readonly obj: unknown } }

/** Every shard and every save has its own environment; a layout is compiled once for all of them, until it changes. */
const compiled = new Map<string, Compiled>()

export const createLayoutEnvironment = (
  layouts: Layouts,
  filters: Readonly<Record<string, Filter>>,
  globals: Readonly<Record<string, unknown>> = {},
): nunjucks.Environment => {
  const fromMemory = {
    getSource: (name: string) => {
      const src = layouts.get(name)
      if (src === undefined) throw new Error(`there is no ${layoutFileOf(name)}`)
      return { src: compiledOf(name, src, environment), path: name, noCache: false }
    },
    // Eleventy's watcher looks here; layouts come anew with each plan, so there is nothing to forget.
    pathsToNames: {},
  }
  const environment = new nunjucks.Environment(fromMemory, { autoescape: true, throwOnUndefined: true })
  for (const [name, filter] of Object.entries(filters))
    environment.addFilter(name, filter as (...values: unknown[]) => unknown)
  // Macros see nothing of a page's data.
  for (const [name, value] of Object.entries(globals)) environment.addGlobal(name, value)
  return environment
}

/** Nunjucks' own typings leave out what `compile` is given, and what a loader may give back. */
type Inner = { readonly asyncFilters: unknown; readonly extensionsList: unknown; readonly opts: object }
type Compiler = {
  readonly compile: (
    source: string,
    filters: unknown,
    extensions: unknown,
    name: string,
    opts: object,
  ) => string
}

/** A printed value must be there; else the error names it and its layout. */
const ensureDefinedIn =
  (name: string, source: string) =>
  (value: unknown, line: number, column: number): unknown => {
    if (value === null || value === undefined) throw missingValue(name, source, line, column)
    return value
  }

/** `line` and `column` are those of the braces, from 0. */
const missingValue = (name: string, source: string, line: number, column: number): Error => {
  const rest = source.split('\n').slice(line).join(' ').slice(column)
  const [printed = 'a value'] = /^\{\{.*?\}\}/.exec(rest) ?? []
  const error = new Error(
    `${layoutFileOf(name)} prints ${printed}, which is null or undefined; correct the name, or ask {% if %} first`,
  )
  // Nunjucks puts its own position before an error that has none.
  return Object.assign(error, { lineno: line + 1, Update: () => error })
}

/** A message of `missingValue` without the files that Nunjucks puts before it. */
export const missingValueIn = (message: string): string | null =>
  new RegExp(`${layoutFileOf('')}\\S+ prints .*`).exec(message)?.[0] ?? null

const compiledOf = (name: string, source: string, environment: nunjucks.Environment): string => {
  const known = compiled.get(name)
  if (known?.source === source) return known.code as unknown as string
  const { asyncFilters, extensionsList, opts } = environment as unknown as Inner
  const { compile } = (nunjucks as unknown as { compiler: Compiler }).compiler
  try {
    const code = compile(source, asyncFilters, extensionsList, name, opts)
    // Nunjucks' own would name the file that was drawn in last.
    const named = code.replaceAll('runtime.ensureDefined(', 'ensureDefined(')
    const obj: unknown = new Function('ensureDefined', named)(ensureDefinedIn(name, source))
    const made = { type: 'code', obj } as const
    compiled.set(name, { source, code: made })
    return made as unknown as string
  } catch {
    // Nunjucks will say what is wrong with it, and where.
    return source
  }
}

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

const unreadLayout = (name: string, { message }: Error): Error =>
  new Error(`${layoutFileOf(name)} cannot be read: ${message.replace(/\s*\n\s*/g, ': ')}`)

/** What is wrong with how a layout is written: null, or Nunjucks' words with the line and the column, from 1. */
export const syntaxFaultOf = (source: string): TemplateFault | null => {
  const { compile } = (nunjucks as unknown as { compiler: Compiler }).compiler
  try {
    compile(source, [], [], 'layout', {})
    return null
  } catch (error) {
    const { message, lineno, colno } = error as Error & { lineno?: number; colno?: number }
    const unclosed = /got end of file/.test(message) ? lastUnclosed(source) : null
    const at = unclosed ?? { line: lineno ?? 1, column: colno ?? 1 }
    return { reason: message.replace(/^[\s\S]*\]\s*/, '').replace(/^parse\w+: /, ''), ...at }
  }
}

/** Nunjucks only says that the file is at its end. */
const lastUnclosed = (source: string): { readonly line: number; readonly column: number } | null => {
  const open: number[] = []
  for (const { 1: end, index } of source.matchAll(
    /\{%-?\s*(end)?(?:if|for|block|macro|call|filter|switch)\b/g,
  ))
    if (end === undefined) open.push(index)
    else open.pop()
  const at = open.at(-1)
  if (at === undefined) return null
  const lines = source.slice(0, at).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

export type TemplateFault = { readonly reason: string; readonly line: number; readonly column: number }

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
  } catch (error) {
    // Nunjucks itself would lose the fault of a file that is drawn in, and leave the file out without a word.
    throw unreadLayout(name, error as Error)
  }
}

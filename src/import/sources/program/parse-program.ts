// A program of the archive as a tree of its parts. It is read, never run.

import { type Node, type Options, parse } from 'acorn'

/** Any part of a program, with the members that its kind has. */
export type Part = Node & Readonly<Record<string, unknown>>

/** Null for what is no JavaScript. */
export const parseProgram = (text: string): Part | null => {
  for (const sourceType of ['module', 'script'] as const) {
    const options: Options = {
      ecmaVersion: 'latest',
      sourceType,
      allowHashBang: true,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
    }
    try {
      return parse(text, options) as unknown as Part
    } catch {
      // The other kind may fit.
    }
  }
  return null
}

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** All parts below and including one, in their order. `isOpen`: whether to look inside of one. */
export const partsIn = (part: Part, isOpen: (part: Part) => boolean = () => true): readonly Part[] => {
  const found: Part[] = []
  const stack: Part[] = [part]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    found.push(next)
    if (!isOpen(next)) continue
    const inner = Object.values(next).flatMap(value => (Array.isArray(value) ? value : [value]))
    stack.push(...inner.filter(isPart).toReversed())
  }
  return found
}

export const partOf = (part: Part, name: string): Part | null => {
  const value = part[name]
  return isPart(value) ? value : null
}

export const partsOf = (part: Part, name: string): readonly Part[] => {
  const value = part[name]
  return Array.isArray(value) ? value.filter(isPart) : []
}

export const isFunction = (part: Part): boolean =>
  /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(part.type)

/** The name of a property or a variable, also in quotation marks; null for one that is computed. */
export const nameOf = (part: Part | null): string | null => {
  if (part?.type === 'Identifier') return String(part.name)
  return part?.type === 'Literal' && typeof part.value === 'string' ? part.value : null
}

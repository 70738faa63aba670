// What an expression of a layout comes to, as far as the facts about the site tell before any page is rendered.

import type { Filter } from './filters.ts'

/** The little of Nunjucks' syntax tree that matters here; its typings leave the parser out. */
export type Node = {
  readonly typename: string
  readonly value?: unknown
  readonly children?: readonly Node[]
  readonly template?: Node
  readonly body?: Node | null
  readonly else_?: Node | null
  readonly name?: Node
  readonly cond?: Node
  readonly left?: Node
  readonly right?: Node
  readonly target?: Node | null
  readonly targets?: readonly Node[]
  readonly val?: Node
  readonly args?: Node
  readonly expr?: Node
  readonly ops?: readonly Node[]
  readonly type?: string
}

export type Scope = {
  readonly values: ReadonlyMap<string, unknown>
  readonly filters: Readonly<Record<string, Filter>>
}

/** For what only rendering tells. */
export const unknown = Symbol('unknown')

/** `unknown` unless it follows from the scope alone. Never throws. */
export const knownValue = (node: Node | null | undefined, scope: Scope): unknown => {
  const of = (inner: Node | null | undefined) => knownValue(inner, scope)
  switch (node?.typename) {
    case 'Literal':
      return node.value
    case 'Symbol':
      return scope.values.has(String(node.value)) ? scope.values.get(String(node.value)) : unknown
    case 'Group':
      return node.children?.length === 1 ? of(node.children[0]) : unknown
    case 'LookupVal':
      return attempt(
        of(node.target),
        of(node.val),
        (object, key) => (object as Record<string, unknown>)[key as string],
      )
    case 'Filter':
      return filtered(node, scope)
    case 'Not':
      return attempt(of(node.target), null, value => !value)
    case 'Or': {
      const left = of(node.left)
      return left === unknown || left ? left : of(node.right)
    }
    case 'And': {
      const left = of(node.left)
      return left === unknown || !left ? left : of(node.right)
    }
    case 'InlineIf': {
      const is = of(node.cond)
      if (is === unknown) return unknown
      return is ? of(node.body) : node.else_ ? of(node.else_) : ''
    }
    case 'Compare': {
      const [operand, ...more] = node.ops ?? []
      const compare = comparisons[operand?.type ?? '']
      return compare && more.length === 0 ? attempt(of(node.expr), of(operand?.expr), compare) : unknown
    }
    default:
      return unknown
  }
}

const comparisons: Readonly<Record<string, (one: unknown, other: unknown) => boolean>> = {
  // biome-ignore lint/suspicious/noDoubleEquals: as Nunjucks compares
  '==': (one, other) => one == other,
  // biome-ignore lint/suspicious/noDoubleEquals: as Nunjucks compares
  '!=': (one, other) => one != other,
  '===': (one, other) => one === other,
  '!==': (one, other) => one !== other,
}

const filtered = ({ name, args }: Node, scope: Scope): unknown => {
  const filter = scope.filters[String(name?.value)] as ((...values: unknown[]) => unknown) | undefined
  const values = (args?.children ?? []).map(arg => knownValue(arg, scope))
  return filter === undefined || values.includes(unknown)
    ? unknown
    : attempt(values, null, () => filter(...values))
}

const attempt = (one: unknown, other: unknown, work: (one: unknown, other: unknown) => unknown): unknown => {
  if (one === unknown || other === unknown) return unknown
  try {
    return work(one, other)
  } catch {
    return unknown
  }
}

// What a page is made of, as far as its layout and the facts about the site tell before any page is rendered.

import nunjucks from 'nunjucks'
import { knownValue, type Node, type Scope, unknown } from './known-value.ts'
import type { Layouts } from './minify-layouts.ts'

/** Text, one of several runs of pieces, or null for what only rendering tells. */
export type Piece = string | readonly (readonly Piece[])[] | null

type Parser = { readonly parse: (source: string, extensions: readonly never[], options: object) => Node }

/** Nunjucks' typings leave them out. */
const { parser, lib } = nunjucks as unknown as {
  readonly parser: Parser
  readonly lib: { readonly escape: (text: string) => string }
}

/** A layout by its name; null when there is none that can be read. */
type NodeOf = (name: string) => Node | null

/** By name of a block: what stands in it, first as the page's own layout has it, then as the layouts that it extends. */
type Blocks = ReadonlyMap<string, readonly Node[]>

/** By name of a layout: what it comes to, with all that it extends and includes, from what `scope` tells. */
export const createPieces = (
  layouts: Layouts,
  { values, filters }: Scope,
): ((name: string) => readonly Piece[]) => {
  const parsed = new Map<string, Node | null>()
  const nodeOf = (name: string) => {
    const node = parsed.get(name) ?? parse(layouts.get(name))
    parsed.set(name, node)
    return node
  }
  return name => piecesOf(name, nodeOf, { values, filters })
}

const piecesOf = (name: string, nodeOf: NodeOf, { values, filters }: Scope): readonly Piece[] => {
  const blocks = new Map<string, Node[]>()
  const seen = new Set<string>()
  const open = (layout: string): readonly Piece[] => {
    const root = nodeOf(layout)
    if (root === null || seen.has(layout)) return []
    seen.add(layout)
    addBlocks(root, blocks)
    const parent = (root.children ?? []).find(({ typename }) => typename === 'Extends')
    if (!parent)
      return flatten(root, { nodeOf, blocks, outer: [], depth: 0, values: new Map(values), filters })
    const next = literal(parent.template)
    return next === null ? [] : open(next)
  }
  return open(name)
}

const parse = (source: string | undefined): Node | null => {
  try {
    return source === undefined ? null : parser.parse(source, [], {})
  } catch {
    // Nunjucks will say what is wrong with it when a page is made.
    return null
  }
}

const addBlocks = (node: Node, blocks: Map<string, Node[]>): void => {
  for (const child of childrenOf(node)) {
    if (child.typename === 'Block' && child.body) {
      const name = String(child.name?.value)
      const known = blocks.get(name)
      if (known) known.push(child.body)
      else blocks.set(name, [child.body])
    }
    addBlocks(child, blocks)
  }
}

const childrenOf = ({ children, body, else_ }: Node): readonly Node[] =>
  [...(children ?? []), body, else_].filter(node => node !== null && node !== undefined)

/** A name that is written out. */
const literal = (node: Node | undefined): string | null =>
  node?.typename === 'Literal' && typeof node.value === 'string' ? node.value : null

type Surroundings = Scope & {
  /** As the layout sets them, one after the other. */
  readonly values: Map<string, unknown>
  readonly nodeOf: NodeOf
  readonly blocks: Blocks
  /** What super() means here, and there. */
  readonly outer: readonly Node[]
  readonly depth: number
}

/** Layouts that include each other in a circle stop a build anyway. */
const deepest = 20

const flatten = (node: Node | null | undefined, around: Surroundings): readonly Piece[] => {
  if (!node) return []
  const { nodeOf, blocks, outer, depth, values } = around
  if (depth > deepest) return [null]
  const inside = (more: Partial<Surroundings> = {}): Surroundings => ({
    ...around,
    ...more,
    depth: depth + 1,
    values: new Map(values),
  })
  switch (node.typename) {
    case 'Root':
    case 'NodeList':
    case 'Output':
      return (node.children ?? []).flatMap(child => flatten(child, around))
    case 'TemplateData':
      return [String(node.value)]
    case 'If': {
      const is = knownValue(node.cond, around)
      if (is !== unknown) return flatten(is ? node.body : node.else_, around)
      const ways = [flatten(node.body, inside()), flatten(node.else_, inside())]
      forgetSet(node, values)
      return [ways]
    }
    case 'For': {
      forgetSet(node, values)
      return [[[null, ...flatten(node.body, inside()), null], flatten(node.else_, inside())]]
    }
    case 'Set':
      for (const { value } of node.targets ?? [])
        values.set(String(value), node.body ? unknown : knownValue(node.value as Node, around))
      return []
    case 'Include': {
      const name = literal(node.template)
      return name === null ? [null] : flatten(nodeOf(name), inside())
    }
    case 'Block': {
      const [first, ...rest] = blocks.get(String(node.name?.value)) ?? []
      return flatten(first, inside({ outer: rest }))
    }
    case 'FunCall':
      return node.name?.value === 'super' ? flatten(outer[0], inside({ outer: outer.slice(1) })) : [null]
    // They print nothing where they stand.
    case 'Import':
    case 'FromImport':
    case 'Macro':
    case 'Extends':
      return []
    default: {
      const value = knownValue(node, around)
      return [typeof value === 'string' || typeof value === 'number' ? lib.escape(String(value)) : null]
    }
  }
}

/** Names that are set where only rendering tells whether, and how often: the loop's own among them. */
const forgetSet = (node: Node, values: Map<string, unknown>): void => {
  const names = node.typename === 'Set' ? (node.targets ?? []) : node.typename === 'For' ? [node.name] : []
  for (const name of names)
    for (const each of name?.children ?? [name]) values.set(String(each?.value), unknown)
  for (const child of childrenOf(node)) forgetSet(child, values)
}

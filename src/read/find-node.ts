// Finds where a value stands in YAML, so that a problem can point at it.

import { EVENT_ID, type Event } from 'js-yaml'

export type YamlPath = readonly (string | number)[]

/** Offsets in the YAML, end-exclusive; -1 where nothing is written. */
type Range = { readonly start: number; readonly end: number }
type FoundNode = { readonly key: Range; readonly value: Range }
type Node = FoundNode & { readonly inside: ReadonlyMap<string | number, Node> }

type Cursor = { index: number }

const spanOf = (event: Event | undefined): Range => {
  if (event?.type === EVENT_ID.SCALAR) return { start: event.valueStart, end: event.valueEnd }
  if (event?.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd }
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE)
    return { start: event.start, end: event.start + 1 }
  return { start: -1, end: -1 }
}

/** Looks at each event once, however many nodes are asked for. The node at a path; where it ends early, the last on the way. */
export const createFindNode = (events: readonly Event[], yaml: string): ((path: YamlPath) => FoundNode) => {
  let top: Node['inside'] | null = null
  return path => {
    top ??= inside(events, yaml, { index: 1 })
    let found: FoundNode = { key: { start: 0, end: 0 }, value: { start: 0, end: 0 } }
    let around: Node['inside'] = top
    for (const step of path) {
      const next = around.get(step) ?? around.get(String(step))
      if (next === undefined || next.key.start === -1) break
      found = next
      around = next.inside
    }
    return found
  }
}

const nothing: Node['inside'] = new Map()

/** What is in the node that begins at the cursor, which moves past it. */
const inside = (events: readonly Event[], yaml: string, cursor: Cursor): Node['inside'] => {
  const type = events[cursor.index++]?.type
  const inMapping = type === EVENT_ID.MAPPING
  if (!inMapping && type !== EVENT_ID.SEQUENCE) return nothing
  const nodes = new Map<string | number, Node>()
  const isEnd = () => events[cursor.index] === undefined || events[cursor.index]?.type === EVENT_ID.POP
  for (let position = 0; !isEnd(); position++) {
    const key = spanOf(events[cursor.index])
    if (inMapping) inside(events, yaml, cursor)
    const value = spanOf(events[cursor.index])
    const name = inMapping ? nameAt(yaml, key) : position
    const node = { key, value: value.start === -1 ? key : value, inside: inside(events, yaml, cursor) }
    if (!nodes.has(name)) nodes.set(name, node)
  }
  cursor.index++
  return nodes
}

const nameAt = (yaml: string, { start, end }: Range): string =>
  yaml.slice(start, end).replace(/^(["'])(.*)\1$/, '$2')

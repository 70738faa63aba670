// Finds where a value stands in YAML, so that a problem can point at it.

import { EVENT_ID, type Event } from 'js-yaml'

export type YamlPath = readonly (string | number)[]

/** Offsets in the YAML, end-exclusive. */
type Range = { readonly start: number; readonly end: number }
type FoundNode = { readonly key: Range; readonly value: Range }

type Cursor = { index: number }

const spanOf = (event: Event | undefined): Range => {
  if (event?.type === EVENT_ID.SCALAR) return { start: event.valueStart, end: event.valueEnd }
  if (event?.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd }
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE)
    return { start: event.start, end: event.start + 1 }
  return { start: -1, end: -1 }
}

/** Moves past the node that begins at the cursor. */
const skip = (events: readonly Event[], cursor: Cursor): void => {
  let depth = 0
  do {
    const type = events[cursor.index++]?.type
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++
    if (type === EVENT_ID.POP) depth--
  } while (depth > 0 && cursor.index < events.length)
}

/** The node at the path; where the path ends early, the last node on the way. */
export const findNode = (events: readonly Event[], yaml: string, path: YamlPath): FoundNode => {
  const cursor: Cursor = { index: 1 }
  let found: FoundNode = { key: { start: 0, end: 0 }, value: { start: 0, end: 0 } }
  for (const step of path) {
    const next = child(events, yaml, cursor, step)
    if (next === null || next.key.start === -1) break
    found = next
  }
  return found
}

const child = (
  events: readonly Event[],
  yaml: string,
  cursor: Cursor,
  step: string | number,
): FoundNode | null => {
  const parent = events[cursor.index]
  if (parent?.type !== EVENT_ID.MAPPING && parent?.type !== EVENT_ID.SEQUENCE) return null
  const inMapping = parent.type === EVENT_ID.MAPPING
  cursor.index++
  for (
    let position = 0;
    events[cursor.index] !== undefined && events[cursor.index]?.type !== EVENT_ID.POP;
    position++
  ) {
    const key = spanOf(events[cursor.index])
    if (inMapping) skip(events, cursor)
    const value = spanOf(events[cursor.index])
    const isHere = inMapping ? nameAt(yaml, key) === String(step) : position === step
    if (isHere) return { key, value: value.start === -1 ? key : value }
    skip(events, cursor)
  }
  return null
}

const nameAt = (yaml: string, span: Range): string =>
  yaml.slice(span.start, span.end).replace(/^(["'])(.*)\1$/, '$2')

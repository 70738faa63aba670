// Words of a YAML text that are in none of its values: `title: &Beyond wins` is "wins" to YAML, and nobody would hear of it.

import { EVENT_ID, type Event } from 'js-yaml'

/** The offset of the first; null where each word is part of a value, a name that is used, or a comment. */
export const findUnreadWords = (events: readonly Event[], yaml: string): number | null => {
  let end = 0
  for (const event of events) {
    const { start, next } = spanOf(event)
    if (start === -1) continue
    const found = wordBetween(yaml, end, start, events)
    if (found !== null) return found
    end = Math.max(end, next)
  }
  return wordBetween(yaml, end, yaml.length, events)
}

const spanOf = (event: Event): { readonly start: number; readonly next: number } => {
  if (event.type === EVENT_ID.SCALAR) return { start: event.valueStart, next: event.valueEnd }
  if (event.type === EVENT_ID.ALIAS) return { start: event.anchorStart, next: event.anchorEnd }
  return { start: -1, next: -1 }
}

/** Between two values stand colons, brackets and blanks; seldom more. */
const wordBetween = (yaml: string, start: number, end: number, events: readonly Event[]): number | null => {
  let isPlain = true
  for (let at = start; at < end && isPlain; at++) {
    const code = yaml.charCodeAt(at)
    isPlain =
      code < 0x30 ||
      (code > 0x39 && code < 0x41) ||
      (code > 0x5a && code < 0x61) ||
      code === 0x7b ||
      code === 0x7d
  }
  if (isPlain) return null
  const known = new Set(events.flatMap(event => (event.type === EVENT_ID.ALIAS ? [nameOf(event, yaml)] : [])))
  const rest = yaml
    .slice(start, end)
    .replace(notValues, (found, name?: string) =>
      name === undefined || known.has(name) ? ' '.repeat(found.length) : found,
    )
  const at = rest.search(/[^\s:,[\]{}"'?-]/)
  return at === -1 ? null : start + at
}

const nameOf = (
  { anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number },
  yaml: string,
): string => yaml.slice(anchorStart, anchorEnd)

/** Comments, directives, tags, how a block of text is to be read, the mark of an alias; and names for values, which some alias must use. */
const notValues =
  /(?<!\S)#.*|^%.*|^(?:---|\.\.\.)|(?<!\S)!\S*|[|>][-+\d]*(?=[ \t]*(?:#.*)?$)|\*|(?<![^\s,[{])&([^\s,[\]{}]+)/gm

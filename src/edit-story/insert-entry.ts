// Puts an entry into the text of a live blog: on top where the newest stands on top, else at the end.

import type { Instant } from '../domain/instant.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import { parseInstant } from '../time/parse-instant.ts'
import { applySplice, asRead } from './splice.ts'
import type { NewEntry } from './story-edit.ts'

/** `raw`: as it stands on the disk. `known`: the times of the entries that it has, newest first. */
export const insertEntry = (raw: string, entry: NewEntry, known: readonly Instant[]): string => {
  const text = asRead(raw)
  const bodyStart = text.length - (splitFrontMatter(text)?.body.length ?? 0)
  const first = [...text.matchAll(/^:{3,} *entry[ \t]+(\S+)/gm)]
    .filter(({ index }) => index >= bodyStart)
    .map(({ index, 1: time }) => ({ index, at: parseInstant(time, 'UTC') }))
    .find(({ at }) => at.ok && known.includes(at.value))
  const written = write(entry)
  if (first?.at.ok && first.at.value === known[0])
    return applySplice(raw, { start: first.index, end: first.index, text: `${written}\n` })
  const gap = text.endsWith('\n\n') || bodyStart === text.length ? '' : text.endsWith('\n') ? '\n' : '\n\n'
  return applySplice(raw, { start: text.length, end: text.length, text: `${gap}${written}` })
}

/** Its colons are more than those of boxes in it. */
const write = ({ time, headline, text }: NewEntry): string => {
  const inside = Math.max(2, ...[...text.matchAll(/^:{3,}/gm)].map(([colons]) => colons.length))
  const colons = ':'.repeat(inside + 1)
  return `${colons} entry ${time} ${headline}\n${text}\n${colons}\n`
}

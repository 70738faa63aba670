// What editors are told of an edit that readers are not told of: what changed, why their word does not count, what to type.

import type { Instant } from '../../domain/instant.ts'
import { asOf } from '../../domain/lifecycle.ts'
import { modifiedAt, type Story } from '../../domain/story.ts'
import type { ChangedWords } from './changed-words.ts'
import type { EditedPart } from './edited-parts.ts'

/** What an editor wrote to say so, and why it does not count. */
const vainWord = (before: Story, after: Story, now: Instant): string | null => {
  const had = modifiedAt(asOf(before, now))
  const isNew = ({ date, text }: Story['corrections'][number]) =>
    !before.corrections.some(known => known.date === date && known.text === text)
  const words = [
    ...(after.updated !== null && after.updated !== before.updated
      ? [['“updated”', after.updated] as const]
      : []),
    ...after.corrections.filter(isNew).map(({ date }) => ['the new correction', date] as const),
    ...(after.withdrawn !== null && before.withdrawn === null
      ? [['“withdrawn”', after.withdrawn.date] as const]
      : []),
  ]
  const ahead = words.find(([, date]) => date > now)
  const old = words.find(([, date]) => date <= had)
  if (ahead) return `${ahead[0]} lies ahead, and readers do not see it yet`
  return old ? `${old[0]} is no newer than what readers have` : null
}

const describe = ({ name, changes, reported }: EditedPart): string => {
  if (reported !== null) return reported
  const left = changes.length - mostShown
  const more = left > 0 ? [`${left} more ${left === 1 ? 'change' : 'changes'}`] : []
  return `${name}: ${[...changes.slice(0, mostShown).map(describeChange), ...more].join(', ')}`
}

/** Of a part. */
const mostShown = 3

export const describeChange = ({ before, after }: ChangedWords): string => {
  const quote = (words: ChangedWords['before']) => {
    const texts = words.map(({ text }) => text)
    return `“${texts.slice(0, mostWords).join(' ')}${texts.length > mostWords ? ' …' : ''}”`
  }
  if (before.length === 0) return `${quote(after)} is new`
  return after.length === 0 ? `${quote(before)} is gone` : `${quote(before)} became ${quote(after)}`
}

/** Of each run. */
const mostWords = 12

/** Of `parts`, of which there is one at least. `isSaid`: then corrections are all that is wrong. */
export const messageFor = (
  before: Story,
  after: Story,
  parts: readonly EditedPart[],
  isSaid: boolean,
  now: Instant,
): string => {
  const change = isSaid
    ? 'what was published as a correction stays, and this story has it no more'
    : `this story changed since readers saw it, and ${vainWord(before, after, now) ?? 'nothing says so'}`
  return `${change}: ${parts.map(describe).join('; ')}`
}

/** `never`: what is no slip of spelling, if anything is. */
export const hintForCorrections = ({ file, minor }: Story, never: string | null): string =>
  `put it back; if it was wrong itself, add another one: npm run correct -- ${file} --text="…"${never === null ? '; for a slip of spelling “minor: true” is enough' : minor ? vainMinor(never) : ''}`

const vainMinor = (never: string): string =>
  `; “minor: true” is for slips of spelling, which this is not: ${never}`

/** The same of all else. */
export const hintFor = (
  { file, updated, minor }: Story,
  never: string | null,
  now: Instant,
  time: string,
): string => {
  const wrong = `if it was wrong: npm run correct -- ${file} --text="…"`
  const write = `write ${updated === null ? '' : 'a newer '}“updated: ${time}”`
  const isAhead = updated !== null && updated > now
  const more = `if it tells more: ${isAhead ? `write “updated: ${time}” in its place` : `npm run update -- ${file}, or ${write}`}`
  if (never === null) return `${wrong}; ${more}; for a slip of spelling “minor: true” is enough`
  return `${wrong}; ${more}${minor ? vainMinor(never) : ''}`
}

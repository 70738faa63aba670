// The entries of a live blog, from its markdown.

import type { Token } from 'markdown-it'
import type { Instant } from '../../domain/instant.ts'
import type { LiveEntry } from '../../domain/live-blog.ts'
import type { Fault } from '../../domain/problem.ts'
import { endOfBox } from '../../markdown/boxes.ts'
import { type EntryMarks, marksOfEntries } from '../../markdown/entry-marks.ts'
import { entryAt } from '../../markdown/live-entries.ts'
import type { BodyFault } from './body-fault.ts'
import { countWords } from './count-words.ts'

type ReadEntry = Omit<LiveEntry, 'files' | 'shows'> & {
  /** Counts from 0 in the body. */
  readonly line: number
}

type ReadEntries = { readonly entries: readonly ReadEntry[]; readonly faults: readonly BodyFault[] }

/** Newest first, as the reader of markdown has put them. */
export const readEntries = (tokens: readonly Token[]): ReadEntries => {
  const entries = new Map<Instant, ReadEntry>()
  const faults: BodyFault[] = []
  const marks = marksOfEntries(tokens)
  for (const [index, open] of tokens.entries()) {
    const at = entryAt(open)
    if (at === null) continue
    const line = open.map?.[0] ?? 0
    const words = wordsOf(tokens.slice(index + 1, endOfBox(tokens, index)))
    const entry = { at, line, ...words, ...(marks.get(at) ?? unmarked) }
    const same = entries.get(at)
    if (open.level > 0) faults.push({ line, ...nested })
    else if (same) faults.push({ line: Math.max(line, same.line), ...taken(line < same.line ? entry : same) })
    else entries.set(at, entry)
  }
  return { entries: [...entries.values()], faults }
}

/** It is a fault, and is not shown. */
const unmarked: EntryMarks = { bytes: 0, digest: '', ids: [] }

/** A search engine needs no more, and the story is read wherever its headline is shown. */
const longestText = 1_000

const wordsOf = (inside: readonly Token[]): Pick<LiveEntry, 'headline' | 'text' | 'words'> => {
  const at = inside.findIndex(({ meta }) => meta?.isOfEntry)
  const headline = plainText(inside[at + 1])
  const allText = inside
    .filter((token, index) => token.type === 'inline' && index !== at + 1)
    .map(plainText)
    .filter(text => text !== '')
    .join(' ')
  const text =
    allText.length <= longestText
      ? allText
      : `${allText
          .slice(0, longestText)
          .replace(/\s+\S*$/, '')
          .toWellFormed()} …`
  return { headline, text, words: countWords(`${headline} ${allText}`) }
}

const plainText = (inline: Token | undefined): string =>
  (inline?.children ?? [])
    .map(({ type, content }) => {
      if (type === 'text' || type === 'code_inline') return content
      return type === 'softbreak' || type === 'hardbreak' ? ' ' : ''
    })
    .join('')
    .trim()

type FilesOfEntry = Pick<LiveEntry, 'files' | 'shows'>

/** `files`: those that come with each entry, as nothing else shows them, and no earlier entry. */
export const filesOfEntries = (
  shown: readonly { readonly file: string; readonly entry: Instant | null }[],
): ((at: Instant) => FilesOfEntry) => {
  const since = new Map<string, number>()
  const shownAt = new Map<number, Set<string>>()
  for (const { file, entry } of shown) {
    since.set(file, Math.min(since.get(file) ?? Number.POSITIVE_INFINITY, entry ?? Number.NEGATIVE_INFINITY))
    if (entry !== null) shownAt.set(entry, (shownAt.get(entry) ?? new Set()).add(file))
  }
  return at => {
    const shows = [...(shownAt.get(at) ?? [])]
    return { files: shows.filter(file => since.get(file) === at), shows }
  }
}

const nested: Fault = {
  code: 'entry-nested',
  message: 'a live entry cannot be inside a list, a quotation or another box',
  hint: 'move it to lines of its own',
}

const taken = ({ headline }: Pick<ReadEntry, 'headline'>): Fault => ({
  code: 'entry-time-taken',
  message: `“${headline}” has the same time to the second, so links could not tell the two entries apart`,
  hint: 'change one of the two times by a second',
})

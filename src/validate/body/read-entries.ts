// The entries of a live blog, from its markdown.

import type { Token } from 'markdown-it'
import type { Instant } from '../../domain/instant.ts'
import type { LiveEntry } from '../../domain/live-blog.ts'
import type { Fault } from '../../domain/problem.ts'
import { endOfBox } from '../../markdown/boxes.ts'
import { entryAt } from '../../markdown/live-entries.ts'
import type { BodyFault } from './body-fault.ts'
import { countWords } from './count-words.ts'

type ReadEntry = Omit<LiveEntry, 'files'> & {
  /** Counts from 0 in the body. */
  readonly line: number
}

type ReadEntries = { readonly entries: readonly ReadEntry[]; readonly faults: readonly BodyFault[] }

/** Newest first, as the reader of markdown has put them. */
export const readEntries = (tokens: readonly Token[]): ReadEntries => {
  const entries = new Map<Instant, ReadEntry>()
  const faults: BodyFault[] = []
  for (const [index, open] of tokens.entries()) {
    const at = entryAt(open)
    if (at === null) continue
    const line = open.map?.[0] ?? 0
    const entry = { at, line, ...wordsOf(tokens.slice(index + 1, endOfBox(tokens, index))) }
    const same = entries.get(at)
    if (open.level > 0) faults.push({ line, ...nested })
    else if (same) faults.push({ line: Math.max(line, same.line), ...taken(line < same.line ? entry : same) })
    else entries.set(at, entry)
  }
  return { entries: [...entries.values()], faults }
}

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

/** The files that come with each entry: those that nothing else shows, and no earlier entry. */
export const filesOfEntries = (
  shown: readonly { readonly file: string; readonly entry: Instant | null }[],
): ((at: Instant) => readonly string[]) => {
  const since = new Map<string, number>()
  for (const { file, entry } of shown)
    since.set(file, Math.min(since.get(file) ?? Number.POSITIVE_INFINITY, entry ?? Number.NEGATIVE_INFINITY))
  const filesAt = new Map<number, string[]>()
  for (const [file, first] of since) {
    const files = filesAt.get(first)
    if (files) files.push(file)
    else filesAt.set(first, [file])
  }
  return at => filesAt.get(at) ?? []
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

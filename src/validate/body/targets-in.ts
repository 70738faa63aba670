// The links, pictures, videos and sounds of a text, each with the live entry that it belongs to.

import type { Token } from 'markdown-it'
import type { Instant } from '../../domain/instant.ts'
import { entryAt, isEndOfEntry } from '../../markdown/live-entries.ts'

export type Target = {
  readonly token: Token
  /** That it stands in. */
  readonly block: Token
  readonly entry: Instant | null
}

/** In the order of the text. */
export const targetsIn = (tokens: readonly Token[]): readonly Target[] => {
  const targets: Target[] = []
  const entryOfNote = new Map<number, Instant | null>()
  let entry: Instant | null = null
  for (const block of tokens) {
    // Notes stand behind the whole text; what one shows is first shown where the first words lead to it.
    if (block.type === 'footnote_open') entry = entryOfNote.get(idOf(block)) ?? null
    else if (block.type === 'footnote_close' || isEndOfEntry(block)) entry = null
    else entry = entryAt(block) ?? entry
    for (const token of block.children ?? []) {
      if (token.type === 'footnote_ref')
        entryOfNote.set(idOf(token), earlier(entryOfNote.get(idOf(token)), entry))
      else if (isTarget(token)) targets.push({ token, block, entry })
    }
  }
  return targets
}

const isTarget = ({ type }: Token): boolean => type === 'link_open' || type === 'image' || type === 'media'

const idOf = ({ meta }: Token): number => Number(meta?.id)

/** Outside of all entries is earliest. `known` is undefined before the first of them. */
const earlier = (known: Instant | null | undefined, entry: Instant | null): Instant | null =>
  known === undefined ? entry : known && entry && (Math.min(known, entry) as Instant)

// What leads a front: what an editor placed there first, then the order that it makes itself.

import type { FrontFile, Placed } from '../domain/front.ts'
import type { Instant } from '../domain/instant.ts'

type Placing = {
  readonly front: Pick<FrontFile, 'lead' | 'pinned' | 'hidden'>
  /** Files in the order that the front makes itself. */
  readonly ordered: readonly string[]
  readonly now: Instant
  /** Whether a story is live. */
  readonly isLive: (file: string) => boolean
}

/** Files, each once. A pinned story stands behind the one that leads. */
export const leadingStories = ({ front, ordered, now, isLive }: Placing): readonly string[] => {
  const stands = ({ file, until }: Placed) => (until === null || now < until) && isLive(file)
  const placed = (each: readonly Placed[]) => each.filter(stands).map(({ file }) => file)
  const hidden = new Set(front.hidden)
  const shown = ordered.filter(file => !hidden.has(file))
  const pinned = placed(front.pinned)
  const lead = front.lead === null ? [] : placed([front.lead])
  const first = lead.length > 0 ? lead : shown.filter(file => !pinned.includes(file)).slice(0, 1)
  return [...new Set([...first, ...pinned, ...shown])]
}

/** When a story leaves its place by the clock. */
export const nextLeaving = (
  { lead, pinned }: Pick<FrontFile, 'lead' | 'pinned'>,
  now: Instant,
): Instant | null => {
  const instants = [...(lead === null ? [] : [lead]), ...pinned].flatMap(({ until }) =>
    until !== null && until > now ? [until] : [],
  )
  return instants.length === 0 ? null : (Math.min(...instants) as Instant)
}

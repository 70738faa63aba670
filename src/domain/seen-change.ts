// What readers see become of a story from one publish to the next.

/**
 * `gone`: readers have neither the story nor a page that says it was withdrawn. `changed`: otherwise than before, and neither
 * called an update nor a correction.
 */
export type ChangeKind = 'gone' | 'withdrawn' | 'moved' | 'corrected' | 'updated' | 'changed' | 'live'

export type SeenChange = {
  readonly file: string
  readonly title: string
  /** Its path; of one that is gone, that which it had. */
  readonly url: string
  /** The path that it had before it moved; null when it did not. */
  readonly movedFrom: string | null
  /** One at least. */
  readonly kinds: readonly ChangeKind[]
}

/** The rarest and gravest first. */
const order: readonly ChangeKind[] = ['gone', 'withdrawn', 'moved', 'corrected', 'updated', 'changed', 'live']

const rankOf = ({ kinds }: SeenChange): number => Math.min(...kinds.map(each => order.indexOf(each)))

export const gravestFirst = (one: SeenChange, other: SeenChange): number => rankOf(one) - rankOf(other)

/** What two publishes made of stories, as one: `earlier` is what nobody was told. */
export const joinSeen = (
  earlier: readonly SeenChange[],
  later: readonly SeenChange[],
): readonly SeenChange[] => {
  if (earlier.length === 0) return later
  const before = new Map(earlier.map(seen => [seen.file, seen]))
  const joined = later.map(seen => {
    const was = before.get(seen.file)
    before.delete(seen.file)
    return was === undefined || seen.kinds.includes('gone') || seen.kinds.includes('withdrawn')
      ? seen
      : { ...seen, movedFrom: was.movedFrom ?? seen.movedFrom, kinds: kindsOf([...was.kinds, ...seen.kinds]) }
  })
  return [...before.values(), ...joined].sort(gravestFirst)
}

/** A story that came, and changed before anybody was told, came. */
const kindsOf = (kinds: readonly ChangeKind[]): readonly ChangeKind[] =>
  kinds.includes('live') ? ['live'] : order.filter(each => kinds.includes(each) && each !== 'gone')

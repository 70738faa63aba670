// Looks ahead in a text that is being parsed, and never over the same words twice: a text may be all openings and no end.

type Ahead = { readonly src: string; readonly pos: number }
type Search = { readonly from: number; readonly found: number }

const searches = new WeakMap<Ahead, Map<string, Search>>()

/** Where `sign` stands next, from the state's place on; -1 if nowhere. */
export const findAhead = (state: Ahead, sign: string): number => {
  const { src, pos } = state
  const ofState = searches.get(state) ?? new Map<string, Search>()
  const known = ofState.get(sign)
  if (known && known.from <= pos && (known.found === -1 || known.found >= pos)) return known.found
  const found = src.indexOf(sign, pos)
  searches.set(state, ofState.set(sign, { from: pos, found }))
  return found
}

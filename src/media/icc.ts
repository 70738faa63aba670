// Colour profiles (ICC.1): a profile made for one screen says which, with its serial number. Colours do not need that.
//
// Screenshots carry the profile of the screen. What is named here is filled with zeros where it stands.

/** Make and serial number of a screen, notes of calibration programs, measurements with those of the instrument. */
const personal = new Set(['mmod', 'meta', 'targ', 'DevD', 'CIED', 'CxF '])

type Range = { readonly start: number; readonly end: number }

const headBytes = 132
const entryBytes = 12

/** Where in a profile it is said; nowhere in most. */
export const personalRanges = (profile: Buffer): readonly Range[] => {
  if (profile.length < headBytes) return []
  const tags = Array.from({ length: Math.min(profile.readUInt32BE(128), 100) }, (_, index) => {
    const at = headBytes + index * entryBytes
    if (at + entryBytes > profile.length) return { name: '', start: 0, end: 0 }
    const start = profile.readUInt32BE(at + 4)
    const end = Math.min(start + profile.readUInt32BE(at + 8), profile.length)
    return { name: profile.toString('latin1', at, at + 4), start, end }
  })
  const needed = tags.filter(({ name }) => !personal.has(name))
  const ranges = tags
    .filter(({ name, start, end }) => personal.has(name) && start >= headBytes && start < end)
    .filter(({ start, end }) => needed.every(other => other.end <= start || other.start >= end))
  // The digest of the profile as it was.
  return ranges.length === 0 ? [] : [{ start: 84, end: 100 }, ...ranges]
}

/** A copy without it; the profile itself where nothing is said. */
export const impersonal = (profile: Buffer): Buffer => {
  const ranges = personalRanges(profile)
  if (ranges.length === 0) return profile
  const copy = Buffer.from(profile)
  for (const { start, end } of ranges) copy.fill(0, start, end)
  return copy
}

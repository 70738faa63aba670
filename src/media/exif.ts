// Exif as far as it matters to how a picture is shown: which way up it is (Exif 2.32, TIFF 6.0).

/** Tag → where its entry begins, of the first directory. Empty for what is no TIFF. */
const entriesOf = (
  tiff: Buffer,
): { readonly short: (at: number) => number; readonly at: ReadonlyMap<number, number> } => {
  const isLittle = tiff.toString('latin1', 0, 4) === 'II*\0'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const found = new Map<number, number>()
  if (tiff.length < 10 || !(isLittle || tiff.toString('latin1', 0, 4) === 'MM\0*'))
    return { short, at: found }
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = start + 2 <= tiff.length ? short(start) : 0
  for (let at = start + 2; at < start + 2 + 12 * count && at + 12 <= tiff.length; at += 12)
    if (!found.has(short(at))) found.set(short(at), at)
  return { short, at: found }
}

/** The tags of the first directory of a TIFF. */
export const tagsOf = (tiff: Buffer): readonly number[] => [...entriesOf(tiff).at.keys()]

const orientationTag = 0x0112

/** 1 to 8; 1 where nothing is said. */
export const orientationIn = (tiff: Buffer): number => {
  const { short, at } = entriesOf(tiff)
  const entry = at.get(orientationTag)
  const value = entry === undefined || short(entry + 2) !== 3 ? 1 : short(entry + 8)
  return value >= 1 && value <= 8 ? value : 1
}

/** A TIFF that says nothing but which way up the picture is. */
export const exifOfOrientation = (orientation: number): Buffer =>
  Buffer.from([
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ])

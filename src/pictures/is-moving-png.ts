// Whether a PNG moves: the decoder shows its first frame only, and says nothing of the others.

const signature = 0x89504e47

/** PNG, third edition, section 11.3.6: a chunk acTL before the first IDAT says how many frames there are. */
export const isMovingPng = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0) !== signature) return false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (name === 'acTL') return view.getUint32(at + 8) > 1
    if (name === 'IDAT') return false
    at += view.getUint32(at) + 12
  }
  return false
}

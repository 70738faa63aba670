// What is packed into a ZIP archive (APPNOTE 6.3), which documents of office programs are too.

import { inflateRawSync } from 'node:zlib'

export type ZipEntry = {
  readonly name: string
  readonly isPacked: boolean
  readonly at: number
  readonly bytes: number
}

export const zipEntries = (bytes: Buffer): readonly ZipEntry[] => {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1) return []
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && bytes.readUInt32LE(at) === 0x02014b50; left--) {
    const nameBytes = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
      isPacked: bytes.readUInt16LE(at + 10) === 8,
      bytes: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

const longestPart = 64 * 1024 * 1024

/** Empty where it cannot be unpacked. */
export const contentOfEntry = (bytes: Buffer, { at, bytes: size, isPacked }: ZipEntry): Buffer => {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(start, start + size)
  try {
    return isPacked ? inflateRawSync(content, { maxOutputLength: longestPart }) : content
  } catch {
    return Buffer.alloc(0)
  }
}

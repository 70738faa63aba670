// Where a file stops being UTF-8, with what surrounds it as the encoding of old Windows files shows it.

import { type Location, locationOfFile } from '../domain/problem.ts'

export const findWrongByte = (file: string, bytes: Uint8Array): Location => {
  // UTF-16 and what is no text at all is wrong from its beginning.
  if (bytes.subarray(0, 200).includes(0)) return locationOfFile(file)
  // Each beginning of a sound beginning is sound, too.
  let [sound, wrong] = [0, bytes.length + 1]
  while (wrong - sound > 1) {
    const middle = (sound + wrong) >> 1
    if (textOf(bytes.subarray(0, middle)) === null) wrong = middle
    else sound = middle
  }
  const before = textOf(bytes.subarray(0, sound)) ?? ''
  const at = Buffer.byteLength(before) + (bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0)
  const lines = before.split(/\r\n?|\n/)
  const start = lines.at(-1) ?? ''
  const rest = windowsText(bytes.subarray(at, at + longestRest))
  const text = `${start}${/^[^\r\n]*/.exec(rest)?.[0] ?? ''}`
  return { file, line: lines.length, column: start.length + 1, length: 1, text }
}

const longestRest = 2_000

/** Windows-1252 from 80 to 9F, which Node's own decoder takes for control characters. */
const windowsCharacters = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const windowsText = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, character => windowsCharacters[character.charCodeAt(0) - 0x80] ?? character)

/** Null for bytes that no more bytes can make UTF-8; a letter that is not all there yet is left out. */
const textOf = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

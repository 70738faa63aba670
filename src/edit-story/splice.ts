// Puts texts into a file's own text, byte for byte: its line ends and its byte order mark stay what they are.

/** Offsets in the text as the build reads it: with LF line ends, without a byte order mark. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string }

/** What a build reads of a file's text. */
export const asRead = (raw: string): string => raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** `raw`: the file's text as it stands on the disk. New lines end as its first line does. */
export const applySplice = (raw: string, { start, end, text }: Splice): string => {
  const offsetOf = offsetsIn(raw)
  const lineEnd = /\r\n?|\n/.exec(raw)?.[0] ?? '\n'
  return raw.slice(0, offsetOf(start)) + text.replaceAll('\n', lineEnd) + raw.slice(offsetOf(end))
}

/** From an offset in the text as it is read to the one in the text as it stands. */
const offsetsIn = (raw: string): ((offset: number) => number) => {
  const mark = raw.startsWith('\ufeff') ? 1 : 0
  const pairs = [...raw.matchAll(/\r\n/g)].map(({ index }, before) => index - mark - before)
  return offset => mark + offset + pairs.filter(pair => pair < offset).length
}

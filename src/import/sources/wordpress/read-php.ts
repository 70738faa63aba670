// A value that PHP wrote by `serialize`, as plugins keep their notes. Objects are read as lists of their members.

export type PhpValue = string | number | boolean | null | ReadonlyMap<string, PhpValue>

/** Null also for what cannot be read. Lengths are in bytes of UTF-8, which an export may have changed: texts end at their quote. */
export const readPhp = (text: string): PhpValue => {
  if (!/^[aOsidbN][:;]/.test(text)) return null
  const reader = { text, at: 0 }
  try {
    return readValue(reader, 0)
  } catch {
    return null
  }
}

type Reader = { readonly text: string; at: number }

const take = (reader: Reader, pattern: RegExp): RegExpExecArray => {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)
  if (found === null) throw new Error('not a value of PHP')
  reader.at += found[0].length
  return found
}

const readValue = (reader: Reader, depth: number): PhpValue => {
  if (depth > 50) throw new Error('too deep')
  switch (reader.text[reader.at]) {
    case 's':
      return textOf(reader)
    case 'i':
    case 'd':
      return Number(take(reader, /[id]:([^;]*);/y)[1])
    case 'b':
      return take(reader, /b:(\d);/y)[1] === '1'
    case 'a':
    case 'O':
      return membersOf(reader, depth)
    default:
      take(reader, /N;/y)
      return null
  }
}

const textOf = (reader: Reader): string => {
  const bytes = Number(take(reader, /s:(\d+):"/y)[1])
  const ends = (at: number) => reader.text.startsWith('";', at)
  // Most texts are ASCII, where a byte is a letter.
  let end = reader.at + bytes
  if (!ends(end)) {
    const long = Buffer.from(reader.text.slice(reader.at, reader.at + bytes))
    end = reader.at + long.subarray(0, bytes).toString().length
  }
  if (!ends(end)) end = reader.text.indexOf('";', reader.at)
  if (end === -1) throw new Error('a text never ends')
  const found = reader.text.slice(reader.at, end)
  reader.at = end + 2
  return found
}

const membersOf = (reader: Reader, depth: number): ReadonlyMap<string, PhpValue> => {
  const count = Number(take(reader, /(?:a|O:\d+:"[^"]*"):(\d+):\{/y)[1])
  const members = new Map<string, PhpValue>()
  for (let index = 0; index < count; index++) {
    const key = readValue(reader, depth + 1)
    members.set(String(key), readValue(reader, depth + 1))
  }
  take(reader, /\}/y)
  return members
}

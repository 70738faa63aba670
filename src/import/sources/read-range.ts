// A byte range of a file of XML as text, in the encoding that the file names.

import { readPart } from '../../system/files.ts'

export const readRange = (path: string, start: number, end: number, encoding: string): string =>
  decoderOf(encoding).decode(readPart(path, start, end - start))

/** `head` begins the file. UTF-8 where it names none. */
export const encodingIn = (head: string): string =>
  /^[^<]*<\?xml[^>]*\sencoding=["']([\w-]+)/.exec(head)?.[1] ?? 'utf-8'

const decoderOf = (encoding: string) => {
  try {
    return new TextDecoder(encoding)
  } catch {
    return new TextDecoder()
  }
}

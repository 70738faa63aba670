// One text file of the site.

import { join } from 'node:path'
import { errorAt, type Fault, locationOfFile, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { isLfsPointer, lfsPointer } from '../media/lfs-pointer.ts'
import { readBytes, readText } from '../system/files.ts'
import { findWrongByte } from './find-wrong-byte.ts'

/** `file` is relative to the site's root; `text` is UTF-8 with LF line ends. */
export type SourceFile = { readonly file: string; readonly text: string }

export const readSource = (root: string, file: string): Result<SourceFile, Problem> => {
  const text = readText(join(root, file))
  if (text !== null)
    return isLfsPointer(text)
      ? failure(errorAt(locationOfFile(file), lfsPointer(file)))
      : success({ file, text })
  return failure(errorAt(findWrongByte(file, readBytes(join(root, file))), notUtf8))
}

const notUtf8: Fault = {
  code: 'file-not-utf8',
  message: 'some letters of the file cannot be read: it was saved in another encoding than UTF-8',
  hint: 'open it in your editor, choose “Save as” with the encoding “UTF-8”, and save it under the same name',
}

// One text file of the site.

import { join } from 'node:path'
import { errorAt, type Fault, locationOfFile, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { isLfsPointer, lfsPointer } from '../media/lfs-pointer.ts'
import { isFile, isReadable, kindAt, readBytes, readText } from '../system/files.ts'
import { findWrongByte } from './find-wrong-byte.ts'

/** `file` is relative to the site's root; `text` is UTF-8 with LF line ends. */
export type SourceFile = { readonly file: string; readonly text: string }

/** Throws where the disk gives nothing: the file is not there, or the disk is broken. */
export const readSource = (root: string, file: string): Result<SourceFile, Problem> => {
  const path = join(root, file)
  // Opening a pipe waits for whoever writes into it.
  if (kindAt(path) !== null && !isFile(path)) return failure(errorAt(locationOfFile(file), noRegularFile))
  if (!isReadable(path)) return failure(errorAt(locationOfFile(file), notReadable))
  const text = readText(path)
  if (text !== null)
    return isLfsPointer(text)
      ? failure(errorAt(locationOfFile(file), lfsPointer(file)))
      : success({ file, text })
  return failure(errorAt(findWrongByte(file, readBytes(path)), notUtf8))
}

const noRegularFile: Fault = {
  code: 'file-special',
  message: 'this is a folder, a pipe, a socket, a device or a link to nothing, and no file',
  hint: 'delete it, or move it out of content/',
}

const notReadable: Fault = {
  code: 'file-unreadable',
  message: 'this file cannot be read: permission is denied',
  hint: 'give everybody who builds the site the right to read it, such as by chmod +r',
}

const notUtf8: Fault = {
  code: 'file-not-utf8',
  message: 'some letters of the file cannot be read: it was saved in another encoding than UTF-8',
  hint: 'open it in your editor, choose “Save as” with the encoding “UTF-8”, and save it under the same name',
}

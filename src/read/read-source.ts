// One text file of the site.

import { join } from 'node:path'
import { locationOfFile, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { readText } from '../system/files.ts'

/** `file` is relative to the site's root; `text` is UTF-8 with LF line ends. */
export type SourceFile = { readonly file: string; readonly text: string }

export const readSource = (root: string, file: string): Result<SourceFile, Problem> => {
  const text = readText(join(root, file))
  if (text !== null) return success({ file, text })
  return failure({
    code: 'file-not-utf8',
    severity: 'error',
    message: 'the file is not UTF-8 text',
    hint: 'save the file in UTF-8',
    location: locationOfFile(file),
  })
}

// A file, or a script on a page, that should be JSON and is not.

import type { PageFault } from '../page-fault.ts'

/** `subject`: "this file", "the JSON-LD". */
export const jsonFault = (subject: string, { message }: SyntaxError, offset = 0): PageFault => ({
  code: 'json-malformed',
  message: `${subject} is not valid JSON: ${message}`,
  hint: 'print every value with the filter json',
  offset,
})

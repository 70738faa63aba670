// What pages say in JSON-LD is JSON: search engines pass over all of it where it is none.

import type { PageFault } from '../page-fault.ts'
import type { JsonLd } from './find-json-ld.ts'

export const checkJsonLd = (scripts: readonly JsonLd[]): readonly PageFault[] =>
  scripts.flatMap(({ document, offset }) =>
    document instanceof SyntaxError ? [notJson('the JSON-LD', document, offset)] : [],
  )

export const notJson = (what: string, { message }: SyntaxError, offset = 0): PageFault => ({
  code: 'json-malformed',
  message: `${what} is no JSON: ${message}`,
  hint: 'print every value with the filter json',
  spot: { offset, words: '' },
})

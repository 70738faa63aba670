// The JSON-LD of a page is valid JSON: search engines ignore all of it otherwise.

import type { PageFault } from '../page-fault.ts'
import type { JsonLd } from './find-json-ld.ts'
import { jsonFault } from './json-fault.ts'

export const checkJsonLd = (scripts: readonly JsonLd[]): readonly PageFault[] =>
  scripts.flatMap(({ document, offset }) =>
    document instanceof SyntaxError ? [jsonFault('the JSON-LD', document, offset)] : [],
  )

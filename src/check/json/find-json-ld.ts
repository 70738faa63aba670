// The JSON-LD of a page, script by script.

import { parseJson } from './json-values.ts'

const begin = '<script type="application/ld+json">'

export type JsonLd = {
  readonly json: string
  /** The parsed value; a SyntaxError where it is not JSON. */
  readonly document: unknown
  /** Where the JSON begins on the page. */
  readonly offset: number
}

export const findJsonLd = (html: string): readonly JsonLd[] => {
  const found: JsonLd[] = []
  for (let start = html.indexOf(begin); start !== -1; start = html.indexOf(begin, start + 1)) {
    const offset = start + begin.length
    const end = html.indexOf('</script>', offset)
    const json = html.slice(offset, end === -1 ? html.length : end)
    found.push({ json, document: parseJson(json), offset })
  }
  return found
}

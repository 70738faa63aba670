// The ways in which a text may be escaped on a page, in a feed or in a data file.

import { escapeJson, escapeXml } from '../domain/escape.ts'

/** As XML, JSON, markdown and layouts write it: markdown leaves `'` and `\` alone, Nunjucks does not. */
export const escapedVariants = (text: string): readonly string[] => {
  const byMarkdown = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const byNunjucks = byMarkdown.replaceAll("'", '&#39;').replaceAll('\\', '&#92;')
  return [escapeXml(text), escapeJson(text).slice(1, -1), byMarkdown, byNunjucks]
}

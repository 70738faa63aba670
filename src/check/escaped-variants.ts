// The ways in which a text may be escaped on a page, in a feed or in a data file.

import { escapeHtml, escapeJson, escapeXml } from '../domain/escape.ts'

/** As XML, JSON, markdown and layouts write it: markdown leaves `'` and `\` alone, layouts do not. */
export const escapedVariants = (text: string): readonly string[] => {
  const byMarkdown = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  return [escapeXml(text), escapeJson(text).slice(1, -1), byMarkdown, escapeHtml(text)]
}

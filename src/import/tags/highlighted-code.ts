// Code between two `highlight` tags, as Jekyll and Hugo have them, as a fence.

import { codeFence, codeHtml } from '../html/html-piece.ts'
import type { BodyFormat, TagReplacement } from '../text/text-dialect.ts'

/** `rest` is the text behind the name of the opening tag: the language. */
export const highlightedCode = (rest: string, inside: TagReplacement, format: BodyFormat): TagReplacement => {
  const language = /^\s*["']?([\w+#-]*)/.exec(rest)?.[1] ?? ''
  const code = format === 'html' ? codeHtml(inside.text, language) : codeFence(inside.text, language)
  return { text: code, end: inside.end }
}

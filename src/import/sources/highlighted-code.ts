// Code between two `highlight` tags, as Jekyll and Hugo have them, as a fence.

import { codeFence } from '../text/html-piece.ts'
import type { TagReplacement } from '../text/text-dialect.ts'

/** `rest` is the text behind the name of the opening tag: the language. */
export const highlightedCode = (rest: string, inside: TagReplacement): TagReplacement => {
  const language = /^\s*["']?([\w+#-]*)/.exec(rest)?.[1] ?? ''
  return { text: codeFence(inside.text, language), end: inside.end }
}

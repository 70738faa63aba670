// A text without the template tags that nothing could be put in place of. Code keeps its own.

import type { MarkdownIt } from 'markdown-it'
import { readTemplateTag } from '../sources/read-template-tag.ts'
import type { ArchiveKind } from './archive-markdown.ts'
import { codeAt, findCode } from './find-code.ts'

export const withoutTemplateTags = (text: string, kind: ArchiveKind, markdown: MarkdownIt): string => {
  if (!/\{[%{]/.test(text)) return text
  const code = findCode(text, markdown)
  let result = ''
  let done = 0
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', Math.max(at + 1, done))) {
    const tag = codeAt(code, at) === null ? readTemplateTag(text, at, kind) : null
    if (tag === null) continue
    result += text.slice(done, at)
    done = tag.end
  }
  return result + text.slice(done)
}

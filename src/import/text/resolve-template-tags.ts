// Template tags in a body: what they stand for where that is plain; else they stay, as visible text.

import type { MarkdownIt } from 'markdown-it'
import { resolveShortcode } from '../sources/hugo-shortcodes.ts'
import { resolveLiquidTag, resolveOutput, type TagContext } from '../sources/liquid-tags.ts'
import { readTemplateTag, type TemplateTag } from '../sources/read-template-tag.ts'
import type { ArchiveKind } from './archive-markdown.ts'
import { codeAt, findCode } from './find-code.ts'
import { codeFence } from './html-piece.ts'

type Rules = TagContext & { readonly kind: ArchiveKind; readonly markdown: MarkdownIt }

const keptNote = 'A template tag has no plain meaning and stays as text'
const codeNote = 'A template tag inside code was left as it stands'

/** Code stays as it is, but for the `raw` tags around what it shows. */
export const resolveTemplateTags = (text: string, rules: Rules): string => {
  if (!/\{[%{]/.test(text)) return text
  const code = findCode(text, rules.markdown)
  let result = ''
  let done = 0
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', Math.max(at + 1, done))) {
    const tag = readTemplateTag(text, at, rules.kind)
    if (tag === null) continue
    const isCode = codeAt(code, at) !== null
    const replaced =
      insideOf(tag, text, rules, isCode) ?? (isCode ? null : aloneOf(tag, text.slice(at, tag.end), rules))
    if (replaced === null) {
      rules.addNote(isCode ? codeNote : keptNote, text.slice(at, tag.end))
      continue
    }
    result += text.slice(done, at) + replaced.text
    done = replaced.end
  }
  return result + text.slice(done)
}

type Replaced = { readonly text: string; readonly end: number }

/** Tags around a text. What `raw` protects is passed over unread. */
const insideOf = (tag: TemplateTag, text: string, rules: Rules, isCode: boolean): Replaced | null => {
  const closed = tag.kind === 'output' ? null : closingOf(tag, text)
  if (closed === null) return null
  const inside = text.slice(tag.end, closed.start)
  if (tag.kind === 'tag' && /^(?:raw|verbatim)$/.test(tag.name)) return { text: inside, end: closed.end }
  if (isCode) return null
  if (tag.kind === 'tag' && tag.name === 'comment') {
    rules.addNote('A comment that readers never saw was left out', inside)
    return { text: '', end: closed.end }
  }
  if (tag.name === 'highlight') {
    const language = /^\s*["']?([\w+#-]*)/.exec(tag.rest)?.[1] ?? ''
    return { text: codeFence(inside, language), end: closed.end }
  }
  return tag.kind === 'shortcode' && /^(?:rawhtml|raw|html)$/.test(tag.name)
    ? { text: inside, end: closed.end }
    : null
}

const paired = /^(?:raw|verbatim|comment|highlight|rawhtml|html)$/

const closingOf = (tag: TemplateTag, text: string): { start: number; end: number } | null => {
  if (!paired.test(tag.name)) return null
  const form =
    tag.kind === 'tag' ? `\\{%-?\\s*end${tag.name}\\s*-?%\\}` : `\\{\\{[<%]\\s*/${tag.name}\\s*[>%]\\}\\}`
  const found = new RegExp(form, 'g')
  found.lastIndex = tag.end
  const close = found.exec(text)
  return close && { start: close.index, end: close.index + close[0].length }
}

const aloneOf = (tag: TemplateTag, written: string, rules: Rules): Replaced | null => {
  if (tag.kind === 'shortcode' && tag.name === '/*') {
    // Hugo's way of showing a shortcode instead of calling it.
    return { text: written.replace(/^(\{\{[<%])\/\*/, '$1').replace(/\*\/([>%]\}\})$/, '$1'), end: tag.end }
  }
  const text =
    tag.kind === 'output'
      ? resolveOutput(tag.rest, rules)
      : tag.kind === 'shortcode'
        ? resolveShortcode(tag.name, tag.rest.replace(/\/\s*$/, ''), rules)
        : resolveLiquidTag(tag.name, tag.rest, rules)
  return text === null ? null : { text, end: tag.end }
}

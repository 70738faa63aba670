// Values that Liquid and Nunjucks print, where the import knows them: `{{ value | filter }}`.

import { embedHtml, pictureHtml } from '../html/html-piece.ts'
import { embedUrl } from '../text/embed-url.ts'
import type { TagContext, TagLanguage } from '../text/text-dialect.ts'
import { wordsOfKey } from '../text/to-key.ts'
import { readTag } from './read-tag.ts'
import { readArguments } from './tag-arguments.ts'

export const liquidOutput: TagLanguage = {
  openings: ['{{'],
  read: (text, start) => {
    // Those are Hugo's.
    if (/[<%]/.test(text[start + 2] ?? '')) return null
    const tag = readTag(text, start, 2, '}}')
    return (
      tag && {
        ...tag,
        resolve: context => {
          const known = context.values?.textOf(tag.inside) ?? null
          const value = known ?? (context.isCode ? null : printedText(tag.inside, context))
          return value === null ? null : { text: value, end: tag.end }
        },
      }
    )
  },
}

const printedText = (expression: string, context: TagContext): string | null => {
  const [head = '', ...filters] = splitFilters(expression)
  const value = knownValueOf(head, context)
  if (value === null) return null
  return filters.reduce<string | null>(
    (text, filter) => (text === null ? null : applyFilter(text, filter, context)),
    value,
  )
}

const splitFilters = (expression: string): readonly string[] =>
  (expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? []).map(part => part.trim())

/** A text in quotes, a front matter field, or the old site's base: that is all an import knows. */
const knownValueOf = (head: string, { fieldText }: TagContext): string | null => {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(head)
  if (quoted) return quoted[2] ?? ''
  if (/^(?:site\.)?(?:base_?url|url|github\.url|pathPrefix)$/i.test(head)) return ''
  const field = /^(?:page\.|post\.)?([\w-]+)$/.exec(head)?.[1]
  return field === undefined || field === 'date' ? null : fieldText(field)
}

const urlFilters =
  /^(?:url|relative_url|absolute_url|prepend|append|html_?base_?url|locale_url|url_encode|escape|strip|safe|markdownify|raw|trim)$/

const applyFilter = (text: string, filter: string, { addNote }: TagContext): string | null => {
  const [, name = '', rest = ''] =
    /^([\w-]+)\s*:?([\s\S]*)$/.exec(filter.replace(/\(([\s\S]*)\)$/, ': $1')) ?? []
  if (urlFilters.test(name)) return name === 'append' && readArguments(rest).values.length > 0 ? null : text
  const url = name === 'embed' ? embedUrl(text) : null
  if (url !== null) return embedHtml(url, readArguments(rest).values[0] ?? null)
  if (/(?:photo|avatar|portrait|image)$/.test(name)) return pictureHtml(text, wordsOfKey(text), null)
  if (!/(?:^|_)(?:link|name|person|author|team|member)(?:_|$)/.test(name)) return null
  addNote('Replaced a template filter with the plain name', `${text} | ${name}`)
  return wordsOfKey(text)
}

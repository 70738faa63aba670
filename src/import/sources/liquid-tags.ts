// What Liquid and Nunjucks tags stand for, where that is plain: `{% name … %}` and `{{ value | filter }}`.

import { asText, type Fields } from '../fields/read-fields.ts'
import type { AddNote } from '../note.ts'
import { embedUrl, pageOfEmbed } from '../text/embed-url.ts'
import { embedHtml, linkedHtml, pictureHtml } from '../text/html-piece.ts'
import { wordsOfKey } from '../text/to-key.ts'
import { readArguments, type TagArguments } from './tag-arguments.ts'

export type TagContext = {
  readonly fields: Fields
  /** The old path of the post that a tag names by its file, or null. */
  readonly pathOfPost: (name: string) => string | null
  readonly addNote: AddNote
}

const pictureTag = /(?:^|_)(?:image|img|picture|figure|photo|asset|thumbnail)(?:_|$)/
const embedTag = /^(?:youtube|vimeo|twitter|tweet|instagram|gist)/
const picturePath = /\.(?:jpe?g|png|gif|svg|webp|avif)(?:$|\?)/i

/** The text that stands for `{% name rest %}`; null when its meaning is not plain. */
export const resolveLiquidTag = (name: string, rest: string, context: TagContext): string | null => {
  if (name === 'post_url' || name === 'link')
    return context.pathOfPost(rest.trim().replace(/^["']|["']$/g, ''))
  if (name === 'include' || name === 'include_relative' || name === 'include_cached') {
    const file = /^\s*["']?([\w./-]+)["']?(.*)$/s.exec(rest)
    const part = /([\w-]+)(?:\.\w+)?$/.exec(file?.[1] ?? '')?.[1]?.toLowerCase() ?? ''
    return resolveNamed(part.replaceAll('-', '_'), file?.[2] ?? '')
  }
  return resolveNamed(name, rest)
}

const resolveNamed = (name: string, rest: string): string | null => {
  const { values, named } = readArguments(rest)
  if (pictureTag.test(name)) return pictureOf(name, values, named)
  const service = name === 'video' ? (named.get('provider') ?? 'youtube') : name
  if (!embedTag.test(service)) return null
  const id = named.get('id') ?? named.get('url') ?? named.get('src') ?? values[0]
  const url = id === undefined ? null : pageOfEmbed(service, id)
  return url === null ? null : embedHtml(url, named.get('title') ?? null)
}

const pictureOf = (
  name: string,
  values: TagArguments['values'],
  named: TagArguments['named'],
): string | null => {
  const pathOf = (...keys: string[]) => keys.map(key => named.get(key)).find(path => path !== undefined)
  const own = pathOf('src', 'path', 'image', 'file') ?? values.find(value => picturePath.test(value))
  const src = own ?? named.get('url')
  if (src === undefined) return null
  const words = values.slice(values.indexOf(src) + 1)
  const alt = named.get('alt') ?? named.get('caption') ?? words[name.endsWith('_with_class') ? 1 : 0] ?? ''
  const link = own === undefined ? pathOf('link', 'href') : pathOf('link', 'href', 'url')
  return linkedHtml(pictureHtml(src, alt, named.get('caption') ?? named.get('title') ?? null), link)
}

const urlFilters =
  /^(?:url|relative_url|absolute_url|prepend|append|html_?base_?url|locale_url|url_encode|escape|strip|safe|markdownify|raw|trim)$/

/** The text that stands for `{{ expression }}`; null when its meaning is not plain. */
export const resolveOutput = (expression: string, context: TagContext): string | null => {
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
const knownValueOf = (head: string, { fields }: TagContext): string | null => {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(head)
  if (quoted) return quoted[2] ?? ''
  if (/^(?:site\.)?(?:base_?url|url|github\.url|pathPrefix)$/i.test(head)) return ''
  const field = /^(?:page\.|post\.)?([\w-]+)$/.exec(head)?.[1]
  return field === undefined || field === 'date' ? null : asText(fields.get(field))
}

const applyFilter = (text: string, filter: string, { addNote }: TagContext): string | null => {
  const [, name = '', rest = ''] =
    /^([\w-]+)\s*:?([\s\S]*)$/.exec(filter.replace(/\(([\s\S]*)\)$/, ': $1')) ?? []
  if (urlFilters.test(name)) return name === 'append' && readArguments(rest).values.length > 0 ? null : text
  const url = name === 'embed' ? embedUrl(text) : null
  if (url !== null) return embedHtml(url, readArguments(rest).values[0] ?? null)
  if (/(?:photo|avatar|portrait|image)$/.test(name)) return pictureHtml(text, wordsOfKey(text), null)
  if (!/(?:^|_)(?:link|name|person|author|team|member)(?:_|$)/.test(name)) return null
  addNote('A name stood in a template filter: the plain name was kept', `${text} | ${name}`)
  return wordsOfKey(text)
}

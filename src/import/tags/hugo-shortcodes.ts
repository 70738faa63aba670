// Hugo's shortcodes, where their meaning is plain: `{{< name … >}}` and `{{% name … %}}`.

import { embedHtml } from '../html/html-piece.ts'
import { pageOfEmbed } from '../text/embed-url.ts'
import type { TagCall, TagContext, TagLanguage, TagReplacement } from '../text/text-dialect.ts'
import { highlightedCode } from './highlighted-code.ts'
import { pictureOfTag, sourceOfTag } from './picture-of-tag.ts'
import { insideOf, type NamedTag, readTag, withName } from './read-tag.ts'
import { readArguments, type TagArguments } from './tag-arguments.ts'

export const hugoShortcodes: TagLanguage = {
  openings: ['{{<', '{{%'],
  read: (text, start) => {
    const written = readTag(text, start, 3, text[start + 2] === '<' ? '>}}' : '%}}')
    if (written === null) return null
    const tag = withName(written)
    const call = callOf(tag)
    return {
      ...written,
      ...(call === null ? {} : { call }),
      resolve: context => (context.isCode ? null : resolve(tag, text, context)),
    }
  },
}

const closingOf = (name: string): RegExp => new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`)

const callOf = ({ name, rest }: NamedTag): TagCall | null => {
  const bare = name.replace(/^\//, '')
  if (!/^[\w.-]+$/.test(bare)) return null
  const closing = closingOf(bare.replace(/[.-]/g, '\\$&'))
  const label = `{{< ${bare} >}}`
  return { name: bare, ...readArguments(rest.replace(/\/\s*$/, '')), label, closing, isEnd: name !== bare }
}

const resolve = (tag: NamedTag, text: string, context: TagContext): TagReplacement | null => {
  const { name, rest, start, end } = tag
  if (/^(?:highlight|rawhtml|raw|html)$/.test(name)) {
    const inside = insideOf(text, tag, closingOf(name), context)
    if (inside !== null) return name === 'highlight' ? highlightedCode(rest, inside, context.format) : inside
  }
  if (name === '/*') {
    // Shown instead of called.
    const shown = text
      .slice(start, end)
      .replace(/^(\{\{[<%])\/\*/, '$1')
      .replace(/\*\/([>%]\}\})$/, '$1')
    return { text: shown, end }
  }
  const written = readArguments(rest.replace(/\/\s*$/, ''))
  const inner = /^(?:figure|image|img)$/.test(name) ? captionInside(tag, text, context) : null
  const named = inner === null ? written.named : new Map([['caption', inner.text], ...written.named])
  const standsFor = meaningOfShortcode(name, { ...written, named }, context)
  return standsFor === null ? null : { text: standsFor, end: inner?.end ?? end }
}

/** What stands between a figure and its closing tag, where no other one begins before that. */
const captionInside = (tag: NamedTag, text: string, context: TagContext): TagReplacement | null => {
  const inside = tag.rest.endsWith('/') ? null : insideOf(text, tag, closingOf(tag.name), context)
  const isOwn = inside !== null && inside.text.length < 2000 && !/\{\{[<%]|!\[|<img/i.test(inside.text)
  return isOwn ? inside : null
}

/** The text that stands for a shortcode without an inside; null when its meaning is not plain. */
export const meaningOfShortcode = (
  name: string,
  { values, named }: TagArguments,
  context: TagContext,
): string | null => {
  const first = values[0]
  switch (name) {
    case 'ref':
    case 'relref': {
      const path = named.get('path') ?? first
      return path === undefined ? null : (context.addressOfFile(path) ?? path)
    }
    case 'figure':
    case 'img':
    case 'image': {
      const src = sourceOfTag({ values, named }) ?? named.get('url') ?? first
      return src === undefined ? null : pictureOfTag({ values, named }, name, src, context.addNote)
    }
    case 'param':
      return context.fieldText(first ?? '')
    default:
      return embedOf(name, { values, named })
  }
}

const embedOf = (name: string, { values, named }: TagArguments): string | null => {
  const id =
    named.get('id') ??
    named.get('url') ??
    (name === 'gist' ? values.slice(0, 2).join('/') : (values[1] ?? values[0]))
  const url = id === undefined ? null : pageOfEmbed(name, id)
  return url === null ? null : embedHtml(url, named.get('title') ?? null)
}

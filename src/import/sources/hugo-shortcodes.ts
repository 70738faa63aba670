// Hugo's shortcodes, where their meaning is plain: `{{< name … >}}` and `{{% name … %}}`.

import { pageOfEmbed } from '../text/embed-url.ts'
import { embedHtml, linkedHtml, pictureHtml } from '../text/html-piece.ts'
import type { TagCall, TagContext, TagLanguage, TagReplacement } from '../text/text-dialect.ts'
import { highlightedCode } from './highlighted-code.ts'
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
  const standsFor = meaningOfShortcode(name, readArguments(rest.replace(/\/\s*$/, '')), context)
  return standsFor === null ? null : { text: standsFor, end }
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
      const src = named.get('src') ?? first
      if (src === undefined) return null
      const caption = named.get('caption') ?? named.get('title') ?? null
      const picture = pictureHtml(src, named.get('alt') ?? values[1] ?? caption ?? '', caption)
      return linkedHtml(picture, named.get('link'))
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

// Tags of Liquid and Nunjucks, where their meaning is plain: `{% name … %}`.

import { embedHtml } from '../html/html-piece.ts'
import { pageOfEmbed } from '../text/embed-url.ts'
import type { TagCall, TagContext, TagLanguage, TagReplacement } from '../text/text-dialect.ts'
import { fillLiquid } from './fill-liquid.ts'
import { highlightedCode } from './highlighted-code.ts'
import { pictureOfTag, sourceOfTag } from './picture-of-tag.ts'
import { insideOf, type NamedTag, readTag, withName } from './read-tag.ts'
import { readArguments } from './tag-arguments.ts'

export const liquidTags: TagLanguage = {
  openings: ['{%'],
  read: (text, start) => {
    const written = readTag(text, start, 2, '%}')
    if (written === null) return null
    const tag = withName(written)
    const call = callOf(tag)
    return {
      ...written,
      ...(call === null ? {} : { call }),
      resolve: context => resolve(tag, text, context),
    }
  },
}

const closingOf = (name: string): RegExp => new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`)

/** An include is called by its file. */
const callOf = ({ name, rest }: NamedTag): TagCall | null => {
  const isEnd = /^end\w/.test(name)
  const bare = isEnd ? name.slice(3) : name
  if (!/^[\w-]+$/.test(bare)) return null
  const file = bare.startsWith('include') ? /^\s*["']?([\w./-]+)["']?([\s\S]*)$/.exec(rest) : null
  const called = file?.[1] ?? bare
  const label = file === null ? `{% ${bare} %}` : `{% ${bare} ${called} %}`
  return { name: called, ...readArguments(file?.[2] ?? rest), label, closing: closingOf(bare), isEnd }
}

/** In code only the `raw` tags go, which keep the text between them from being read. */
const resolve = (tag: NamedTag, text: string, context: TagContext): TagReplacement | null => {
  const { name, rest, end } = tag
  const inside = /^(?:raw|verbatim|comment|highlight)$/.test(name)
    ? insideOf(text, tag, closingOf(name), context)
    : null
  if (inside !== null && (name === 'raw' || name === 'verbatim')) return inside
  const filled = fillLiquid({ tag, text, context })
  if (filled !== null) return filled
  if (context.isCode) return null
  if (inside !== null && name === 'highlight') return highlightedCode(rest, inside, context.format)
  if (inside !== null) {
    context.addNote('Removed a comment that readers never saw', inside.text)
    return { text: '', end: inside.end }
  }
  const standsFor = meaningOf(name, rest, context)
  return standsFor === null ? null : { text: standsFor, end }
}

/** The text that stands for a tag without an inside; null when its meaning is not plain. */
const meaningOf = (name: string, rest: string, context: TagContext): string | null => {
  if (name === 'post_url' || name === 'link')
    return context.addressOfFile(rest.trim().replace(/^["']|["']$/g, ''))
  if (name === 'include' || name === 'include_relative' || name === 'include_cached') {
    const file = /^\s*["']?([\w./-]+)["']?(.*)$/s.exec(rest)
    const part = /([\w-]+)(?:\.\w+)?$/.exec(file?.[1] ?? '')?.[1]?.toLowerCase() ?? ''
    return meaningOfName(part.replaceAll('-', '_'), file?.[2] ?? '', context)
  }
  return meaningOfName(name, rest, context)
}

const pictureTag = /(?:^|_)(?:image|img|picture|figure|photo|asset|thumbnail)(?:_|$)/
const embedTag = /^(?:youtube|vimeo|twitter|tweet|instagram|gist)/

const meaningOfName = (name: string, rest: string, { addNote }: TagContext): string | null => {
  const { values, named } = readArguments(rest)
  if (pictureTag.test(name)) {
    const src = sourceOfTag({ values, named }) ?? named.get('url')
    return src === undefined ? null : pictureOfTag({ values, named }, name, src, addNote)
  }
  const service = name === 'video' ? (named.get('provider') ?? 'youtube') : name
  if (!embedTag.test(service)) return null
  const id = named.get('id') ?? named.get('url') ?? named.get('src') ?? values[0]
  const url = id === undefined ? null : pageOfEmbed(service, id)
  return url === null ? null : embedHtml(url, named.get('title') ?? null)
}

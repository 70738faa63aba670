// Components and braces of MDX, and what a reader saw of them.

import { embedHtml, pictureHtml } from '../../html/html-piece.ts'
import { pageOfEmbed } from '../../text/embed-url.ts'
import { captionWith } from '../../text/picture-caption.ts'
import type { TagContext, TagLanguage } from '../../text/text-dialect.ts'
import { endOfBraces, type JsxTag, readJsxTag } from './read-jsx-tag.ts'

/** `pictures`: paths of imported files, by their names in the text. */
export const componentTags = (pictures: ReadonlyMap<string, string>): TagLanguage => ({
  openings: ['<', '{'],
  read: (text, start) => {
    if (text[start] === '{') return readBraces(text, start)
    const tag = readJsxTag(text, start)
    const isPlainHtml =
      tag !== null && /^[a-z]/.test(tag.name) && [...tag.values.values()].every(value => 'text' in value)
    if (tag === null || isPlainHtml) return null
    const { end } = tag
    return {
      start,
      end,
      resolve: context => (context.isCode ? null : { text: shown(tag, pictures, context), end }),
    }
  },
})

const readBraces: TagLanguage['read'] = (text, start) => {
  const end = endOfBraces(text, start)
  if (end === -1) return null
  const inside = text.slice(start + 1, end - 1).trim()
  return {
    start,
    end,
    resolve: ({ isCode, fieldText, addNote }) => {
      if (isCode) return null
      if (/^\/\*[\s\S]*\*\/$/.test(inside)) {
        addNote('Removed a comment that readers never saw', inside)
        return { text: '', end }
      }
      const quoted = /^(["'`])([^"'`$]*)\1$/.exec(inside)?.[2]
      const field = /^(?:frontmatter|props)\.([\w-]+)$/.exec(inside)?.[1]
      const value = quoted ?? (field === undefined ? null : fieldText(field))
      return value === null ? null : { text: value, end }
    },
  }
}

const shown = (tag: JsxTag, pictures: ReadonlyMap<string, string>, context: TagContext): string => {
  const readValue = (...names: string[]): string | null => {
    for (const name of names) {
      const value = tag.values.get(name)
      if (value === undefined) continue
      if ('text' in value) return value.text
      const quoted = /^(["'`])([^"'`$]*)\1$/.exec(value.expression)?.[2]
      const path = quoted ?? pictures.get(value.expression.replace(/\.src$/, ''))
      if (path !== undefined) return path
    }
    return null
  }
  if (/^[a-z]/.test(tag.name)) return plainTag(tag, readValue)
  const isPicture = /image|img|picture|figure|photo/i.test(tag.name)
  const src = tag.isClosing ? null : readValue('src', 'image')
  if (src !== null && (isPicture || tag.values.has('alt')))
    return pictureHtml(
      src,
      readValue('alt') ?? '',
      captionWith(
        readValue('caption', 'title') ?? '',
        readValue('credit', 'attribution', 'source', 'photographer') ?? '',
      ),
    )
  const id = tag.isClosing ? null : readValue('id', 'videoId', 'tweetId', 'url', 'src', 'href')
  const page = id === null ? null : pageOfEmbed(tag.name.toLowerCase(), id)
  if (page !== null && page !== undefined && isEmbed.test(tag.name))
    return embedHtml(page, readValue('title'))
  if (tag.name !== '' && !tag.isClosing)
    context.addNote('Left out a component of MDX; the text in it stays', `<${tag.name}>`, 'editor')
  return ''
}

const isEmbed = /youtube|vimeo|tweet|twitter|instagram|gist|video|embed/i

/** HTML with values in braces: those that are known stay. */
const plainTag = (
  { name, values, isClosing }: JsxTag,
  readValue: (name: string) => string | null,
): string => {
  const written = [...values.keys()].flatMap(key => {
    const value = readValue(key)
    return value === null
      ? []
      : [` ${key === 'className' ? 'class' : key}="${value.replaceAll('"', '&quot;')}"`]
  })
  return `<${isClosing ? '/' : ''}${name}${written.join('')}>`
}

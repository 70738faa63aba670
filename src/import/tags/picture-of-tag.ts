// The picture that a template tag shows, with the caption and the credit that its arguments name.

import { linkedHtml, pictureHtml } from '../html/html-piece.ts'
import type { AddNote } from '../report/note.ts'
import { createPieceMarkdown } from '../text/archive-markdown.ts'
import { captionWith } from '../text/picture-caption.ts'
import { isPictureName } from '../text/picture-name.ts'
import { textOfHtml } from '../text/plain-text.ts'

type Arguments = { readonly values: readonly string[]; readonly named: ReadonlyMap<string, string> }

const sourceKeys = [
  ...['src', 'image', 'image_path', 'image-path', 'img', 'path', 'file', 'filename', 'image_url', 'picture'],
  'photo',
]
const captionKeys = ['caption', 'legend', 'description', 'cap', 'figcaption']
const creditKeys = [
  ...['credit', 'credits', 'photo_credit', 'image_credit', 'attr', 'attribution', 'photographer', 'photo_by'],
  ...['author', 'artist', 'copyright', 'source', 'license'],
]
const creditLinkKeys = [
  'attrlink',
  'credit_url',
  'source_url',
  'attribution_url',
  'credit_link',
  'author_url',
]

const first = (named: Arguments['named'], keys: readonly string[]): string | undefined =>
  keys.map(key => named.get(key)).find(value => value !== undefined && value.trim() !== '')

/** The path that an argument names; undefined when none does. An address may be where a picture links to. */
export const sourceOfTag = ({ values, named }: Arguments): string | undefined =>
  first(named, sourceKeys) ?? values.find(isPictureName)

/** `src`: the argument that is the picture. The piece is HTML. */
export const pictureOfTag = (tag: Arguments, name: string, src: string, addNote: AddNote): string => {
  const { values, named } = tag
  const words = wordsOf(values.slice(values.indexOf(src) + 1), name)
  const caption = captionOfTag(tag, words, addNote)
  const alt = named.get('alt') ?? words.alt ?? textOfTag(tag, words, () => {})
  const hasOwn = sourceOfTag(tag) !== undefined
  const link = first(named, hasOwn ? ['link', 'href', 'url'] : ['link', 'href'])
  return linkedHtml(pictureHtml(src, alt, caption), link === src ? undefined : link)
}

/** Plain words; empty where no argument has any. */
export const captionOfTag = (
  tag: Pick<Arguments, 'named'>,
  words: Partial<Words>,
  addNote: AddNote,
): string => {
  const link = first(tag.named, creditLinkKeys)
  if (link !== undefined) addNote('Left out the link of a picture’s credit', link)
  const credits = [...creditKeys.map(key => tag.named.get(key)), words.credit].map(each =>
    plain(each, addNote),
  )
  return captionWith(textOfTag(tag, words, addNote), ...credits)
}

const textOfTag = ({ named }: Pick<Arguments, 'named'>, words: Partial<Words>, addNote: AddNote): string => {
  const title = plain(first(named, ['title', 'heading']), addNote)
  const text = plain(first(named, captionKeys) ?? words.caption, addNote)
  if (title === '' || text.includes(title)) return text
  return text === '' ? title : `${title.replace(/(?<![.!?…:])$/, '.')} ${text}`
}

const pieces = createPieceMarkdown({ hasIndentedCode: false })

/** Arguments may hold markdown. */
const plain = (text: string | undefined, addNote: AddNote): string => {
  if (text === undefined || !/[\\*_`<&[\]~]/.test(text)) return text?.trim() ?? ''
  const html = pieces.renderInline(text)
  for (const [, href = ''] of html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g))
    addNote('Left out the link of a picture’s caption', href)
  return textOfHtml(html)
}

type Words = { readonly alt: string; readonly caption: string; readonly credit: string }

/** A class, a width or a size stands where others have their words. */
const isMeasure = (value: string): boolean =>
  /^[\d\s.,x%]*(?:px|em|vw)?$|\b\d+(?:\.\d+)?(?:vw|px|r?em)\b|^[a-z\d]+(?:[-_:][a-z\d]+)+(?:\s+[a-z\d:_-]+)*$/.test(
    value,
  )

/** Values without names, in the order that most tags have them; of one with a class the longest. */
const wordsOf = (values: readonly string[], name: string): Partial<Words> => {
  const said = values.filter(value => /\s/.test(value) && !isMeasure(value))
  const inOrder = /figure|caption|photo/.test(name) ? values.filter(value => !isMeasure(value)) : said
  if (inOrder.length > 1 && !/class/.test(name)) {
    const [alt = '', caption = '', credit = ''] = inOrder
    return { alt, caption, credit }
  }
  const longest = said.toSorted((one, other) => other.length - one.length)[0]
  const alt = longest ?? values[/class$/.test(name) ? 1 : 0]
  return alt === undefined ? {} : { alt }
}

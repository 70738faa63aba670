// What stands for a template tag that its generator does not know: as an editor says, or as its arguments show.

import { escapeHtml } from '../../domain/escape.ts'
import { serviceOf } from '../../markdown/embeds.ts'
import { anchorHtml, embedHtml, pictureHtml, quoteHtml } from '../html/html-piece.ts'
import type { AddNote } from '../report/note.ts'
import { embedUrl, pageOfEmbed } from '../text/embed-url.ts'
import { isPictureName } from '../text/picture-name.ts'
import type { BodyFormat, TagCall, TagContext } from '../text/text-dialect.ts'
import { wordsOfKey } from '../text/to-key.ts'
import { captionOfTag, pictureOfTag, sourceOfTag } from './picture-of-tag.ts'
import { boxMarks } from './tag-boxes.ts'
import { type TagMeaning, tagKey } from './tag-meanings.ts'

const first = ({ named }: TagCall, ...keys: string[]): string | undefined =>
  keys.map(key => named.get(key)).find(value => value !== undefined && value.trim() !== '')

/** Whether its name says that a picture may stand in it. */
export const framesPicture = ({ name }: Pick<TagCall, 'name'>): boolean =>
  /^(?:figure|figcaption|picture|image|img|photo|caption|captioned-image)$/.test(tagKey(name))
const isAddress = (text: string): boolean => /^(?:https?:)?\/\/\S+$|^\/[^\s/]\S*$|^#\S+$/.test(text)

/** Null when the arguments lack what the meaning wants. `inside` is already filled in. */
export const fillTag = (
  call: TagCall,
  meaning: TagMeaning,
  inside: string | null,
  context: Pick<TagContext, 'addressOfFile' | 'format' | 'addNote'>,
): string | null => {
  switch (meaning) {
    case 'drop':
      return ''
    case 'text':
      return inside ?? first(call, 'text', 'content', 'title', 'label') ?? call.values[0] ?? ''
    case 'picture':
      return pictureOf(call, inside, context.addNote)
    case 'embed':
      return embedOf(call) ?? linkOf(call, inside, context)
    case 'link':
      return linkOf(call, inside, context)
    case 'quote':
      return quoteOf(call, inside)
    case 'facts':
      return factsOf(call, inside, context.format)
  }
}

const heading = /^\s*(?:#{1,6}[ \t]+(.+?)[ \t#]*(?:\n|$)|<h[1-6][^>]*>([^<]*)<\/h[1-6]>)/

/** A box wants a title: its own, its first heading, else the name that its tag had. */
const factsOf = (call: TagCall, inside: string | null, format: BodyFormat): string | null => {
  const given = first(call, 'title', 'heading', 'header', 'headline')
  const words = inside ?? first(call, 'text', 'content', 'body') ?? call.values.at(-1)
  if (words === undefined) return null
  const found = given === undefined ? heading.exec(words) : null
  const value = inside === null && call.values.length < 2 ? undefined : call.values[0]
  const title = given ?? found?.[1] ?? found?.[2] ?? value ?? wordsOfKey(tagKey(call.name))
  return boxMarks('facts', title, found === null ? words : words.slice(found[0].length), format)
}

/** What nobody had to say: a picture that has its words, a video of a known host, a link by that name. */
export const guessTag = (
  call: TagCall,
  inside: string | null,
  context: Pick<TagContext, 'addressOfFile' | 'addNote'>,
): string | null => {
  const src = sourceOfTag(call)
  if (src !== undefined && (call.named.has('alt') || isPictureName(src)))
    return pictureOf(call, inside, context.addNote)
  if (src === undefined && inside !== null && framesPicture(call))
    return pictureInside(call, inside, context.addNote)
  const embed = embedOf(call)
  if (embed !== null) return embed
  return /^(?:link|a|button|btn|cta|post-link|page-link)$/.test(tagKey(call.name))
    ? linkOf(call, inside, context)
    : null
}

const pictureOf = (call: TagCall, inside: string | null, addNote: AddNote): string | null => {
  const src = sourceOfTag(call) ?? call.named.get('url') ?? call.values[0]
  if (src === undefined) return inside === null ? null : pictureInside(call, inside, addNote)
  const picture = pictureOfTag(call, tagKey(call.name), src, addNote)
  return inside === null || inside.trim() === '' ? picture : `${picture}\n\n${inside}`
}

/** A tag around a picture has the words under it. */
const pictureInside = (call: TagCall, inside: string, addNote: AddNote): string | null => {
  const written = /^\s*!\[([^\]\n]*)\]\(([^\s()]+)\)\s*$/.exec(inside)
  const caption = captionOfTag(
    call,
    { caption: call.values.filter(value => /\s/.test(value)).join(' ') },
    addNote,
  )
  if (written !== null) return pictureHtml(written[2] ?? '', written[1] ?? '', caption)
  if (!/!\[|<img\b/i.test(inside)) return null
  return caption === '' ? inside : `${inside.trimEnd()}\n\n<p class="caption">${escapeHtml(caption)}</p>\n\n`
}

const embedOf = (call: TagCall): string | null => {
  const { name, values } = call
  const service = call.named.get('provider') ?? call.named.get('service') ?? name
  const id = first(call, 'url', 'id', 'src', 'href', 'link', 'video', 'link-url', 'permalink')
  const ids = [id, ...values].filter(value => value !== undefined)
  for (const each of ids) {
    const url = pageOfEmbed(tagKey(service).replaceAll('-', '_'), each) ?? embedUrl(each)
    if (url !== null && (serviceOf(url) !== null || !isAddress(each)))
      return embedHtml(url, call.named.get('title') ?? null)
  }
  return null
}

const linkOf = (
  call: TagCall,
  inside: string | null,
  { addressOfFile }: Pick<TagContext, 'addressOfFile'>,
): string | null => {
  const named = first(call, 'href', 'url', 'link', 'src', 'to', 'path', 'page', 'ref')
  const href =
    named ?? call.values.find(isAddress) ?? call.values.find(value => addressOfFile(value) !== null)
  if (href === undefined) return null
  const others = call.values.filter(value => value !== href)
  const words = inside?.trim() || first(call, 'text', 'label', 'title', 'name') || others[0] || href
  return anchorHtml(addressOfFile(href) ?? href, words, inside?.trim() === words)
}

const quoteOf = (call: TagCall, inside: string | null): string | null => {
  const words = inside ?? first(call, 'text', 'quote', 'content', 'body') ?? call.values[0]
  if (words === undefined) return null
  const others = inside === null ? call.values.slice(1) : call.values
  const owner = [
    first(call, 'author', 'by', 'name', 'cite', 'attribution', 'speaker') ?? others[0],
    first(call, 'source', 'role', 'title'),
  ]
  return quoteHtml(words, owner.filter(part => part !== undefined).join(', '), inside !== null)
}

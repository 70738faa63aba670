// A story as readers have it, part by part: its fields, its text and live entries, and what stands behind words.

import type { Token } from 'markdown-it'
import type { Instant } from '../../domain/instant.ts'
import type { MediaFile } from '../../domain/media.ts'
import type { LeadPicture, Story } from '../../domain/story.ts'
import { endOfBox } from '../../markdown/boxes.ts'
import { leaveOutComments } from '../../markdown/comments.ts'
import { entryAt } from '../../markdown/live-entries.ts'
import { writtenSrc } from '../../markdown/pictures.ts'
import { splitFrontMatter } from '../../read/split-front-matter.ts'
import { readBody } from '../body/read-body.ts'
import type { ShownThing } from './shown-things.ts'

export type StoryParts = {
  /** Words of the front matter, by the field. */
  readonly fields: Readonly<Record<string, string>>
  readonly text: string
  readonly entries: ReadonlyMap<Instant, string>
  readonly corrections: Story['corrections']
  readonly updated: Instant | null
  readonly things: readonly ShownThing[]
  /** Digests of the pictures. */
  readonly files: readonly string[]
}

/**
 * `story`: as readers know it; `text`: of its file; `leadsTo`: what stands at a path of this site. An entry that is still to
 * come is no part.
 */
export const partsOfStory = (
  story: Story,
  text: string,
  byline: readonly string[],
  leadsTo: (path: string) => string,
): StoryParts => {
  const { image, pictures, corrections, source, updated } = story
  const shown = new Set(story.entries.map(({ at }) => at))
  const { tokens } = readBody(leaveOutComments(splitFrontMatter(text)?.body ?? '').text)
  const entries = new Map<Instant, string>()
  const rest: Token[] = []
  const seen: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const instant = token.level === 0 ? entryAt(token) : null
    const end = instant === null ? at : endOfBox(tokens, at)
    const within = tokens.slice(instant === null ? at : at + 1, end + (instant === null ? 1 : 0))
    if (instant === null) rest.push(token)
    else if (shown.has(instant)) entries.set(instant, within.map(wordsOf).join('\n'))
    if (instant === null || shown.has(instant)) seen.push(...within)
    at = end
  }
  const things = seen.flatMap(({ children }) => thingsWithin(children ?? [], story, leadsTo))
  return {
    ...{ fields: fieldsOf(story, byline), text: rest.map(wordsOf).join('\n'), entries, corrections, updated },
    things: [
      ...(image ? [leadOf(image)] : []),
      ...(source ? [linkTo(source.name, source.url, leadsTo)] : []),
      ...things,
    ],
    files: [...(image ? [image] : []), ...pictures].map(({ digest }) => digest),
  }
}

const fieldsOf = (
  { title, kicker, summary, dateline, source, image }: Story,
  byline: readonly string[],
): StoryParts['fields'] => ({
  title,
  kicker: kicker ?? '',
  summary,
  // Where each is a name, and no capital one for the beginning of a sentence.
  authors: byline.map(name => `\u2013 ${name}`).join(' '),
  dateline: dateline ?? '',
  source: source === null ? '' : `\u2013 ${source.name}`,
  image: image === null ? '' : [image.alt, image.caption ?? '', image.credit].join('\n'),
})

const leadOf = ({ src, digest }: LeadPicture): ShownThing => ({
  ...{ kind: 'lead picture', words: '', written: src, is: digest },
})

const thingsWithin = (
  children: readonly Token[],
  { pictures, media }: Story,
  leadsTo: (path: string) => string,
): readonly ShownThing[] =>
  children.flatMap((token, at): readonly ShownThing[] => {
    const words = (token.children ?? []).map(wordsWithin).join('')
    if (token.type === 'image') {
      const src = writtenSrc(token)
      const is = pictures.find(each => each.src === src)?.digest ?? src
      return [{ kind: 'picture', words, written: src, is }]
    }
    if (token.type === 'media') {
      const src = writtenSrc(token)
      return thingsOfMedia(
        words,
        src,
        media.find(each => each.src === src.replace(/#silent$/, '')),
      )
    }
    if (token.type !== 'link_open') return []
    const end = children.findIndex((other, index) => index > at && other.type === 'link_close')
    const shown = children
      .slice(at + 1, end)
      .map(wordsWithin)
      .join('')
    const written = String(token.attrGet('href') ?? '')
    return [linkTo(shown, written, leadsTo)]
  })

const thingsOfMedia = (words: string, src: string, media: MediaFile | undefined): readonly ShownThing[] => [
  { kind: 'recording', words, written: src, is: media?.digest ?? src },
  ...(['captions', 'transcript', 'poster'] as const).flatMap(kind => {
    const beside = media?.[kind]
    return beside ? [{ kind, words, written: src, is: beside.digest }] : []
  }),
]

const linkTo = (words: string, written: string, leadsTo: (path: string) => string): ShownThing => ({
  ...{ kind: 'link', words, written, is: leadsToOf(written, leadsTo) },
})

/** Whether with or without encryption says nothing to readers. */
const leadsToOf = (href: string, leadsTo: (path: string) => string): string => {
  if (!href.startsWith('/')) return href.replace(/^https?:/, '')
  const [path = '', ...rest] = href.split('#')
  return [leadsTo(path), ...rest].join('#')
}

const wordsOf = (token: Token): string => {
  const { type, content, children, info } = token
  if (type === 'ordered_list_open') return `${token.attrGet('start') ?? ''}`
  if (type === 'inline') return (children ?? []).map(wordsWithin).join('')
  if (type === 'fence' || type === 'code_block') return content
  return type === 'container_box_open' ? info : ''
}

const wordsWithin = (token: Token): string => {
  const { type, content, children } = token
  if (type === 's_open' || type === 's_close') return ' ~~ '
  if (type === 'softbreak' || type === 'hardbreak') return ' '
  if (type === 'image' || type === 'media')
    return ` ${(children ?? []).map(wordsWithin).join('')}\n${token.attrGet('title') ?? ''}\n`
  return type === 'text' || type === 'code_inline' || type === 'timeline_time' ? content : ''
}

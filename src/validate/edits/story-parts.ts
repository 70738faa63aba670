// A story as readers have it, part by part: its headline, summary, lead picture, text and live entries.

import type { Token } from 'markdown-it'
import type { Instant } from '../../domain/instant.ts'
import type { LeadPicture, PictureFile, Story } from '../../domain/story.ts'
import { endOfBox } from '../../markdown/boxes.ts'
import { leaveOutComments } from '../../markdown/comments.ts'
import { entryAt } from '../../markdown/live-entries.ts'
import { splitFrontMatter } from '../../read/split-front-matter.ts'
import { readBody } from '../body/read-body.ts'

export type StoryParts = {
  readonly headline: string
  readonly summary: string
  /** Alt text, caption and credit of the lead picture. */
  readonly picture: string
  readonly text: string
  readonly entries: ReadonlyMap<Instant, string>
  readonly corrections: Story['corrections']
  /** Digests of the pictures, the lead first. */
  readonly files: readonly string[]
}

/** `story`: as readers know it; `text`: of its file. An entry that is still to come is no part. */
export const partsOfStory = (story: Story, text: string): StoryParts => {
  const { title, summary, image, pictures, corrections } = story
  const shown = new Set(story.entries.map(({ at }) => at))
  const { tokens } = readBody(leaveOutComments(splitFrontMatter(text)?.body ?? '').text)
  const entries = new Map<Instant, string>()
  const rest: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const instant = token.level === 0 ? entryAt(token) : null
    if (instant === null) {
      rest.push(wordsOf(token))
      continue
    }
    const end = endOfBox(tokens, at)
    const words = tokens.slice(at + 1, end).map(wordsOf)
    if (shown.has(instant)) entries.set(instant, words.join('\n'))
    at = end
  }
  return {
    ...{
      headline: title,
      summary,
      picture: wordsOfPicture(image),
      text: rest.join('\n'),
      entries,
      corrections,
    },
    files: [...(image ? [image] : []), ...pictures].map(({ digest }: PictureFile) => digest),
  }
}

const wordsOfPicture = (image: LeadPicture | null): string =>
  image === null ? '' : [image.alt, image.caption ?? '', image.credit].join('\n')

const wordsOf = (token: Token): string => {
  const { type, content, children, info } = token
  if (type === 'ordered_list_open') return `${token.attrGet('start') ?? ''}`
  if (type === 'inline') return (children ?? []).map(wordsWithin).join('')
  if (type === 'fence' || type === 'code_block') return content
  return type === 'container_box_open' ? info : ''
}

const wordsWithin = ({ type, content, children }: Token): string => {
  if (type === 's_open' || type === 's_close') return ' ~~ '
  if (type === 'softbreak' || type === 'hardbreak') return ' '
  if (type === 'image') return ` ${(children ?? []).map(wordsWithin).join('')} `
  return type === 'text' || type === 'code_inline' || type === 'timeline_time' ? content : ''
}

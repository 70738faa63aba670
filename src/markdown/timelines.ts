// `::: timeline`: a list whose entries begin with a time, "2024-10-24: The port closes."

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { parseShownTime, type ShownTime, shownTimeClass } from '../time/shown-time.ts'
import { type Box, boxHeading, replaceBoxes } from './boxes.ts'
import { contextOf } from './markdown-context.ts'
import { langAttributes, type MarkdownSite } from './markdown-site.ts'

const beginning = /^(\d{4}[-\dT:.+Z]*): +/

/** The time that an entry begins with, as it is written; null when there is none. */
export const writtenTime = (entry: string): string | null => beginning.exec(entry)?.[1] ?? null

export const addTimelines = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  const zone = site?.timezone ?? 'UTC'
  markdown.core.ruler.before('inline', 'timelines', state => {
    replaceBoxes(state, 'timeline', box => {
      const { open, inside, close, words } = box
      // A section must have a heading.
      open.tag = close.tag = words === '' ? 'div' : 'section'
      open.attrSet('class', 'timeline')
      for (const token of inside)
        if (/^bullet_list_/.test(token.type) && token.level === open.level + 1) token.tag = 'ol'
      for (const { text } of timelineEntries(box)) putTimeFirst(state, text, zone)
      return [
        open,
        ...(words === '' ? [] : boxHeading(state, box, words, { isOfBox: true })),
        ...inside,
        close,
      ]
    })
  })
  if (site === null) return
  markdown.renderer.rules.timeline_time = (tokens, index, _options, env) => {
    const { machine, words } = (tokens[index] as Token).meta as ShownTime
    const context = contextOf(env)
    const attributes = langAttributes(site, context)
    const text = words(site.time)
    if (context.base !== '') return `<b${attributes}>${text}:</b> `
    return `<time class="${shownTimeClass}" datetime="${machine}"${attributes}>${text}</time> `
  }
}

export type TimelineEntry = {
  readonly item: Token
  /** Its first paragraph; undefined where it begins with something else. */
  readonly text: Token | undefined
  /** Whether the paragraph begins with a time that was read already. */
  readonly hasTime: boolean
}

export const timelineEntries = ({ open, inside }: Pick<Box, 'open' | 'inside'>): readonly TimelineEntry[] =>
  inside.flatMap((item, at) => {
    if (item.type !== 'list_item_open' || item.level !== open.level + 2) return []
    const text = inside[at + 1]?.type === 'paragraph_open' ? inside[at + 2] : undefined
    return [{ item, text, hasTime: text?.children?.[0]?.type === 'timeline_time' }]
  })

/** Before the paragraph's inline text is parsed, so that it is parsed as if it began the line. */
const putTimeFirst = (state: StateCore, text: Token | undefined, zone: string): void => {
  const written = text && writtenTime(text.content)
  if (!text || !written) return
  const shown = parseShownTime(written, zone)
  if (!shown.ok) return
  const time = new state.Token('timeline_time', 'time', 0)
  time.meta = { ...shown.value }
  time.content = written
  text.children = [time]
  text.content = text.content.replace(beginning, '')
}

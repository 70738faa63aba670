// `::: timeline`: a list whose entries begin with a time, "2024-10-24: The port closes."

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { parseShownTime, type ShownTime, shownTimeClass } from '../time/shown-time.ts'
import { type Box, boxHeading, turnBoxes } from './boxes.ts'
import { contextOf } from './markdown-context.ts'
import { languageOf, type MarkdownSite } from './markdown-site.ts'

const beginning = /^(\d{4}[-\dT:.+Z]*): +/

/** What an entry begins with, as it is written; null when that is no time. */
export const writtenTime = (entry: string): string | null => beginning.exec(entry)?.[1] ?? null

export const addTimelines = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  const zone = site?.timezone ?? 'UTC'
  markdown.core.ruler.before('inline', 'timelines', state => {
    turnBoxes(state, 'timeline', box => {
      const { open, inside, close, words } = box
      // A section that nothing names is none.
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
  markdown.renderer.rules.told_time = (tokens, index, _options, env) => {
    const { machine, words } = (tokens[index] as Token).meta as ShownTime
    const context = contextOf(env)
    const tongue = languageOf(site, context)
    const text = words(site.time)
    if (context.base !== '') return `<b${tongue}>${text}:</b> `
    return `<time class="${shownTimeClass}" datetime="${machine}"${tongue}>${text}</time> `
  }
}

/** The entries, each with its first paragraph; undefined for one that begins with something else. */
export const timelineEntries = ({
  open,
  inside,
}: Pick<Box, 'open' | 'inside'>): readonly { readonly item: Token; readonly text: Token | undefined }[] =>
  inside.flatMap((item, at) => {
    if (item.type !== 'list_item_open' || item.level !== open.level + 2) return []
    return [{ item, text: inside[at + 1]?.type === 'paragraph_open' ? inside[at + 2] : undefined }]
  })

/** Before the words of the paragraph are read, so that they are read as if they began the line. */
const putTimeFirst = (state: StateCore, text: Token | undefined, zone: string): void => {
  const written = text && writtenTime(text.content)
  if (!text || !written) return
  const told = parseShownTime(written, zone)
  if (!told.ok) return
  const time = new state.Token('told_time', 'time', 0)
  time.meta = { ...told.value }
  text.children = [time]
  text.content = text.content.replace(beginning, '')
}

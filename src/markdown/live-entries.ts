// `::: entry 2024-10-24T18:40:00+05:30 Headline`: the entries of a live blog, newest first, none before its time.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import type { Instant } from '../domain/instant.ts'
import { anchorOf } from '../domain/live-blog.ts'
import type { Result } from '../domain/result.ts'
import { parseInstant, type TimeFault } from '../time/parse-instant.ts'
import { dayOf, rfc3339 } from '../time/wire-time.ts'
import { boxHeading, endOfBox, replaceBoxes } from './boxes.ts'
import { contextOf, resolve } from './markdown-context.ts'
import { langAttributes, type MarkdownSite } from './markdown-site.ts'
import { notesIn, withoutUnusedNotes } from './notes.ts'

/** The time and the headline behind “::: entry”. */
export const readEntryLine = (
  words: string,
  zone: string,
): { readonly time: string; readonly at: Result<Instant, TimeFault>; readonly headline: string } => {
  const [, time = '', headline = ''] = /^(\S*)\s*(.*)$/s.exec(words) ?? []
  return { time, at: parseInstant(time, zone), headline }
}

/** The instant of the entry that opens here; null for all other tokens. */
export const entryAt = (token: Token): Instant | null => (token.meta?.entry as Instant | undefined) ?? null

export const isEndOfEntry = ({ type, tag }: Token): boolean =>
  type === 'container_box_close' && tag === 'article'

/** Runs before the inline text is parsed: a footnote of an entry that is still to come must not be numbered, let alone shown. */
export const addLiveEntries = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  const zone = site?.timezone ?? 'UTC'
  markdown.core.ruler.before('inline', 'live_entries', state => {
    const { entries: shown, isPart = false } = contextOf(state.env)
    let isLive = false
    let isCut = false
    replaceBoxes(state, 'entry', box => {
      const { open, inside, close, words } = box
      const { at, headline } = readEntryLine(words, zone)
      isLive = true
      if (shown && !(at.ok && shown.includes(at.value))) {
        isCut = true
        // The text of a note may be in a later entry than the words that refer to it.
        return notesIn(inside)
      }
      open.tag = close.tag = 'article'
      open.attrSet('class', 'entry')
      const heading = boxHeading(state, box, headline, { isOfEntry: true })
      if (!at.ok) return [open, ...heading, ...inside, close]
      open.attrSet('id', anchorOf(at.value))
      open.meta = { entry: at.value }
      const time = new state.Token('entry_time', 'time', 0)
      time.meta = { at: at.value }
      return [open, time, ...heading, ...inside, close]
    })
    if (isLive) sortEntries(state, zone, isPart)
    if (isCut || isPart) state.tokens = withoutUnusedNotes(state.tokens)
  })
  if (site === null) return
  markdown.renderer.rules.entry_time = (tokens, index, _options, env) => {
    const { at, isOfSameDay } = (tokens[index] as Token).meta as { at: Instant; isOfSameDay?: boolean }
    const words = isOfSameDay ? site.time.clock(at) : site.time.dateTime(at)
    const context = contextOf(env)
    const href = resolve(`#${anchorOf(at)}`, context)
    return `<p><a href="${href}"><time datetime="${rfc3339(at, zone)}"${langAttributes(site, context)}>${words}</time></a></p>\n`
  }
}

/** The entries go where the first of them was; text between them follows. `isPart`: nothing of it but its notes. */
const sortEntries = (state: StateCore, zone: string, isPart: boolean): void => {
  const { tokens } = state
  const entries: { readonly at: Instant; readonly tokens: readonly Token[] }[] = []
  const before: Token[] = []
  const behind: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const at = token.level === 0 ? entryAt(token) : null
    if (at === null) {
      ;(entries.length === 0 ? before : behind).push(token)
      continue
    }
    const end = endOfBox(tokens, index)
    entries.push({ at, tokens: tokens.slice(index, end + 1) })
    index = end
  }
  entries.sort((one, other) => other.at - one.at)
  // An entry shows the hour alone while its day is that of the entry above.
  for (const [index, { at, tokens: inside }] of entries.entries()) {
    const above = entries[index - 1]?.at
    const isOfSameDay = above !== undefined && dayOf(above, zone) === dayOf(at, zone)
    const time = inside[1]
    if (time) time.meta = { at, isOfSameDay }
  }
  const around = (text: readonly Token[]) => (isPart ? notesIn(text) : text)
  state.tokens = [...around(before), ...entries.flatMap(entry => entry.tokens), ...around(behind)]
}

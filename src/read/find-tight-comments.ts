// Comments of YAML without a blank behind their # beside a field or an entry: `tags: #harbour #ferry` was hardly meant as one.

import { EVENT_ID, type Event } from 'js-yaml'

export type TightComment = {
  /** Offset in the YAML of its #. */
  readonly position: number
  readonly words: string
  /** Of the field that it stands in; empty if none does. */
  readonly field: string
  /** What stands before it in its line. */
  readonly before: string
}

/** A line that is nothing else is a comment, but for hashtags below a field without a value. */
export const findTightComments = (events: readonly Event[], yaml: string): readonly TightComment[] => {
  if (!/[ \t]#[^\s#]/.test(yaml)) return []
  const found: TightComment[] = []
  let end = 0
  const lookUpTo = (start: number) => {
    for (const { index, 0: words } of yaml.slice(end, start).matchAll(/(?<=[ \t])#[^\s#].*/g)) {
      const comment = commentAt(yaml, end + index, words.trim())
      if (comment !== null) found.push(comment)
    }
  }
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart === -1) continue
    lookUpTo(event.valueStart)
    end = Math.max(end, event.valueEnd)
  }
  lookUpTo(yaml.length)
  return found
}

const hashtags = /^#[\p{L}\p{M}\p{N}_-]+(?:[\s,]+#[\p{L}\p{M}\p{N}_-]+)*$/u

/** In characters: the name of a field stands no further above. */
const far = 5000

const commentAt = (yaml: string, position: number, words: string): TightComment | null => {
  const lines = yaml.slice(Math.max(0, position - far), position).split('\n')
  const before = lines.pop() ?? ''
  // A comment ends with its line; a second # in it begins none.
  if (/(?<!\S)#/.test(withoutQuotes(before))) return null
  const above = lines.findLast(line => line.trim() !== '' && !/^\s*#/.test(line)) ?? ''
  const isAlone = before.trim() === ''
  if (isAlone && !(hashtags.test(words) && /^[\w-]+:\s*$/.test(above))) return null
  const field = [...lines, before].map(line => /^\s*(?:- +)*([\w-]+):(?=\s|$)/.exec(line)?.[1])
  return { position, words, field: field.findLast(name => name !== undefined) ?? '', before }
}

const withoutQuotes = (line: string): string => line.replace(/"(?:\\.|[^"\\])*"|'[^']*'/g, '')

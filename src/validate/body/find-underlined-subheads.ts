// Paragraphs that a line of --- or === below them makes a subhead of, where that can hardly be meant.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

/** In characters: no subhead is longer. */
const longest = 80

export const findUnderlinedSubheads = (
  tokens: readonly Token[],
  lines: readonly string[],
): readonly BodyFault[] =>
  tokens.flatMap((token, at): readonly BodyFault[] => {
    const { type, markup, map } = token
    if (type !== 'heading_open' || !map || (markup !== '-' && markup !== '=')) return []
    const text = tokens[at + 1]?.content ?? ''
    const mark = /[-=]+\s*$/.exec(lines[map[1] - 1] ?? '')?.[0].trim() ?? markup
    if (text.includes('|') || !isHardlyMeant(text, mark)) return []
    return [{ line: map[0], words: text.split('\n')[0] ?? '', ...underlined(text, mark) }]
  })

const isHardlyMeant = (text: string, mark: string): boolean => {
  // The second time, fields are no fields.
  if (text.includes('\n') || /^[a-z]{3,12}: \S/.test(text)) return true
  const difference = Math.abs(mark.length - text.length)
  // What git leaves between two versions.
  if (mark === '=======') return difference > 1
  // Who draws a line as long as the words means a subhead.
  if (mark.length > 3 && difference <= 4) return false
  return (
    text.length > longest ||
    /[.!。！][”"’'»)*_]*$/.test(text) ||
    (/[?？][”"’'»)*_]*$/.test(text) && mark.length <= 3)
  )
}

const underlined = (text: string, mark: string) => ({
  code: 'subhead-underlined',
  severity: 'warning' as const,
  message: `the line ${mark} below it makes a subhead of this paragraph`,
  hint: `${mark.startsWith('-') ? 'leave an empty line above it for a line across the text' : 'remove it'}; if a subhead is meant, write ## ${text.length > longest || text.includes('\n') ? 'and its words, in one line' : text}`,
})

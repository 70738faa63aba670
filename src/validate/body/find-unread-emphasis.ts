// `**Breaking.**The port`: by CommonMark emphasis cannot end between a full stop and a letter, and readers would see the asterisks.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

const beside = String.raw`\*\*[^\s*][^*\n]*[^\s*\p{L}\p{N}]\*\*[\p{L}\p{N}]|[\p{L}\p{N}]\*\*[^\s*\p{L}\p{N}][^*\n]*\*\*`

const suspect = new RegExp(beside, 'u')

/** Whether a text may have some. Most that have asterisks have none of these. */
export const mayHaveUnreadEmphasis = (text: string): boolean => text.includes('**') && suspect.test(text)

/** In what is left as text, and was not escaped. */
export const findUnreadEmphasis = (tokens: readonly Token[]): readonly BodyFault[] =>
  tokens.flatMap(({ children, content, map }) =>
    (children ?? []).flatMap((child): readonly BodyFault[] => {
      // Not between s**t and b****y.
      const [found] = (child.type === 'text' && suspect.exec(child.content)) || []
      const [words] = /\*\*[^\s*][^*\n]*[^\s*]\*\*/.exec(found ?? '') ?? []
      return words !== undefined && content.includes(words)
        ? [{ line: map?.[0] ?? 0, words, ...unread(words) }]
        : []
    }),
  )

const unread = (words: string) => ({
  code: 'emphasis-unread',
  severity: 'warning' as const,
  message: `readers would see the asterisks of ${words}: emphasis cannot begin or end between a letter and another character`,
  hint: 'leave a blank outside of the asterisks, or put them around words without the character',
})

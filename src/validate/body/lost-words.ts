// Words that a reader of markdown has marked as lost: they would stay on the page as they are written.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

type Advice = Pick<BodyFault, 'code' | 'message' | 'hint'>

/** `type`: of the tokens that mark them. */
export const faultsOfLostWords = (
  tokens: readonly Token[],
  type: string,
  adviceOn: (words: string) => Advice,
): readonly BodyFault[] =>
  tokens.flatMap(({ children, map }) =>
    (children ?? [])
      .filter(child => child.type === type)
      .map(({ content }) => ({ line: map?.[0] ?? 0, words: content, ...adviceOn(content) })),
  )

// Words that look like markdown and are none: readers would see them as they are written.

import type { Token } from 'markdown-it'
import type { Fault } from '../../domain/problem.ts'
import type { BodyFault } from './body-fault.ts'

/** `type`: of the tokens with which the markdown reader has marked them. */
export const faultsOfLostWords = (
  tokens: readonly Token[],
  type: string,
  faultOf: (words: string) => Fault,
): readonly BodyFault[] =>
  tokens.flatMap(({ children, map }) =>
    (children ?? [])
      .filter(child => child.type === type)
      .map(({ content }) => ({ line: map?.[0] ?? 0, words: content, ...faultOf(content) })),
  )

// No id stands twice on a page: a link could lead to either.

import type { PageFault } from '../page-fault.ts'
import type { HtmlFacts } from './html-parts.ts'

export const checkIds = ({ ids }: HtmlFacts): readonly PageFault[] => {
  const seen = new Set<string>()
  return ids.flatMap(({ id, offset }) =>
    seen.size === seen.add(id).size
      ? [
          {
            code: 'id-repeated',
            message: `the id “${id}” stands twice`,
            hint: 'change one of the two',
            spot: { offset, words: '' },
          },
        ]
      : [],
  )
}

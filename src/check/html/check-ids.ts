// No id is used twice on a page: a link could lead to either element.

import type { PageFault } from '../page-fault.ts'
import type { HtmlParts } from './html-parts.ts'

export const checkIds = ({ ids }: HtmlParts): readonly PageFault[] => {
  const seen = new Set<string>()
  return ids.flatMap(({ id, offset }) =>
    seen.size === seen.add(id).size
      ? [
          {
            code: 'id-repeated',
            message: `two elements have the id “${id}”`,
            hint: 'give one of them another id',
            offset,
          },
        ]
      : [],
  )
}

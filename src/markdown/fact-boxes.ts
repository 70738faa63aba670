// `::: keypoints` and `::: facts Title`: the story in a few lines, and what a reader should know besides.

import type { MarkdownIt } from 'markdown-it'
import { boxHeading, turnBoxes } from './boxes.ts'
import type { MarkdownSite } from './markdown-site.ts'

export const addFactBoxes = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  markdown.core.ruler.before('inline', 'fact_boxes', state => {
    for (const [name, look] of [
      ['keypoints', 'keypoints'],
      ['facts', 'factbox'],
    ] as const) {
      turnBoxes(state, name, box => {
        const { open, inside, close, words } = box
        open.tag = close.tag = 'aside'
        open.attrSet('class', look)
        const title = words || (name === 'keypoints' ? (site?.strings.keyPoints ?? '') : '')
        return [
          open,
          ...(title === '' ? [] : boxHeading(state, box, title, { isOfBox: true })),
          ...inside,
          close,
        ]
      })
    }
  })
}

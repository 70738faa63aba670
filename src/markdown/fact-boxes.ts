// `::: keypoints` and `::: facts Title`: the story in a few lines, and its background.

import type { MarkdownIt } from 'markdown-it'
import { boxHeading, replaceBoxes } from './boxes.ts'
import { contextOf, type MarkdownContext } from './markdown-context.ts'
import type { MarkdownSite } from './markdown-site.ts'

export const addFactBoxes = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  const ownTitle = ({ language }: MarkdownContext): string => {
    if (site === null || language === undefined) return site?.strings.keyPoints ?? ''
    return `[${site.strings.keyPoints}]{lang=${site.language}}`
  }
  markdown.core.ruler.before('inline', 'fact_boxes', state => {
    for (const [name, className] of [
      ['keypoints', 'keypoints'],
      ['facts', 'factbox'],
    ] as const) {
      replaceBoxes(state, name, box => {
        const { open, inside, close, words } = box
        open.tag = close.tag = 'aside'
        open.attrSet('class', className)
        const title = words || (name === 'keypoints' ? ownTitle(contextOf(state.env)) : '')
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

// A list of HTML whose parts are all items.

import { element, type HtmlElement, type HtmlPart, isElement, wordsOf } from './html-tree.ts'
import { numberedList } from './numbered-list.ts'

export const tidyList = (list: HtmlElement): HtmlElement => {
  const items: HtmlElement[] = []
  let isLoose = false
  for (const part of list.children) {
    if (isElement(part, 'li')) {
      items.push(part)
      isLoose = false
      continue
    }
    if (isElement(part, 'div') || (typeof part === 'string' && part.trim() === '')) continue
    const last = items.at(-1)
    // A list that stands between the items of another belongs to the item before it.
    if (last !== undefined && (isLoose || isElement(part, 'ul', 'ol'))) last.children.push(part)
    else {
      items.push(element('li', {}, [part]))
      isLoose = true
    }
  }
  return list.name === 'ol' ? numberedList(list, items) : { ...list, children: items }
}

/** Items that stand in no list are one. */
export const withLists = (parts: readonly HtmlPart[]): HtmlPart[] => {
  const result: HtmlPart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (!isElement(part, 'li')) {
      const isGap = typeof part === 'string' && wordsOf(part).trim() === '' && isElement(last, 'ul')
      if (!isGap) result.push(part)
    } else if (isElement(last, 'ul')) last.children.push(part)
    else result.push(element('ul', {}, [part]))
  }
  return result
}

// A list of HTML whose parts are all items; each item of a numbered one has its number.

import { element, type HtmlElement, type HtmlPart, isElement, wordsOf } from './html-tree.ts'

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
  if (list.name !== 'ol') return { ...list, children: items }
  let number = Number.parseInt(list.attributes.start ?? '', 10)
  if (!(number >= 0 && number < 1e8)) number = 1
  const numbered = items.map(item => element('li', { value: String(number++) }, item.children))
  return { ...list, children: numbered }
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

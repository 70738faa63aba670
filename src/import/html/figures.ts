// Pictures with the captions that follow them, as figures; and pictures that are links to themselves, larger.

import { isPictureName } from '../text/picture-name.ts'
import { element, type HtmlElement, type HtmlPart, isElement } from './html-tree.ts'

/** A caption that stands in no figure makes one with the picture before it. */
export const withFigures = (parts: readonly HtmlPart[]): HtmlPart[] => {
  const result: HtmlPart[] = []
  for (const part of parts) {
    if (!isElement(part, 'figcaption')) {
      result.push(part)
      continue
    }
    const at = result.findLastIndex(each => !isGap(each))
    const before = result[at]
    if (!isElement(before) || !isPicture(before)) {
      result.push(part)
      continue
    }
    result.length = at
    result.push(
      before.name === 'figure'
        ? { ...before, children: [...before.children, part] }
        : element('figure', {}, [before, part]),
    )
  }
  return result
}

const isGap = (part: HtmlPart): boolean =>
  typeof part === 'string' ? part.trim() === '' : isElement(part, 'div', 'br')

/** A link from a small picture to a larger one is the larger one, where it came along. */
export const largerPicture = (link: HtmlElement, hasPicture: (src: string) => boolean): HtmlElement => {
  const parts = link.children.filter(part => typeof part !== 'string' || part.trim() !== '')
  const [picture] = parts
  const href = link.attributes.href ?? ''
  if (parts.length !== 1 || !isElement(picture, 'img') || !isPictureName(href) || !hasPicture(href))
    return link
  return element('img', { ...picture.attributes, src: href })
}

/** Whether a picture in a paragraph of its own, with what it has of captions, stands last. Boundaries and blanks aside. */
export const isPictureLast = (parts: readonly HtmlPart[]): boolean => {
  for (let at = parts.length - 1; at >= 0 && at > parts.length - 6; at--) {
    const part = parts[at]
    if (typeof part === 'string' ? part.trim() === '' : isElement(part, 'div', 'br', 'figcaption')) continue
    return isElement(part) && isPicture(part) && parts.slice(Math.max(0, at - 4), at).every(isGapOrBlock)
  }
  return false
}

const isGapOrBlock = (part: HtmlPart): boolean =>
  typeof part === 'string' ? part.trim() === '' : !isInlineName(part.name) || isPicture(part)

const isInlineName = (name: string): boolean => /^(?:a|strong|em|q|sup|del|code|kbd|cite)$/.test(name)

/** A picture, also in a link or a paragraph of its own. */
const isPicture = (part: HtmlElement, depth = 0): boolean => {
  if (part.name === 'img') return true
  if (depth > 3 || !/^(?:a|p|figure|strong|em)$/.test(part.name) || part.children.length > 5) return false
  const [inner, ...others] = part.children.filter(child =>
    isElement(child) ? !isElement(child, 'div', 'figcaption') : child.trim() !== '',
  )
  return others.length === 0 && isElement(inner) && isPicture(inner, depth + 1)
}

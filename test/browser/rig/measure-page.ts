// What of a page does not fit into its window, how large its text is, and how large what one can press.

import type { Page } from 'playwright-core'

/** What stands outside the window or is cut off; what may be scrolled by itself, as wide tables are, is not. */
export const findOverflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const nameOf = ({ localName, className, textContent }: Element) =>
      `<${localName} class="${className}"> ${(textContent ?? '').trim().slice(0, 60)}`
    const isScrolled = (element: Element): boolean => {
      const { parentElement: parent } = element
      if (parent === null || parent === document.body) return false
      return /auto|scroll/.test(getComputedStyle(parent).overflowX) || isScrolled(parent)
    }
    const isOutside = (element: Element): boolean => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (left < -1 || right > clientWidth + 1) && !isScrolled(element)
    }
    const isCut = (element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element)
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element
      if (clientWidth <= 1 || (element.textContent ?? '').trim() === '') return false
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      return (
        (hides(overflowX) && scrollWidth > clientWidth + 1) ||
        (hides(overflowY) && scrollHeight > clientHeight + 1)
      )
    }
    const seen = [...document.body.querySelectorAll('*')].filter(element => element.checkVisibility())
    const outside = seen.filter(isOutside)
    // What they stand in is pushed out by them.
    const pushing = outside.filter(
      element => !outside.some(other => other !== element && element.contains(other)),
    )
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : []),
      ...pushing.map(element => `outside: ${nameOf(element)}`),
      ...seen.filter(isCut).map(element => `cut off: ${nameOf(element)}`),
    ]
  })

export type TextSize = { readonly name: string; readonly isMatter: boolean; readonly size: number }

/** Of every element with text of its own, in CSS pixels; `isMatter`: what is there to be read at length. */
export const listTextSizes = (page: Page): Promise<readonly TextSize[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter(element => element.checkVisibility())
      .filter(({ childNodes }) =>
        [...childNodes].some(node => node.nodeType === 3 && node.textContent?.trim()),
      )
      .map(element => ({
        name: `<${element.localName}> ${(element.textContent ?? '').trim().slice(0, 60)}`,
        isMatter: element.matches('.prose :is(p, li, td, th)'),
        size: Number.parseFloat(getComputedStyle(element).fontSize),
      })),
  )

/** What answers a finger on less than 24 by 24 CSS pixels, but for links in a sentence (WCAG 2.2, 2.5.8). */
export const findSmallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const least = 24
    const isInSentence = (element: Element): boolean => {
      if (getComputedStyle(element).display !== 'inline') return false
      let block = element.parentElement ?? document.body
      while (getComputedStyle(block).display === 'inline') block = block.parentElement ?? document.body
      const others = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      while (others.nextNode())
        if (
          !others.currentNode.parentElement?.closest('a, button') &&
          /[\p{L}\p{N}]/u.test(others.currentNode.textContent ?? '')
        )
          return true
      return false
    }
    const extent = (
      element: Element,
      x: number,
      y: number,
      [stepX, stepY]: readonly [number, number],
    ): number => {
      let far = 0
      const hits = (at: number) => {
        const hit = document.elementFromPoint(x + at * stepX, y + at * stepY)
        return hit !== null && element.contains(hit)
      }
      while (far < least && hits(far + 1)) far += 1
      return far
    }
    const sizeOf = (element: Element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const [rect = element.getBoundingClientRect()] = element.getClientRects()
      const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2]
      const along = (step: readonly [number, number], back: readonly [number, number]) =>
        extent(element, x, y, step) + extent(element, x, y, back) + 1
      // Whole pixels were tried: of one that is drawn on fractions the last may be missed.
      const answering = (tried: number, drawn: number) => (tried < drawn - 1 ? tried : Math.max(tried, drawn))
      return {
        width: answering(along([1, 0], [-1, 0]), rect.width),
        height: answering(along([0, 1], [0, -1]), rect.height),
      }
    }
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter(element => element.checkVisibility() && !element.matches('.skip') && !isInSentence(element))
      .map(element => ({ element, ...sizeOf(element) }))
      .filter(({ width, height }) => Math.min(width, height) < least)
      .map(
        ({ element, width, height }) =>
          `${Math.round(width)} × ${Math.round(height)}: ${(element.textContent ?? '').trim().slice(0, 60)}`,
      )
  })

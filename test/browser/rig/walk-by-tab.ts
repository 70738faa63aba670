// A walk through a page by the Tab key, from the top to the end: where the focus came, and how it could be seen there.

import type { Page } from 'playwright-core'

export type Stop = {
  /** Which element of the page it is, in the order of the document. */
  readonly index: number
  /** `<a> Topics`: for reports. */
  readonly name: string
  /** The elements that it stands in, with their classes: what has the same looks the same. */
  readonly sort: string
  /** Above the matter of the page: a link that skips menus, or one that should have been skipped. */
  readonly isBeforeMain: boolean
  /** Nothing else lies on it, and it is in the window. */
  readonly isUncovered: boolean
  /** In CSS pixels from the page's corner at which its language begins to write, on any scale of its own. */
  readonly start: number
  readonly end: number
  readonly top: number
  readonly bottom: number
}

/** Null when nothing of the page has the focus. */
export const stopHere = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return null
    const all = [...document.querySelectorAll('*')]
    const main = document.querySelector('main')
    const [rect = element.getBoundingClientRect()] = element.getClientRects()
    const box = element.getBoundingClientRect()
    const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2]
    const above = document.elementFromPoint(x, y)
    const around = [element]
    for (let at = element.parentElement; at !== null; at = at.parentElement) around.unshift(at)
    const isRtl = getComputedStyle(document.documentElement).direction === 'rtl'
    return {
      index: all.indexOf(element),
      name: `<${element.localName}> ${(element.textContent ?? '').trim().slice(0, 60)}`,
      sort: around.map(({ localName, className }) => `${localName}.${className}`).join(' '),
      isBeforeMain: main !== null && !main.contains(element) && all.indexOf(element) < all.indexOf(main),
      isUncovered: above !== null && (element.contains(above) || above.contains(element)),
      start: isRtl ? -box.right : box.left,
      end: isRtl ? -box.left : box.right,
      top: box.top + scrollY,
      bottom: box.bottom + scrollY,
    }
  })

/** Every stop in turn; an element with several stops of its own, such as a player, is named once. */
export const walkByTab = async (page: Page): Promise<readonly Stop[]> => {
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await stopHere(page)
    if (stop === null || stop.index === stops[0]?.index) return stops
    if (stop.index !== stops.at(-1)?.index) stops.push(stop)
  }
}

/** Everything of the page that can be acted on and can be seen. */
export const listTargets = (page: Page): Promise<readonly Pick<Stop, 'index' | 'name'>[]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const kinds =
      'a[href], area[href], button, input, select, textarea, summary, audio[controls], video[controls]'
    return all
      .filter(element => element.matches(`:is(${kinds}):not(:disabled, [tabindex="-1"])`))
      .filter(element => element.checkVisibility({ visibilityProperty: true }))
      .map(element => ({
        index: all.indexOf(element),
        name: `<${element.localName}> ${(element.textContent ?? '').trim().slice(0, 60)}`,
      }))
  })

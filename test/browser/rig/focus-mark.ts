// How well the mark of the focus can be seen: the page is photographed with it and without.

import type { Page } from 'playwright-core'

/**
 * How many pixels the focus changes by a contrast of 3:1 or more, for each pixel of the outline of what has it (WCAG 2.2,
 * 2.4.13). The focus is gone afterwards. `blank`: an empty page, to look at the photographs on.
 */
export const focusMark = async (page: Page, blank: Page): Promise<number> => {
  const { clip, outline } = await page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const [rect = element.getBoundingClientRect()] = element.getClientRects()
    const [left, top] = [Math.max(0, Math.floor(rect.left) - 8), Math.max(0, Math.floor(rect.top) - 8)]
    const clip = { x: left, y: top, width: rect.right + 8 - left, height: rect.bottom + 8 - top }
    return { clip, outline: 2 * (rect.width + rect.height) }
  })
  const photograph = async () =>
    `data:image/png;base64,${(await page.screenshot({ clip })).toString('base64')}`
  const withMark = await photograph()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  return (await countChanges(blank, withMark, await photograph())) / outline
}

const countChanges = (blank: Page, ...pictures: readonly [string, string]): Promise<number> =>
  blank.evaluate(async addresses => {
    const luminances = async (address: string): Promise<readonly number[]> => {
      const picture = await createImageBitmap(await (await fetch(address)).blob())
      const { width, height } = picture
      const pen = new OffscreenCanvas(width, height).getContext('2d')
      pen?.drawImage(picture, 0, 0)
      const bytes = pen?.getImageData(0, 0, width, height).data ?? []
      const linear = (byte = 0) =>
        byte / 255 <= 0.04045 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4
      return Array.from(
        { length: width * height },
        (_, at) =>
          0.2126 * linear(bytes[4 * at]) +
          0.7152 * linear(bytes[4 * at + 1]) +
          0.0722 * linear(bytes[4 * at + 2]),
      )
    }
    const [one = [], other = []] = await Promise.all(addresses.map(luminances))
    const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    return one.filter((value, at) => contrast(value, other[at] ?? value) >= 3).length
  }, pictures)

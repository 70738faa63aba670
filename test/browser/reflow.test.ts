// Narrow windows, large text and thick fingers: nothing is cut off, nothing has to be scrolled sideways.

import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { openForSuite, setLook, showHtml, visit } from './rig/browser.ts'
import { findOverflow, findSmallTargets, listTextSizes } from './rig/measure-page.ts'

const sites = Object.values(inject('sites'))
const [normal, doubled] = [16, 32]

/** As a reader sets it in the browser; the width of the page stays. */
const setTextSize = async (page: Page, standard: number): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: (standard * 13) / 16 } })
}

describe.skipIf(inject('chromium') === null)('A page', () => {
  let page: Page
  openForSuite(opened => {
    page = opened
  })

  describe.each(sites)('$name', ({ origin, samples }) => {
    test.each(samples)(
      'fits a window of 320 pixels and text of twice the size: $url ($kind)',
      async ({ url }) => {
        await setTextSize(page, normal)
        await setLook(page, { width: 320, theme: 'light' })
        await visit(page, origin + url)
        expect(await findOverflow(page), 'at 320 pixels').toEqual([])
        expect(await findSmallTargets(page)).toEqual([])

        await setLook(page, { width: 1280, theme: 'light' })
        expect(await findOverflow(page), 'at 1280 pixels').toEqual([])
        const before = await listTextSizes(page)
        await setTextSize(page, doubled)
        expect(await findOverflow(page), 'at 1280 pixels with large text').toEqual([])
        const after = await listTextSizes(page)
        const small = after.filter(
          ({ size, isMatter }, at) => size / (before[at]?.size ?? size) < (isMatter ? 1.8 : 1.25),
        )
        expect(small).toEqual([])

        await setLook(page, { width: 390, theme: 'light' })
        expect(await findOverflow(page), 'at 390 pixels with large text').toEqual([])
      },
    )
  })

  // A page of an old address has no look: it is left at once.
  test.each(inject('sites').english.samples.filter(({ kind }) => !/^(?:alias|redirect)$/.test(kind)))(
    'breaks words of eighty letters, wherever an editor may write one: $url ($kind)',
    async ({ url }) => {
      await setTextSize(page, normal)
      await setLook(page, { width: 390, theme: 'light' })
      await visit(page, inject('sites').english.origin + url)
      await page.evaluate(() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (texts.nextNode()) {
          const { currentNode: text } = texts
          if (text.parentElement?.closest('.skip, .table, pre, select')) continue
          text.textContent = text.textContent?.replace(/\p{L}{4,}/u, 'Rindfleisch'.repeat(8)) ?? ''
        }
      })
      for (const width of [390, 768, 1280]) {
        await setLook(page, { width, theme: 'light' })
        expect(await findOverflow(page), `at ${width} pixels`).toEqual([])
      }
    },
  )

  test.each([320, 768, 1440])('shows the whole caption of a wide table at %i pixels', async width => {
    await setTextSize(page, normal)
    await setLook(page, { width, theme: 'light' })
    await visit(page, `${inject('sites').english.origin}/nation/2024/10/26/first-count-of-the-storm/`)
    const edges = await page.evaluate(() => {
      const caption = document.querySelector('caption')
      const table = caption?.closest('.table')
      if (!caption || !table) return []
      caption.append(' and of much else'.repeat(20))
      for (const row of table.querySelectorAll('tr'))
        for (const cell of Array.from({ length: 6 }, () => [...row.children]).flat())
          row.append(cell.cloneNode(true))
      return [caption, table].map(element => element.getBoundingClientRect().right)
    })
    expect(edges[0]).toBeLessThanOrEqual(edges[1] ?? 0)
  })

  test('that does not fit would be noticed, and a wide table may be scrolled', async () => {
    const html = `<!doctype html><style>* { margin: 0 }</style>
      <p style="inline-size: 500px; font-size: 12px">wide</p>
      <p style="inline-size: 90px; overflow: hidden; white-space: nowrap">this is cut off after some words</p>
      <div style="overflow-x: auto"><p style="inline-size: 700px">a wide table</p></div>
      <p>In a <a href="/a">sentence</a>.</p><p style="font-size: 9px"><a href="/b">alone</a></p>`
    await setTextSize(page, normal)
    await setLook(page, { width: 320, theme: 'light' })
    await showHtml(page, html)
    expect(await findOverflow(page)).toEqual([
      'the page is 500 wide in 320',
      'outside: <p class=""> wide',
      'cut off: <p class=""> this is cut off after some words',
    ])
    expect(await findSmallTargets(page)).toEqual([expect.stringMatching(/^\d+ × \d+: alone$/)])
    const sizes = await listTextSizes(page)
    await setTextSize(page, doubled)
    const larger = await listTextSizes(page)
    expect(larger.map(({ size }, at) => size / (sizes[at]?.size ?? 1)).slice(0, 2)).toEqual([1, 2])
  })
})

// A reader with nothing but a keyboard: from the top of every kind of page to its end.

import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { type Look, openForSuite, openPage, setLook, visit } from './rig/browser.ts'
import { focusMark } from './rig/focus-mark.ts'
import { listTargets, type Stop, stopHere, walkByTab } from './rig/walk-by-tab.ts'

const { english, arabic } = inject('sites')
const walks = [
  { ...english, look: { theme: 'light', width: 1280 } as Look },
  { ...arabic, look: { theme: 'light', width: 390 } as Look },
]

/** Reading goes on along the line or below it; up it goes only into the next column. */
const goesBack = (from: Stop, to: Stop): boolean => to.bottom <= from.top && to.end <= from.start

const namesOf = (stops: readonly { readonly name: string }[]) => stops.map(({ name }) => name)

/** Whatever is wrong with a walk through the page. */
const judgeWalk = async (page: Page) => {
  const targets = await listTargets(page)
  const stops = await walkByTab(page)
  const came = new Set(stops.map(({ index }) => index))
  const leaps = stops.filter((stop, at) => {
    const last = stops[at - 1]
    return last !== undefined && (stop.index < last.index || goesBack(last, stop))
  })
  return {
    unreached: namesOf(targets.filter(({ index }) => !came.has(index))),
    covered: namesOf(stops.filter(({ isUncovered }) => !isUncovered)),
    leaps: namesOf(leaps),
  }
}

const sound = { unreached: [], covered: [], leaps: [] }

describe.skipIf(inject('chromium') === null)('the Tab key', () => {
  let page: Page
  let blank: Page
  openForSuite(async (opened, browser) => {
    page = opened
    blank = await openPage(browser)
  })

  describe.each(walks)('leads $name', ({ origin, samples, look }) => {
    test.each(samples)('to all of $url ($kind), in order and in sight', async ({ url }) => {
      await setLook(page, look)
      await visit(page, origin + url)
      expect(await judgeWalk(page)).toEqual(sound)
    })

    test.each(samples.filter(({ kind }) => !/^(?:alias|redirect)$/.test(kind)))(
      'past the menus of $url ($kind)',
      async ({ url }) => {
        await setLook(page, look)
        await visit(page, origin + url)
        await page.keyboard.press('Tab')
        const skip = await stopHere(page)
        expect(skip).toMatchObject({ isUncovered: true, isBeforeMain: true })
        await page.keyboard.press('Enter')
        await page.waitForURL(/#dl-main$/)
        await page.keyboard.press('Tab')
        const next = await stopHere(page)
        expect(next?.isBeforeMain).toBe(false)
      },
    )
  })

  const marked = english.samples.filter(
    ({ kind }, at) =>
      !/^(?:alias|redirect)$/.test(kind) && english.samples.findIndex(sample => sample.kind === kind) === at,
  )
  describe.each(['light', 'dark'] as const)('leaves a mark in %s colours', theme => {
    test.each(marked)('on $url', async ({ url }) => {
      await setLook(page, { theme, width: 1280 })
      await visit(page, english.origin + url)
      const sorts = new Map((await walkByTab(page)).map(stop => [stop.sort, stop]))
      const faint: string[] = []
      for (const { index, name } of sorts.values()) {
        await page.evaluate(at => (document.querySelectorAll('*')[at] as HTMLElement).focus(), index)
        if ((await focusMark(page, blank)) < 1) faint.push(name)
      }
      expect(faint).toEqual([])
    })
  })
})

// Pictures that light shows through, in the dark theme: a black line of a chart must not stand on black.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { openForSuite, setLook, visit } from './rig/browser.ts'

const { english } = inject('sites')
const withDrawings = english.samples.filter(({ file }) =>
  /<img src="[^"]*\.svg"/.test(readFileSync(join(english.published, file), 'utf8')),
)

/** The ground of each drawing of the page. */
const groundsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main img[src$=".svg"]')].map(
      picture => getComputedStyle(picture).backgroundColor,
    ),
  )

describe.skipIf(inject('chromium') === null)('A drawing stands on white in the dark theme', () => {
  let page: Page
  openForSuite(async opened => {
    page = opened
    await setLook(page, { width: 1000, theme: 'dark' })
  })

  test.each(withDrawings)('$url', async ({ url }) => {
    await visit(page, english.origin + url)
    const grounds = await groundsOf(page)
    expect(grounds.length).toBeGreaterThan(0)
    expect(new Set(grounds)).toEqual(new Set(['rgb(255, 255, 255)']))
  })
})

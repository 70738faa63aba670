// What axe-core says of every kind of page, in both themes, on a phone and on a desk, in both directions of writing.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { pageKinds } from '../../src/pages/page-kinds.ts'
import { type Look, openForSuite, setLook, showHtml, visit } from './rig/browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const looks: readonly Look[] = [
  { theme: 'light', width: 390 },
  { theme: 'dark', width: 1280 },
]

declare const window: { readonly axe: typeof axe }

/** Every violation, with the rule and the element. */
const findViolations = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async values => {
    // What lies behind a page without colours of its own is white to axe, whatever the theme.
    document.documentElement.style.backgroundColor = 'canvas'
    const { violations } = await window.axe.run({
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))
  }, tags)

const sites = Object.values(inject('sites'))

test.each(sites)('the site $name has a page of every kind', ({ pages }) => {
  const kinds = new Set(pages.map(({ kind }) => kind))
  // A layout of what is no HTML says so in its name: rss.xml.njk.
  const own = pageKinds.filter(({ layout }) => /^layouts\/[^.]+\.njk$/.test(layout))
  expect(own.map(({ name }) => name).filter(name => !kinds.has(name))).toEqual([])
})

describe.skipIf(inject('chromium') === null)('axe', () => {
  let page: Page
  openForSuite(opened => {
    page = opened
  })

  describe.each(sites)('finds nothing $name', ({ origin, samples }) => {
    test.each(samples)('on $url ($kind)', async ({ url }) => {
      await visit(page, origin + url)
      await page.evaluate(axeSource)
      for (const look of looks) {
        await setLook(page, look)
        expect(await findViolations(page), JSON.stringify(look)).toEqual([])
      }
    })
  })

  test('would find what is too pale to be read, a picture without words and a target that is too small', async () => {
    const html = `<!doctype html><html lang="en"><title>Pale</title><main><h1 style="color: #ccc">Pale</h1>
      <img src="data:,"><p><a href="/a" style="font-size: 8px">a</a> <a href="/b" style="font-size: 8px">b</a></p></main>`
    await setLook(page, { theme: 'light', width: 390 })
    await showHtml(page, html)
    await page.evaluate(axeSource)
    const rules = (await findViolations(page)).map(violation => violation.split(':')[0])
    expect(new Set(rules)).toEqual(new Set(['color-contrast', 'image-alt', 'target-size']))
  })
})

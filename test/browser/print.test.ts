// A printed story: all of its text in its order, and nothing that only makes sense on a screen.

import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { isInstalled } from '../rig/programs.ts'
import { openForSuite, visit } from './rig/browser.ts'
import { keptFile } from './rig/kept-folder.ts'

const { english, arabic, hindi } = inject('sites')
const stories = english.samples.filter(({ kind }) => kind === 'story')

/** Only letters and digits, as lines are broken, and words with them; in lower case, as some words are set in capitals. */
const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The headline and every block of text of the story, long enough not to be found elsewhere by chance. */
const listBlocks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('article :is(h1, h2, h3, p, li, blockquote, figcaption)')]
      .filter(
        block =>
          block.querySelector('p, li, ul, ol') === null &&
          block.closest('nav, aside, footer, .facts, details') === null,
      )
      .map(block => block.textContent ?? '')
      .filter(text => text.trim().length >= 30),
  )

/** The names of menus that are to be seen, and links that only lead around the page. */
const listMenus = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('nav, .skip')]
      .filter(menu => menu.checkVisibility())
      .map(menu => menu.ariaLabel ?? menu.textContent ?? ''),
  )

/** As people can look at it afterwards. */
const print = async (page: Page, name: string): Promise<string> => {
  const path = keptFile(`${name}.pdf`)
  await page.pdf({ path, format: 'A4', tagged: true })
  return path
}

const textOf = (pdf: string): string => execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })

describe.skipIf(inject('chromium') === null)('A printed story', () => {
  let page: Page
  openForSuite(opened => {
    page = opened
  })

  test.each(stories)('has all of its text, in order, and no menus: $url', async ({ url }) => {
    if (!isInstalled('pdftotext', '-v')) return
    await page.emulateMedia({ media: null })
    await visit(page, english.origin + url)
    const blocks = await listBlocks(page)
    expect((await listMenus(page)).length).toBeGreaterThan(3)
    const printed = squeeze(textOf(await print(page, url.split('/').at(-2) ?? '')))
    expect(blocks.length).toBeGreaterThan(2)
    let at = 0
    for (const block of blocks) {
      const found = printed.indexOf(squeeze(block), at)
      expect(found, block).toBeGreaterThanOrEqual(at)
      at = found + 1
    }
    await page.emulateMedia({ media: 'print' })
    expect(await listMenus(page)).toEqual([])
  })

  test('has every column of a wide table, as nobody scrolls paper', async () => {
    await visit(page, `${english.origin}/nation/2024/10/26/first-count-of-the-storm/`)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 640, height: 900 })
    const widest = await page.evaluate(() => {
      const table = document.querySelector('.table')
      const code = document.createElement('pre')
      code.textContent = 'one line '.repeat(40)
      table?.after(code)
      for (const row of table?.querySelectorAll('tr') ?? [])
        while (row.children.length < 16) row.append(...[...row.children].map(cell => cell.cloneNode(true)))
      const cells = [...(table?.querySelectorAll('th, td') ?? [])]
      return Math.max(code.scrollWidth, ...cells.map(cell => cell.getBoundingClientRect().right))
    })
    expect(widest).toBeLessThanOrEqual(640)
  })

  test.each([arabic, hindi])('can be made $name', async ({ name, origin, pages }) => {
    const { url = '' } = pages.find(({ file }) => file.includes('harbour-in-other-words')) ?? {}
    await visit(page, origin + url)
    await print(page, `story ${name}`)
  })
})

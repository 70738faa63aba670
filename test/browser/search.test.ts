// Readers look for stories: by words, in all years, and by ways that need no script.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { openForSuite, visit } from './rig/browser.ts'
import type { BuiltSite } from './rig/build-sites.ts'
import { type Watched, watchPage } from './rig/watch-page.ts'

const sites = Object.values(inject('sites'))

const yearOf = (url: string): string => /\/(\d{4})\//.exec(url)?.[1] ?? ''

const htmlOf = (published: string, url: string): string =>
  readFileSync(join(published, url, 'index.html'), 'utf8')

/** The newest, and one of the oldest year. */
const twoStories = ({ pages }: BuiltSite): readonly string[] => {
  const urls = pages.filter(({ kind }) => kind === 'story').map(({ url }) => url)
  const byYear = urls.toSorted((one, other) => yearOf(one).localeCompare(yearOf(other)))
  return [byYear[0] ?? '', byYear.at(-1) ?? '']
}

const headlineOf = (html: string): string =>
  /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

describe.skipIf(inject('chromium') === null)('Search', () => {
  let browser: Browser
  let page: Page
  let watched: Watched
  openForSuite(async (opened, opener) => {
    browser = opener
    page = opened
    watched = await watchPage(page)
  })
  beforeEach(() => watched.forget())

  test.each(sites)('finds a story of a closed and of the current year, $name', async site => {
    const stories = twoStories(site)
    expect(new Set(stories.map(yearOf)).size).toBe(2)
    await visit(page, `${site.origin}/search/`)
    for (const url of stories) {
      const headline = headlineOf(htmlOf(site.published, url))
      expect(headline).not.toBe('')
      await page.getByRole('searchbox').fill(headline)
      await page.keyboard.press('Enter')
      const link = page.locator(`.search-results a[href="${url}"]`)
      await link.waitFor()
      expect(await link.textContent()).toBe(headline)
    }
    expect(watched.complaints).toEqual([])
    expect(watched.asked.filter(address => new URL(address).origin !== site.origin)).toEqual([])
  })

  test.each(sites)('leads to every story without a script, $name', async ({ origin, published, pages }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(`${origin}/search/`)
    expect(await plain.getByRole('searchbox').isVisible()).toBe(false)
    expect(await plain.locator('noscript').isVisible()).toBe(true)
    const ways = await plain
      .locator('main a:visible')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    const months = ways.filter(way => /^\/\d{4}\/\d{2}\/$/.test(way)).map(way => htmlOf(published, way))
    // A month names all its days, and of a long day only the first stories.
    const days = months.flatMap(html => [...html.matchAll(/href="?(\/\d{4}\/\d{2}\/\d{2}\/)[" >]/g)])
    const lists = [...months, ...days.map(([, day = '']) => htmlOf(published, day))]
    const stories = pages.filter(({ kind }) => kind === 'story').map(({ url }) => url)
    const unreached = stories.filter(url => !lists.some(html => new RegExp(`href="?${url}[" >]`).test(html)))
    expect(stories.length).toBeGreaterThan(20)
    expect(unreached).toEqual([])
    for (const kind of ['section-front', 'topic-front'])
      expect(ways).toEqual(
        expect.arrayContaining(pages.filter(each => each.kind === kind).map(({ url }) => url)),
      )
    await context.close()
  })
})

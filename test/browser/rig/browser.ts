// Chromium, in a profile of its own, that reaches nothing but this machine.

import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** `more`: flags for one test. */
export const openBrowser = (executablePath: string, more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...flags, ...more] })

/** For tests, which are skipped where there is no Chromium. */
const chromiumOfTests = (): Promise<Browser> => openBrowser(inject('chromium') ?? '')

/** A blank page in a context of its own. To open one takes longer than to visit ten addresses with it. */
export const openPage = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  return context.newPage()
}

/** Inside a suite: before its tests they are opened, and handed over; after them all is closed. */
export const openForSuite = (take: (page: Page, browser: Browser) => Promise<void> | void): void => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromiumOfTests()
    await take(await openPage(browser), browser)
  })
  afterAll(() => browser.close())
}

export type Look = {
  /** In CSS pixels. */
  readonly width: number
  readonly theme: 'light' | 'dark'
}

export const setLook = async (page: Page, { width, theme }: Look): Promise<void> => {
  await page.setViewportSize({ width, height: 800 })
  await page.emulateMedia({ colorScheme: theme })
}

/** Goes there and stays there: an alias would lead on at once. What is searched for is there afterwards. */
export const visit = async (page: Page, url: string): Promise<void> => {
  await page.unrouteAll()
  await page.route(
    other => other.href !== url,
    route => (route.request().isNavigationRequest() ? route.abort('aborted') : route.continue()),
  )
  await page.goto(url)
  if (url.includes('?q=')) await page.locator('.search-results li').first().waitFor()
}

/** A page of no site: nothing forbids it its styles. */
export const showHtml = async (page: Page, html: string): Promise<void> => {
  await page.goto('about:blank')
  await page.setContent(html)
}

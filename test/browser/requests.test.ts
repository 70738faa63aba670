// What a page asks of the network: itself, its pictures, and nothing of anybody else.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { openForSuite, visit } from './rig/browser.ts'
import { showPictures } from './rig/show-pictures.ts'
import { type Watched, watchPage } from './rig/watch-page.ts'

const sites = inject('sites')
const { english } = sites
const htmlOf = (file: string): string => readFileSync(join(english.published, file), 'utf8')

/** What would run when the page is read: data in scripts does not. */
const findPrograms = (html: string): readonly string[] => {
  const found: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const handlers = Object.keys(attributes).filter(attribute => attribute.startsWith('on'))
      if (name === 'script' && !/json|speculationrules/.test(attributes.type ?? '')) found.push('<script>')
      found.push(...handlers.map(handler => `<${name} ${handler}>`))
    },
  })
  parser.end(html)
  return found
}

describe('A page runs nothing', () => {
  test('but the search, which has a page of its own', () => {
    const running = english.pages.filter(({ file }) => findPrograms(htmlOf(file)).length > 0)
    expect(running.map(({ url }) => url).filter(url => url !== '/search/')).toEqual([])
  })

  test('and this would be noticed', () => {
    expect(findPrograms('<script type="application/ld+json">{}</script><p>text')).toEqual([])
    expect(findPrograms('<script type="module" src="/a.js"></script><p onclick="b()">text')).toEqual([
      '<script>',
      '<p onclick>',
    ])
  })
})

describe.skipIf(inject('chromium') === null)('In a browser', () => {
  let page: Page
  let watched: Watched
  openForSuite(async opened => {
    page = opened
    watched = await watchPage(page)
  })
  beforeEach(() => watched.forget())

  describe.each(Object.values(sites))('a page $name', ({ origin, samples }) => {
    test.each(samples)('asks nothing of others and complains of nothing: $url ($kind)', async ({ url }) => {
      await visit(page, origin + url)
      await showPictures(page)
      expect(watched.complaints).toEqual([])
      expect(
        watched.asked.filter(address => !address.startsWith('data:') && new URL(address).origin !== origin),
      ).toEqual([])
    })
  })

  test.each(Object.values(sites))('the policy of a site $name holds', async ({ origin }) => {
    for (const path of ['/', '/search/', '/404.html']) {
      const { headers } = await fetch(origin + path)
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none';(?!.*unsafe-inline)/)
    }
  })

  test('a story without pictures is one request', async () => {
    const stories = english.pages.filter(
      ({ kind, file }) => kind === 'story' && !/<img|<video/.test(htmlOf(file)),
    )
    expect(stories.length).toBeGreaterThan(10)
    const icon = `${english.origin}/favicon.svg`
    for (const { url } of stories.slice(0, 10)) {
      watched.forget()
      await visit(page, english.origin + url)
      await page.waitForLoadState('networkidle')
      expect(watched.asked.filter(address => address !== icon)).toEqual([english.origin + url])
    }
  })

  test('what is forbidden, missing or of others would be noticed', async () => {
    const { complaints, asked } = watched
    await page.unrouteAll()
    await page.route(`${english.origin}/bad/`, route =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': "default-src 'self'" },
        body: `<script>let a</script><img src="https://other.example/pixel.gif">
          <p style="height: 9000px"><img src="/gone.png" loading="lazy">`,
      }),
    )
    await page.goto(`${english.origin}/bad/`)
    await showPictures(page)
    expect(complaints).toContainEqual(expect.stringContaining('script-src-elem'))
    expect(complaints).toContainEqual(expect.stringContaining('404'))
    expect(complaints).toContainEqual(expect.stringContaining('img-src'))
    expect(asked).toContain(`${english.origin}/gone.png`)
  })
})

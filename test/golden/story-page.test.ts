// The page of one story, whole: UPDATE_GOLDEN=1 npx vitest run test/golden writes it anew; read the diff before you commit it.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDemonstration, createDemonstration } from '../rig/demonstration.ts'
import { siteData } from '../rig/site-data.ts'
import type { Files, SiteFolder } from '../rig/site-folder.ts'

const url = '/world/2024/10/24/seoul-kyiv-north-korea-troops-russia/'
const golden = join(import.meta.dirname, 'story-page.html')

let site: SiteFolder
let page: string
let published: Files
const pageAt = (url: string) => site.read(`_site${url}index.html`)
beforeAll(async () => {
  site = createDemonstration()
  await buildDemonstration(site)
  page = pageAt(url)
  published = site.snapshot('_site')
})
afterAll(() => site.dispose())

/** One tag a line, without the styles. */
const tagByTag = (html: string) =>
  `${html
    .replace(/<style>[\s\S]*?<\/style>/g, '<style></style>')
    .replace(/\s*(<[^>]+>)\s*/g, '\n$1\n')
    .replace(/\n+/g, '\n')
    .trim()}\n`

test('the whole page is as the golden file has it', () => {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, tagByTag(page))
  expect(tagByTag(page)).toBe(readFileSync(golden, 'utf8'))
})

/** The text of every element that a pattern finds. */
const all = (pattern: RegExp, html = page) =>
  [...html.matchAll(pattern)].map(found => found.slice(1).join(' → '))
const main = (html = page) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

describe('the page carries', () => {
  test('its section, linked', () => {
    expect(main()).toContain('<a href="/world/">World</a>')
  })

  test('its headline, once, and its summary', () => {
    expect(all(/<h1[^>]*>([^<]*)<\/h1>/g)).toEqual([
      'Seoul and Kyiv say North Korea has sent troops to support Russia',
    ])
    expect(main()).toContain('South Korean intelligence counts about 1,500 special forces')
  })

  test('who wrote it, linked, and where it was filed from', () => {
    expect(main()).toContain('<a href="/bylines/asha-rao/" rel="author">Asha Rao</a>')
    expect(main()).toMatch(/<b class="dateline">Seoul<\/b> — South Korea and Ukraine say/)
  })

  test('when it was published and updated, for people and for machines', () => {
    expect(all(/<time class="(published|updated)" datetime="([^"]*)">([^<]*)</g, main())).toEqual([
      'published → 2024-10-24T09:30:00+05:30 → 24 October 2024, 9:30 am IST',
      'updated → 2024-10-24T13:05:00+05:30 → 24 October 2024, 1:05 pm IST',
    ])
  })

  test('its source, linked to the original', () => {
    expect(main()).toContain('Source: <a href="https://newszop.com/">Newszop</a>')
  })

  test('its lead picture with size, words and credit', () => {
    const [picture] = all(/(<img [^>]*fetchpriority="high"[^>]*>)/g)
    const [, name = ''] =
      /src="\/media\/hashed\/2024\/10\/24\/(far-east-locator-\w{8}\.svg)"/.exec(picture ?? '') ?? []
    expect(picture).toMatch(/ width="\d+" height="\d+" alt="Simplified map of the Russian Far East/)
    expect(main()).toContain('<span class="credit">Graphic: The Velikara Bulletin</span>')
    expect(site.snapshot('_site/media/hashed/2024/10/24')).toHaveProperty([name])
  })

  test('four subheads, each with a place to link to', () => {
    expect(all(/<h2 id="[^"]+"[^>]*>([^<]*)<\/h2>/g)).toEqual([
      'From a June pact to boots on the ground: an alliance put to the test',
      'Borrowed uniforms and a video: the evidence so far',
      'Kursk by November: what it could mean for the war',
      'Denials, doubts and a call for a briefing: how capitals reacted',
    ])
  })

  test('its table and its pull quote', () => {
    expect(all(/<tr>\s*<th scope="row">/g)).toHaveLength(4)
    expect(main()).toMatch(/<figure class="pullquote">\s*<blockquote>\s*<p>Four numbers, two capitals/)
  })

  test('its topics, linked', () => {
    expect(all(/<a href="(\/topics\/[^"]*)" rel="tag">([^<]*)</g)).toEqual([
      '/topics/north-korea/ → North Korea',
      '/topics/ukraine-war/ → Ukraine war',
      '/topics/russia/ → Russia',
      '/topics/nato/ → NATO',
    ])
  })

  test('the newer and the older story of its section, in the direction of reading', () => {
    const [next] = all(/<a href="(\/world\/[^"]*)" rel="next">/g)
    const [previous] = all(/<a href="(\/world\/[^"]*)" rel="prev">/g)
    expect(pageAt(next ?? '')).toContain(`<a href="${url}" rel="prev">`)
    expect(pageAt(previous ?? '')).toContain(`<a href="${url}" rel="next">`)
    expect(main()).toMatch(/Newer story<\/b> <span>[^<]+<[\s\S]*Older story<\/b> <span>[^<]+</)
  })

  test('its address, for paper', () => {
    expect(main()).toContain(`<p class="address">https://velikara.example${url}</p>`)
  })

  test('the call to read in the app, in both shops', () => {
    expect(main()).toContain('Read each day’s bulletin on your phone')
    expect(all(/<a href="(https:\/\/(?:apps\.apple|play\.google)\.com)[^"]*">([^<]*)</g)).toEqual([
      'https://apps.apple.com → App Store',
      'https://play.google.com → Google Play',
    ])
  })
})

describe('other pages', () => {
  test('a corrected story carries its notes, dated, and points to them from above', () => {
    const corrected = Object.values(site.snapshot('_site')).filter(html =>
      html.includes('id="dl-corrections"'),
    )
    expect(corrected.length).toBeGreaterThan(0)
    for (const html of corrected) {
      expect(html).toContain('<a href="#dl-corrections">Corrected: see the note')
      expect(html).toMatch(/<time class="corrected" datetime="[^"]+">[^<]+<\/time> [^<]+<\/p>/)
    }
  })

  test('a tombstone carries the reason, and nothing of the story', () => {
    const file = 'content/stories/2024/10/25/brickworks-said-to-close.md'
    const [, front = '', body = ''] = site.read(file).split(/^---$/m)
    const title = /^title: (.*)$/m.exec(front)?.[1] ?? ''
    const reason = /reason: "?(.{20})/.exec(front)?.[1] ?? ''
    const tombstone = pageAt('/business/2024/10/25/brickworks-said-to-close/')
    expect(tombstone).toContain('This story has been withdrawn')
    expect(tombstone).toContain(reason)
    expect(title.length * body.trim().length).toBeGreaterThan(0)
    expect(tombstone).not.toContain(title)
    for (const sentence of body.split(/[.\n]+/).filter(words => words.trim().length > 20))
      expect(tombstone).not.toContain(sentence.trim())
  })

  test('every page names its icon: browsers ask for another where none is named', () => {
    const pages = Object.entries(site.snapshot('_site')).filter(([file]) => file.endsWith('.html'))
    expect(pages.filter(([, html]) => !/<link rel="?icon"? /.test(html)).map(([file]) => file)).toEqual([])
  })

  test('a site without an app says nothing of one', async () => {
    site.write('_data/site.yaml', siteData['_data/site.yaml'])
    await buildDemonstration(site)
    expect(pageAt(url)).not.toMatch(/App Store|Google Play|class="?app/)
  })
})

describe('Of the demonstration, search engines get', () => {
  const pages = () =>
    Object.entries(published)
      .filter(([name, html]) => name.endsWith('.html') && /<meta name="robots" content="max-/.test(html))
      .map(([name, html]) => ({ name, html }))
  const repeated = (of: (html: string) => string | undefined) => {
    const found = new Map<string, string[]>()
    for (const { name, html } of pages()) {
      const text = of(html) ?? ''
      found.set(text, [...(found.get(text) ?? []), name])
    }
    return [...found].filter(([text, names]) => text === '' || names.length > 1)
  }

  test('no two pages of one title', () => {
    expect(repeated(html => /<title>([^<]+)/.exec(html)?.[1])).toEqual([])
  })

  test('no two pages of one description', () => {
    expect(repeated(html => /<meta name="description" content="([^"]+)"/.exec(html)?.[1])).toEqual([])
  })

  test('a picture of every page, for those who share it', () => {
    for (const { name, html } of pages())
      for (const property of ['og:image', 'og:image:width', 'og:image:height', 'og:image:alt'])
        expect(html, name).toMatch(new RegExp(`<meta property="${property}" content="[^"]`))
  })

  test('every page in a sitemap, and in the sitemaps no other', () => {
    const addresses = pages().map(({ html }) => /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? '')
    const named = Object.entries(published)
      .filter(([name]) => /^sitemaps\/(?:fronts|\d.*)\.xml$/.test(name))
      .flatMap(([, text]) => [...text.matchAll(/<loc>([^<]*)/g)].map(([, url = '']) => url))
    expect(addresses.length).toBeGreaterThan(300)
    expect(named.sort()).toEqual(addresses.sort())
  })
})

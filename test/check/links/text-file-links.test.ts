// What security.txt, the web manifest and the like name of this site is there.

import { expect, test } from 'vitest'
import { printedAt } from '../../rig/printed-feed.ts'
import { siteData } from '../../rig/site-data.ts'
import { checkPages } from '../check-pages.ts'

const stories = {
  '_data/site.yaml': `${siteData['_data/site.yaml']}security:
  contact: ["https://bulletin.example/contact/", "https://elsewhere.example/"]
  expires: 2035-01-01T00:00:00Z
  policy: /about/
icons: [{ src: /favicon.svg, sizes: 512x512, type: image/svg+xml }]
`,
}
const found = (url: string, files: readonly string[]) =>
  checkPages({ stories, files, pages: { [url]: printedAt(stories, url) } }).map(
    ({ code, message, location }) => `${location.line} ${code} ${message.replace(`${url}: `, '')}`,
  )

test('addresses of this site that security.txt names lead somewhere', () => {
  const url = '/.well-known/security.txt'
  expect(found(url, ['about/index.html', 'contact/index.html'])).toEqual([])
  expect(found(url, ['about/index.html'])).toEqual([
    '1 link-broken the link to https://bulletin.example/contact/ is broken: nothing is published there',
  ])
  expect(found(url, ['contact/index.html'])).toEqual([
    '4 link-broken the link to https://bulletin.example/about/ is broken: nothing is published there',
  ])
})

test('the icons that the web manifest names are there', () => {
  expect(found('/manifest.webmanifest', ['favicon.svg'])).toEqual([])
  expect(found('/manifest.webmanifest', [])).toEqual([
    '1 link-broken the link to /favicon.svg is broken: nothing is published there',
  ])
})

test('robots.txt names a sitemap that is there', () => {
  expect(found('/robots.txt', ['sitemap.xml'])).toEqual([])
  expect(found('/robots.txt', [])).toHaveLength(1)
})

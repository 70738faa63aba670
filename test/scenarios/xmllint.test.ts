// What an XML parser that is not ours says of every feed and sitemap of the demonstration.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDemonstration, createDemonstration } from '../rig/demonstration.ts'
import { isInstalled } from '../rig/programs.ts'
import type { SiteFolder } from '../rig/site-folder.ts'

let site: SiteFolder
let files: readonly string[]
beforeAll(async () => {
  site = createDemonstration()
  const published = await buildDemonstration(site)
  files = Object.keys(published).filter(file => /\.(?:xml|svg)$/.test(file))
})
afterAll(() => site.dispose())

const lint = (...files: readonly string[]) => site.spawn('xmllint', ['--noout', '--nonet', ...files])

describe('xmllint', () => {
  test('finds nothing in any feed, sitemap or drawing', () => {
    if (!isInstalled('xmllint', '--version')) return
    for (const feed of ['rss.xml', 'world/rss.xml', 'sitemap.xml', 'sitemaps/2024-10.xml', 'favicon.svg'])
      expect(files).toContain(feed)
    expect(lint(...files.map(file => `_site/${file}`))).toMatchObject({ status: 0, stderr: '' })
  })

  test('would find a stray &', () => {
    if (!isInstalled('xmllint', '--version')) return
    site.write('broken.xml', site.read('_site/rss.xml').replace('<title>', '<title>Tom & Ana'))
    expect(lint('broken.xml')).toMatchObject({ status: 1, stderr: expect.stringContaining('broken.xml:4:') })
  })
})

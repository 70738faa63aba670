// What the import writes is published as it is: links to pages that did not come along are counted, and stop nothing.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readTargetSite } from '../../src/import/read-target-site.ts'
import { attemptBuild } from '../rig/build-in-process.ts'
import { siteData } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { type Files, importFolder, sentence, twoFolders } from './archive-on-disk.ts'

const open = (more: Files = {}): SiteFolder => {
  const site = createSite({ ...siteData, ...(more as Record<string, string>) })
  onTestFinished(() => site.dispose())
  return site
}
const importInto = (site: SiteFolder, archive: Files, changes: object = {}) =>
  importFolder(twoFolders(archive).from, site.root, {
    zone: 'Asia/Kolkata',
    site: readTargetSite(site.root),
    ...changes,
  })
const publish = async (site: SiteFolder) => {
  const built = await attemptBuild(site, at('2026-01-01T00:00:00Z'))
  const problems = built.ok ? built.value.warnings : built.fault
  return problems.map(({ severity, code }) => `${severity} ${code}`)
}

const links = `
[About us](/about-us/), [our shop](/shop/cart?x=1), [a file](/files/map%20(1).pdf), [team](https://bulletin.example/team/),
[next](../next/), [tide][tide], [archive](/archive/), <https://bulletin.example/contact>, [x](http:////x), [y](https:///),
[z](http://x.example:99999/), [q](//bulletin.example/q/), [w](//[), see ftp://ftp.example/a, //host/a and http://x.example:99999/.

| a |
|---|
| [old](/old/page.html#top) |

[tide]: /tide/
`
const posts = (body: string): Files => ({
  '_config.yml': 'permalink: /:year/:month/:title/\n',
  '_posts/2023-11-05-clocks.md': `---\ntitle: Clocks\nauthor: [7]\nredirect_from: ["/a%E9/", "/rss.xml", "/about/", "/old‮/"]\n---\n${sentence}\n${body}`,
})

describe('An archive whose pages did not all come along', () => {
  it('is published without a hand on it, whatever its links are', async () => {
    const site = open()
    const before = site.read('_data/site.yaml')
    const { report, stories } = importInto(site, posts(links), { elsewhere: ['/shop/'] })
    expect(report.files.filter(({ status }) => status === 'imported')).toHaveLength(1)
    expect(await publish(site)).toEqual(['warning links-nowhere'])
    const [text = ''] = Object.values(stories)
    expect(text.slice(0, text.indexOf('---', 4))).toContain(
      `  nowhere:
    - /2023/11/next/
    - /about-us/
    - /contact
    - /files/map%20%281%29.pdf
    - /old/page.html#top
    - /q/
    - /team/
    - /tide/
`,
    )
    expect(text).not.toContain('authors:')
    expect(site.read('_data/site.yaml')).toBe(`${before}elsewhere: [/shop/]\n`)
  })

  it('leads to the old site where that has another address', async () => {
    const site = open()
    const { stories } = importInto(site, posts('[About us](/about-us/)'), { base: 'https://old.example' })
    expect(Object.values(stories)[0]).toContain('[About us](https://old.example/about-us/)')
    expect(await publish(site)).toEqual([])
  })

  it('keeps its paths where the new site takes the old address over', () => {
    const { stories } = importInto(open(), posts('[About us](http://www.bulletin.example/about-us/)'), {
      base: 'https://bulletin.example',
    })
    expect(Object.values(stories)[0]).toContain('[About us](/about-us/)')
    expect(Object.values(stories)[0]).toContain('nowhere:\n    - /about-us/\n')
  })

  it('changes nothing in the site when nothing is to be written', () => {
    const site = open()
    const before = site.read('_data/site.yaml')
    importInto(site, posts(links), { elsewhere: ['/shop/'], isDryRun: true })
    expect(site.read('_data/site.yaml')).toBe(before)
    expect(existsSync(join(site.root, 'import-report.md'))).toBe(false)
  })

  it('says what to write where site data cannot be added to', () => {
    const site = open()
    const path = join(site.root, '_data/site.yaml')
    writeFileSync(path, `${readFileSync(path, 'utf8')}elsewhere: /dist/\n`)
    const { report } = importInto(site, posts(''), { elsewhere: ['/shop/'] })
    expect(report.remarks).toContain('Could not add to _data/site.yaml; write there: elsewhere: [/shop/]')
  })
})

// Exports of WordPress that are imported and published with no hand between: every old address is asked.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { oldAddressesIn } from '../../../../src/import/report/old-addresses.ts'
import { projectRoot } from '../../../rig/site-folder.ts'
import { sentence, twoFolders } from '../../archive-on-disk.ts'
import { pageOf, publishImported } from '../../publish-imported.ts'
import { attachment, item, wxr } from '../../wordpress-export.ts'

const corpus = join(projectRoot, '../shared/corpora/exports/wordpress')
const isThere = existsSync(corpus)
if (!isThere) console.warn(`SKIPPED: no exports at ${corpus}.`)

/** Addresses of posts that readers could see, as the export has them. */
const addressesIn = (xml: string): readonly string[] =>
  xml
    .split('<item>')
    .slice(1)
    .filter(each => /<wp:post_type>(?:<!\[CDATA\[)?post\b/.test(each) && /publish/.test(each))
    .map(each => /<link>(?:https?:\/\/[^/<]+)?([^<]*)<\/link>/.exec(each)?.[1] ?? '')

it('a small one is published, with its old addresses', async () => {
  const xml = wxr([
    item(1, {
      content: `${sentence}\n\n[gallery ids="9"]\n\n<a href="/about/">About</a> <a href="?p=2">two</a> "Terms and conditions"`,
    }),
    item(2, { post_name: '%e0%a4%a8%e0%a4%be%e0%a4%b5', title: 'नाव', content: 'Hi.' }),
    item(3, { content: '' }),
    item(4, { title: 'Terms and conditions apply', status: 'draft', content: sentence }),
    item(5, { post_type: 'page', title: 'Terms and conditions', content: sentence }),
    attachment(9, '2019/06/gone.jpg'),
  ])
  const { from } = twoFolders({ 'old.xml': xml })
  const { report, faults, pages } = await publishImported(from)
  expect(faults).toEqual([])
  expect(report.files.filter(({ story }) => story !== null)).toHaveLength(5)
  for (const address of addressesIn(xml))
    expect(pages, address).toContain(pageOf(decodeURIComponent(address)))
}, 30_000)

it('its lists, feeds, numbers and pages of pictures lead on, or are named', async () => {
  const terms = {
    'category/sport': 'World',
    'category/rowing': 'Rowing',
    'post_tag/fish': 'Fish',
    'genre/essay': 'Essay',
  }
  const xml = wxr([
    ...Array.from({ length: 12 }, (_, index) => item(index + 1, {}, { terms })),
    attachment(40, '2019/06/pier.jpg', {
      post_parent: '1',
      link: 'https://old.example/2019/06/04/story-1/pier/',
    }),
    attachment(41, '2019/06/sea.jpg', { link: 'https://old.example/sea/' }),
    item(50, { status: 'draft', link: 'https://old.example/?p=50' }),
  ])
  const { from } = twoFolders({ 'old.xml': xml })
  const { report, faults, pages, rows } = await publishImported(from)
  expect(faults).toEqual([])
  for (const row of [
    ...['/?p=1: /world/2019/06/04/story-1/', '/feed/: /rss.xml', '/feed/atom/: /atom.xml', '/page/2/: /'],
    ...[
      '/category/sport/: /world/',
      '/category/sport/feed/: /world/rss.xml',
      '/category/sport/page/2/: /world/',
    ],
    ...[
      '/tag/fish/: /topics/fish/',
      '/tag/fish/feed/: /topics/fish/rss.xml',
      '/tag/fish/page/2/: /topics/fish/',
    ],
    ...['/author/arao/: /bylines/asha-rao/', '/author/arao/feed/atom/: /bylines/asha-rao/atom.xml'],
    ...['/2019/: /archive/', '/2019/06/04/story-1/pier/: /world/2019/06/04/story-1/'],
  ])
    expect(rows).toContain(row)
  expect(rows.filter(row => row.includes('p=50'))).toEqual([])
  const lost = oldAddressesIn(report).lost.map(({ address }) => address)
  for (const address of ['/category/sport/rowing/', '/genre/essay/', '/sea/', '/comments/feed/'])
    expect(lost).toContain(address)
  // The account is of all: pages that stand as they did, rows and aliases, and what is lost.
  for (const time of ['/2019/06/', '/2019/06/04/']) expect(pages).toContain(pageOf(time))
  expect(oldAddressesIn(report)).toMatchObject({ toStories: 12, inRows: rows.length, asBefore: 2 })
}, 30_000)

it('a site without pretty addresses is told by its queries', async () => {
  const link = (id: number) => `https://old.example/?p=${id}`
  const terms = { 'category/sport': 'World', 'post_tag/fish': 'Fish' }
  const xml = wxr([
    item(1, { link: link(1) }, { terms }),
    item(2, { link: link(2), content: `${sentence} <a href="/?p=1">One</a>` }),
    attachment(9, '2019/06/pier.jpg', { post_parent: '1', link: 'https://old.example/?attachment_id=9' }),
  ])
  const { from } = twoFolders({ 'old.xml': xml })
  const { faults, rows } = await publishImported(from)
  expect(faults).toEqual([])
  for (const row of [
    ...['/?p=1: /world/2019/06/04/story-1/', '/?p=2: /world/2019/06/04/story-2/', '/?cat=7: /world/'],
    ...['/?tag=fish: /topics/fish/', '/?author_name=arao: /bylines/asha-rao/', '/?feed=rss2: /rss.xml'],
    ...['/?feed=atom&tag=fish: /topics/fish/atom.xml', '/?m=201906: /2019/06/'],
    '/?attachment_id=9: /world/2019/06/04/story-1/',
  ])
    expect(rows).toContain(row)
}, 30_000)

it.runIf(isThere)(
  'others are published, with their old addresses',
  async () => {
    const { from } = twoFolders({})
    const files = readdirSync(corpus).filter(file => file.endsWith('.xml'))
    for (const file of files) writeFileSync(join(from, file), readFileSync(join(corpus, file)))
    const { report, faults, pages } = await publishImported(from)
    expect(faults).toEqual([])
    expect(report.files.filter(({ story, status }) => story === null && status !== 'skipped')).toEqual([])
    const addresses = files.flatMap(file => addressesIn(readFileSync(join(corpus, file), 'utf8')))
    expect(addresses.length).toBeGreaterThan(5)
    for (const address of addresses) expect(pages, address).toContain(pageOf(address))
  },
  30_000,
)

// Exports of Ghost that are imported and published with no hand between: every old address is asked.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { oldAddressesIn } from '../../../../src/import/report/old-addresses.ts'
import { projectRoot } from '../../../rig/site-folder.ts'
import { twoFolders } from '../../archive-on-disk.ts'
import { ghostExport, post } from '../../ghost-export.ts'
import { pageOf, publishImported } from '../../publish-imported.ts'

const corpus = join(projectRoot, '../shared/corpora/exports/ghost')
const isThere = existsSync(corpus)
if (!isThere) console.warn(`SKIPPED: no exports at ${corpus}.`)

it('a small one is published, with its old addresses', async () => {
  const posts = [
    post(1, {
      html: '<p>Hi.</p><p>Back on <a href="__GHOST_URL__/tag/news/">Monday</a>, [sic] {{ x }} :::</p>',
    }),
    post(2, { slug: 'नाव', title: 'नाव', feature_image: '__GHOST_URL__/content/images/gone.jpg' }),
    post(3, {
      html: '<script>a()</script><iframe src="//player.example/1"></iframe><p>T&#0;ext\u0007 // end</p>',
    }),
    post(4, { type: 'page', slug: 'about', title: 'About' }),
    post(5, { status: 'draft' }),
  ]
  const { from } = twoFolders({ 'old.json': ghostExport(posts) })
  const { report, faults, pages } = await publishImported(from)
  expect(faults).toEqual([])
  expect(report.files.filter(({ story }) => story !== null)).toHaveLength(5)
  for (const address of ['/story-1/', '/नाव/', '/story-3/']) expect(pages).toContain(pageOf(address))
}, 30_000)

it('its lists and their feeds lead on, or are named', async () => {
  const tables = {
    tags: [
      { id: 't1', name: 'Fish', slug: 'fish' },
      { id: 't2', name: '#hidden', slug: 'hash-hidden', visibility: 'internal' },
      { id: 't3', name: 'Drafted', slug: 'drafted' },
    ],
    posts_tags: [
      { post_id: 1, tag_id: 't1' },
      { post_id: 1, tag_id: 't2' },
      { post_id: 3, tag_id: 't3' },
    ],
    users: [{ id: 'u1', name: 'Asha Rao', slug: 'asha' }],
    posts_authors: [{ post_id: 1, author_id: 'u1' }],
    settings: [{ key: 'posts_per_page', value: '1' }],
  }
  const posts = [
    post(1, { html: '<p>Hi.</p><p>All <a href="__GHOST_URL__/tag/fish/#top">about fish</a>.</p>' }),
    post(2),
    post(3, { status: 'draft' }),
  ]
  const routes =
    'routes:\n  /team/: team\ncollections:\n  /blog/:\n    permalink: /blog/{slug}/\ntaxonomies:\n  tag: /about-a/{slug}/\n  author: /author/{slug}/\n'
  const { from } = twoFolders({ 'old.json': ghostExport(posts, tables), 'routes.yaml': routes })
  const { report, faults, rows } = await publishImported(from)
  expect(faults).toEqual([])
  for (const row of [
    ...['/blog/: /', '/blog/rss/: /rss.xml', '/blog/page/2/: /', '/about-a/fish/: /topics/fish/'],
    ...['/about-a/fish/rss/: /topics/fish/rss.xml', '/author/asha/: /bylines/asha-rao/'],
    '/author/asha/rss/: /bylines/asha-rao/rss.xml',
  ])
    expect(rows).toContain(row)
  expect(rows.join()).not.toMatch(/hidden|drafted/)
  expect(oldAddressesIn(report).lost).toEqual([
    { address: '/team/', file: null, reason: 'it was a page of the theme' },
  ])
}, 30_000)

it.runIf(isThere)(
  'others are published, with their old addresses',
  async () => {
    const { from } = twoFolders({})
    const files = readdirSync(corpus).filter(file => file.endsWith('.json'))
    for (const file of files) writeFileSync(join(from, file), readFileSync(join(corpus, file)))
    const { report, faults, pages } = await publishImported(from)
    expect(faults).toEqual([])
    const items = report.files.filter(({ status }) => status !== 'skipped')
    expect(items.filter(({ story }) => story === null)).toEqual([])
    expect(items).toHaveLength(6)
    const old = ['/post-1/', '/post-2/', '/post-3-lexical/']
    const moved = ['testpost-efefef12121212', 'testpost-ababab121212', 'testpost-fefefe343434']
    for (const address of [...old, ...moved.map(name => `/space/${name}/`)])
      expect(pages, address).toContain(pageOf(address))
  },
  30_000,
)

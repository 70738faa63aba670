// Exports of Ghost that are imported and published with no hand between: every old address is asked.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
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

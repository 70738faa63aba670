// Exports of WordPress that are imported and published with no hand between: every old address is asked.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
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

// Feeds that are imported and published with no hand between: every old address is asked.

import { expect, it } from 'vitest'
import { twoFolders } from '../../archive-on-disk.ts'
import { pageOf, publishImported } from '../../publish-imported.ts'

it('a feed is published, with its old addresses', async () => {
  const item = (path: string, title: string, html: string) =>
    `<item><title>${title}</title><link>https://old.example${path}</link><pubDate>Tue, 04 Jun 19 09:0${path.length % 10}:00 EST</pubDate><description><![CDATA[${html}]]></description></item>`
  const { from } = twoFolders({
    'feed.xml': `<rss version="0.91"><channel><title>Old</title><link>https://old.example/</link>${[
      item(
        '/2019/06/ferry.html',
        'Ferry &amp;amp; boat',
        '<p>One.</p><p>Two <a href="/2019/06/ferry.html#x">again</a> and <a href="/away">away</a>.</p><br><img src="gone.jpg">',
      ),
      item('/नाव/', 'नाव', '<p>A // b ftp://c {{ d }} :::</p><p>\u0007e &#0; &nbsp; <foo>f</foo></p>'),
      item('/?p=3', '', 'A note.'),
      item('/short', 'Short', 'Only a summary.'),
    ].join('')}</channel></rss>`,
  })
  const { report, faults, pages } = await publishImported(from)
  expect(faults).toEqual([])
  expect(report.files.filter(({ story }) => story !== null)).toHaveLength(3)
  expect(report.files.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  for (const address of ['/2019/06/ferry.html', '/नाव/']) expect(pages).toContain(pageOf(address))
}, 30_000)

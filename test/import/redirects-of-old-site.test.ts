// What the old site redirected, and what it withdrew, goes into _data/redirects.yaml.

import { describe, expect, it, onTestFinished } from 'vitest'
import { readTargetSite } from '../../src/import/read-target-site.ts'
import { redirectRows } from '../../src/import/redirect-rows.ts'
import { oldAddressesIn } from '../../src/import/report/old-addresses.ts'
import type { OldRedirect } from '../../src/import/sources/host-redirects.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { siteData } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { importFolder, sentence, twoFolders } from './archive-on-disk.ts'
import { publishImported } from './publish-imported.ts'

const rowsOf = (redirects: readonly OldRedirect[], base: string | null = null) => {
  const { rows, patterns, nowhere } = redirectRows(redirects, {
    storyAt: path => (path === '/2020/one/' ? '/world/2020/01/02/one/' : null),
    isTaken: path => path === '/2020/one/' || path === '/world/',
    addressHere: path => (path === '/about' ? '/about/' : null),
    hosts: new Set(['old.example', 'new.example']),
    base,
    origin: 'https://new.example',
  })
  return { rows: [...rows].map(([from, to]) => `${from} → ${to}`), patterns, nowhere }
}

describe('A redirect of the old site', () => {
  it('leads to the story, the page or the site that it led to', () => {
    expect(
      rowsOf([
        { from: '/a.html', to: '/2020/one/' },
        { from: '/b', to: 'https://www.old.example/about#team' },
        { from: '/c/', to: 'https://other.example/x' },
        { from: '/d/', to: '/a.html' },
        { from: '/e/', to: null },
        { from: '/f/', to: '/' },
      ]).rows,
    ).toEqual([
      ...['/a.html → /world/2020/01/02/one/', '/b/ → /about/', '/c/ → https://other.example/x'],
      ...['/d/ → /world/2020/01/02/one/', '/e/ → gone', '/f/ → /'],
    ])
  })

  it('may have a query, by which it is told from its path', () => {
    expect(
      rowsOf([
        { from: '/?p=12', to: '/2020/one/' },
        { from: '/list.php?id=7', to: '/?p=12' },
        { from: '/list.php', to: '/about' },
        { from: '/world/?page=2', to: 'https://other.example/x' },
        { from: '/?p=13', to: null },
        { from: '/?p=14', to: '/?p=14' },
      ]),
    ).toEqual({
      rows: [
        ...['/?p=12 → /world/2020/01/02/one/', '/list.php?id=7 → /world/2020/01/02/one/'],
        ...['/list.php → /about/', '/world/?page=2 → https://other.example/x'],
      ],
      patterns: [],
      nowhere: ['/?p=13', '/?p=14'],
    })
  })

  it('is left out where it is a pattern, leads in a circle or to what did not come along', () => {
    const all = rowsOf([
      { from: '/blog/*', to: '/:splat' },
      { from: '/a/', to: '/b/' },
      { from: '/b/', to: '/a/' },
      { from: '/c/', to: '/nobody/' },
      { from: '/d/', to: 'https://[x' },
      { from: '/world/', to: '/about' },
    ])
    expect(all).toEqual({ rows: [], patterns: ['/blog/*'], nowhere: ['/a/', '/b/', '/c/', '/d/'] })
    expect(rowsOf([{ from: '/c/', to: '/nobody/' }], 'https://old.example').rows).toEqual([
      '/c/ → https://old.example/nobody/',
    ])
  })
})

const archive = {
  '_config.yml': 'permalink: /:year/:month/:title/\n',
  '_posts/2023-11-05-clocks.md': `---\ntitle: Clocks\n---\n${sentence}\n`,
  _redirects:
    '# old\n/time /2023/11/clocks/ 301!\n/news/* /:splat\n/app /index.html 200\n/us/ https://other.example/\n/x/ /nobody/\n',
  'static/.htaccess':
    'RewriteEngine on\nRedirect gone /shop/2012/\nRedirect 301 "/feed/" /rss.xml\nredirectPermanent /old.php /time\n',
  'netlify.toml':
    '[[redirects]]\nfrom = "/team"\nto = "/about/"\n[[redirects]]\nfrom = "/lost"\nto = "/404"\nstatus = 410\n',
  'vercel.json':
    '{"redirects": [{"source": "/:path", "destination": "/a"}, {"source": "/v/", "destination": "/about/", "permanent": true}]}',
}
const open = (): SiteFolder => {
  const site = createSite(siteData)
  onTestFinished(() => site.dispose())
  return site
}

describe('The files that an old site gave its server', () => {
  it('become rows beside those of an editor, once, and the site can be built', async () => {
    const site = open()
    const own = '# Ours.\n/us/: /about/ # as it was agreed\n'
    site.write('_data/redirects.yaml', own)
    const { from } = twoFolders(archive)
    const importNow = (isDryRun: boolean) =>
      importFolder(from, site.root, { zone: 'Asia/Kolkata', site: readTargetSite(site.root), isDryRun })
        .report
    expect(importNow(true).remarks).toContain(
      'Would add 7 rows to _data/redirects.yaml: old addresses that no story has as its own',
    )
    expect(site.read('_data/redirects.yaml')).toBe(own)
    const { remarks } = importNow(false)
    const written = `${own}/feed/: /rss.xml
/lost/: gone
/old.php: /world/2023/11/05/clocks/
/shop/2012/: gone
/team/: /about/
/time/: /world/2023/11/05/clocks/
/v/: /about/
`
    expect(site.read('_data/redirects.yaml')).toBe(written)
    expect(remarks.filter(remark => /redirect/.test(remark))).toEqual([
      'Left out 2 redirects of the old site by pattern, or for some readers only; write rules for your server: /news/*, /:path',
      'Left out 1 redirect of the old site to pages that did not come along: /x/',
      'Added 7 rows to _data/redirects.yaml: old addresses that no story has as its own',
    ])
    const built = await publishInProcess(site, at('2026-01-01T00:00:00Z'))
    expect(built.warnings).toEqual([])
    expect(site.read('_site/withdrawn/shop/2012.txt')).toBe('/shop/2012/\n')
    importNow(false)
    expect(site.read('_data/redirects.yaml')).toBe(written)
  })
})

describe('A page of the old site', () => {
  const published = async (archive: Record<string, string>) => {
    const { from } = twoFolders(archive)
    const { report, faults, rows } = await publishImported(from)
    expect(faults).toEqual([])
    return { report, rows }
  }

  it('that only led on leads on, whether it had a date or none', async () => {
    const { report, rows } = await published({
      '_config.yml': 'permalink: /:year/:month/:title/\n',
      '_posts/2023-11-05-clocks.md': `---\ntitle: Clocks\n---\n${sentence} [More](/time/).\n`,
      '_posts/2020-01-01-away.md': `---\ntitle: Away\nredirect_to: https://other.example/x\n---\n${sentence}\n`,
      '_posts/2020-01-02-unseen.md': '---\npublished: false\nredirect_to: /2023/11/clocks/\n---\n',
      '_posts/2020-01-03-nowhere.md': '---\nredirect_to: /nobody/\n---\n',
      'time.md': '---\npermalink: /time/\nredirect_to: [/2023/11/clocks/]\nredirect_from: /clock/\n---\n',
    })
    expect(rows).toEqual([
      '/2020/01/away/: https://other.example/x',
      '/clock/: /world/2023/11/05/clocks/',
      '/time/: /world/2023/11/05/clocks/',
    ])
    const reasons = report.files.map(({ file, draftReason }) => `${file}: ${draftReason}`)
    expect(reasons).toContain('_posts/2020-01-01-away.md: its page only led on to https://other.example/x')
    expect(oldAddressesIn(report).lost.map(({ address }) => address)).toContain('/2020/01/nowhere/')
  })

  it('that expired says that it is gone; one that never was public is not spoken of', async () => {
    const past = 'expiryDate: 2021-01-01\n'
    const page = (fields: string) => `---\ntitle: A Pier\n${fields}---\n${sentence}\n`
    const { rows, report } = await published({
      'hugo.toml': 'baseURL = "https://old.example/"\n',
      'content/posts/shown.md': page('date: 2020-01-01\n'),
      'content/posts/over.md': page(`date: 2020-01-02\naliases: [/was/]\n${past}`),
      'content/posts/draft.md': page(`date: 2020-01-03\ndraft: true\n${past}`),
      'content/posts/ahead.md': page(`date: 2020-01-03\npublishDate: 2099-01-01\n${past}`),
      'content/posts/unseen.md': page(`date: 2020-01-03\nbuild: { render: never }\n${past}`),
      'content/leads.md': '---\ntitle: Us\nlayout: redirect\nredirect: /posts/shown/\n---\n',
    })
    expect(rows.filter(row => /gone|leads/.test(row))).toEqual([
      '/leads/: /world/2020/01/01/shown/',
      '/posts/over/: gone',
      '/was/: gone',
    ])
    expect(report.files.find(({ file }) => file === 'content/posts/over.md')).toMatchObject({
      draftReason: 'it expired on 2021-01-01',
      addresses: [],
    })
  })
})

// Jekyll itself builds archives that hold what Jekyll sites do with addresses, and hide.

import { expect, it } from 'vitest'
import { isInstalled } from '../../rig/programs.ts'
import type { Files } from '../archive-on-disk.ts'
import { holdTo, type Judged, judge, storyFile } from './referee.ts'

const jekyll = (archive: Files, basePath = ''): Judged =>
  judge(archive, {
    program: 'jekyll',
    args: (from, out) => ['build', '--quiet', '--source', from, '--destination', out],
    basePath,
  })

const config = `
baseurl: /news
timezone: America/New_York
collections_dir: ''
collections:
  reports: { output: true }
  briefs: { output: true, permalink: /b/:collection/:year/:path/:name-:title:output_ext }
  people: { output: false }
include: [_pages, _shown.md]
exclude: [old, "*.bak.md", secret-*]
defaults:
  - scope: { path: _posts/internal, type: posts }
    values: { published: false }
  - scope: { path: "_posts/**/hidden", type: posts }
    values: { published: false }
  - scope: { path: _posts/internal/open, type: post }
    values: { published: true, permalink: "/open/:y_day/:title/" }
  - scope: { path: "", type: pages }
    values: { category: wide }
  - scope: { path: '' }
    values: { categories: every day }
`

const archive: Files = {
  '_config.yml': config,
  '_posts/2021-03-28-gap.md': storyFile('title: Gap\ndate: 2021-03-28 12:30:00\ncategories: [World]\n'),
  '_posts/2021-03-28-late.md': storyFile('title: Late\ndate: 2021-03-29 02:30:00 +0100\ncategories: a B a\n'),
  '_posts/2021-03-28-bare.md': storyFile('title: Bare\ndate: 2021-03-28 02:30:00\n'),
  '_posts/2021-03-28-quoted.md': storyFile('title: Quoted\ndate: "2021-03-28 02:30:00"\n'),
  '_posts/2021-03-28-short.md': storyFile('title: Short\ndate: 2021-03-28 02:30\n'),
  '_posts/2021-03-27-Big_Words.and-dots..md': storyFile('title: Words\ncategory: Two Words\n'),
  '_posts/2021-3-7-single.markdown': storyFile('title: Single\nslug: "The Slug, again"\n'),
  '_posts/sub/2021-03-26-sub.md': storyFile('title: Sub\ncategories: C#, c\n'),
  '_posts/2021-03-26-page.html': storyFile('title: HTML\ntags: cats mice\n'),
  'en/news/_posts/2021-03-25-folders.md': storyFile('title: Folders\ncategories: [news, x]\n'),
  'en/news/_posts/2021-03-25-own.md': storyFile(
    'title: Own\npermalink: /:categories/:short_year/:i_month/:slug\n',
  ),
  '_posts/2021-01-01-every.md': storyFile(
    'title: Every\npermalink: /:slugified_categories/:w_year/:week/:w_day/:long_day/:short_day/:long_month/:short_month/:i_day/:y_day/:hour:minute:second/:name/:output_ext/\n',
  ),
  '_posts/internal/2021-03-24-memo.md': storyFile('title: Memo\n'),
  '_posts/internal/2021-03-24-shown.md': storyFile('title: Shown\npublished: true\n'),
  '_posts/internal/open/2021-03-24-open.md': storyFile('title: Open\n'),
  '_posts/a/hidden/2021-03-24-deep.md': storyFile('title: Deep\n'),
  '_posts/2021-03-23-empty.md': storyFile('title: Empty\npublished:\n'),
  '_posts/2021-03-23-no.md': storyFile('title: "No"\npublished: no\n'),
  '_posts/2035-03-23-future.md': storyFile('title: Future\n'),
  '_posts/no-day.md': storyFile('title: No day\ndate: 2021-03-01\n'),
  '_posts/_wip/2021-03-22-wip.md': storyFile('title: Wip\n'),
  '_drafts/draft.md': storyFile('title: Draft\ndate: 2021-03-01\n'),
  'old/_posts/2021-03-21-old.md': storyFile('title: Old\n'),
  'older/_posts/2021-03-21-older.md': storyFile('title: Older\n'),
  '_posts/2021-03-20-x.bak.md': storyFile('title: Bak\n'),
  'secret-things/a.md': storyFile('title: Secret\ndate: 2021-03-01\n'),
  '_pages/contact.md': storyFile('title: Contact\ndate: 2021-03-01\n'),
  '_shown.md': storyFile('title: Shown\ndate: 2021-03-01\n'),
  '_unknown/a.md': storyFile('title: Unknown\ndate: 2021-03-01\n'),
  'about/index.md': storyFile('title: About\ndate: 2021-03-01\n'),
  'about/team.md': storyFile('title: Team\ndate: 2021-03-01\n'),
  'about/linked.html': storyFile('title: Linked\ndate: 2021-03-01\npermalink: /l/:basename/\n'),
  '_reports/2020/one.md': storyFile('title: One\ndate: 2021-03-01\n'),
  '_briefs/x/2021-02-03-Two.md': storyFile('title: Two\n'),
  '_people/ann.md': storyFile('title: Ann\ndate: 2021-03-01\n'),
}

it('Jekyll’s own addresses lead on, with its base, its zone and its rules, and what it hid is a draft', () => {
  if (!isInstalled('jekyll', '--version')) return
  const judged = jekyll(archive, '/news')
  expect(judged.made.size).toBeGreaterThan(20)
  expect(judged.isPublic.size).toBeGreaterThan(20)
  holdTo(judged)
})

it.each([
  'permalink: ordinal',
  'permalink: pretty',
  'permalink: weekdate\ncollections: { posts: { permalink: "/:categories/:title/" }, reports: { output: true } }',
  'permalink: none\ncollections_dir: all\ncollections: [reports]',
  'permalink: /blog/:year/:month_:day/:slug:output_ext\ncollections: { reports: { output: true } }',
])('the address of each kind is kept under “%s”', setting => {
  if (!isInstalled('jekyll', '--version')) return
  const judged = jekyll({
    '_config.yml': `${setting}\n`,
    '_posts/2021-03-28-Gap_year.md': storyFile('title: Gap\ncategory: World\n'),
    'all/_posts/2020-12-31-last.md': storyFile('title: Last\n'),
    'all/_reports/2020/one.md': storyFile('title: One\ndate: 2021-03-01\n'),
    '_reports/2020/two.md': storyFile('title: Two\ndate: 2021-03-01\n'),
    'about/index.md': storyFile('title: About\ndate: 2021-03-01\n'),
    'about/team.md': storyFile('title: Team\ndate: 2021-03-01\n'),
  })
  expect(judged.made.size).toBeGreaterThan(2)
  holdTo(judged)
})

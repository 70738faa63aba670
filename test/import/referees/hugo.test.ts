// Hugo itself builds archives that hold what Hugo sites do with addresses, and hide.

import { expect, it } from 'vitest'
import { isInstalled } from '../../rig/programs.ts'
import type { Files } from '../archive-on-disk.ts'
import { holdTo, type Judged, judge, storyFile } from './referee.ts'

const hugo = (archive: Files, basePath = ''): Judged =>
  judge(
    {
      'layouts/_default/single.html': '{{ .Content }}',
      'layouts/_default/list.html': '{{ .Title }}',
      'layouts/index.html': '{{ .Title }}',
      ...archive,
    },
    { program: 'hugo', args: (from, out) => ['--quiet', '--source', from, '--destination', out], basePath },
  )

const config = `
baseURL = "https://bulletin.example/base/"
timeZone = "America/New_York"
ignoreFiles = ["\\\\.skip\\\\.md$"]
disableKinds = ["sitemap", "robotsTXT", "404", "RSS", "taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
[languages.en]
weight = 1
[languages.fr]
weight = 2
[permalinks]
posts = "/:year/:month/:day/:slug/"
blog = "/b/:sections/:sections[1:]/:sections[last]/:section/:06/:1/:2/:Jan/:monthname/:weekday/:weekdayname/:yearday/:filename/:title"
notes = "/n/:slugorfilename/:title/"
ug = "/u/:year/:slug"
[uglyURLs]
ug = true
plainug = true
[frontmatter]
date = ["written", "date", ":filename", "publishDate"]
[[cascade]]
draft = true
[cascade._target]
path = "/hidden/**"
`

const dated = (more = '') => storyFile(`title: A Story\ndate: 2020-01-02\n${more}`)

const archive: Files = {
  'hugo.toml': config,
  'content/posts/a.md': storyFile('title: Ünder the C++ & pier!\ndate: 2020-01-02T23:30:00-08:00\n'),
  'content/posts/b.md': dated('slug: Bee Line\naliases: [rel/x, /abs/y, /abs/z.html, ../up/]\n'),
  'content/posts/b.fr.md': dated('aliases: [/abs/fr, rel]\n'),
  'content/posts/bundle/index.md': dated('title2: x\naliases: [rel2]\n'),
  'content/posts/bundle/inner.md': dated(),
  'content/posts/bundle/more/inner.md': dated(),
  'content/posts/2020-03-04-leaf/index.md': storyFile('title: Leaf\n'),
  'content/posts/2020-03-05-file.md': storyFile('title: File\n'),
  'content/posts/2020-03-06-own.md': storyFile('title: Own\nwritten: 2019-05-06\n'),
  'content/posts/published.md': storyFile('title: Published\npublishDate: 2019-05-07\n'),
  'content/blog/deep/_index.md': '---\ntitle: Deep\n---\n',
  'content/blog/deep/er/2021-05-06-Long_Name.md': storyFile(
    'title: "The Long: Name?"\ndate: 2021-05-06T01:00:00\n',
  ),
  'content/blog/deep/er/sure.md': storyFile('title: "100% sure, it’s a + b & c"\ndate: 2021-05-07\n'),
  'content/notes/bun/index.md': dated(),
  'content/notes/x/index.fr.md': dated('slug: Sl\n'),
  'content/plain/url.md': dated('url: /My/Own URL\n'),
  'content/plain/page.md': dated('url: own/page.html\n'),
  'content/plain/rel.fr.md': dated('url: rel3\n'),
  'content/plain/abs.fr.md': dated('url: /abs4/\n'),
  'content/plain/slug.md': dated('slug: My Slug/x\n'),
  'content/plain/bu/index.md': dated('slug: bslug\n'),
  'content/plain/x.skip.md': dated(),
  'content/Mixed Case/A b_C.d.md': dated(),
  'content/Mixed Case/Rust-1.2.md': dated(),
  'content/ug/one.md': dated(),
  'content/ug/two/index.md': dated('url: /ugly/two\n'),
  'content/plainug/three.fr.md': dated(),
  'content/plainug/four/index.md': dated('aliases: [five]\n'),
  'content/top.md': dated(),
  'content/topbundle/index.md': dated('draft: false\n'),
  'content/page.html': dated(),
  'content/toml.md': `+++\ntitle = "T"\ndate = 2020-01-02T03:04:05Z\n+++\nThe harbour office said on Thursday that the ferry would sail again. Made of [OWN PATH].\n`,
  'content/about.md': storyFile('title: About\n'),
  'content/docs.md': storyFile('title: Docs\nlastmod: 2020-01-01\n'),
  'content/unlisted.md': dated('build: {list: never}\n'),
  'content/linked.md': dated('_build: {render: link}\n'),
  'content/never.md': dated('build: {render: false}\n'),
  'content/odd.md': dated('draft: true\n'),
  'content/hidden/in/x.md': dated(),
  'content/hidden/own.md': dated('draft: false\n'),
  'content/casc/_index.md':
    '---\ntitle: c\ncascade:\n  - _target: {path: "/casc/in/**"}\n    draft: true\n  - _target: {lang: en, kind: page, path: "/casc/ne*"}\n    build: {render: never}\n---\n',
  'content/casc/in/x.md': dated(),
  'content/casc/in/y.fr.md': dated(),
  'content/casc/never.md': dated(),
  'content/casc/open.md': dated(),
  'content/casc/headless/index.md': dated('headless: true\n'),
  'content/casc/future.md': storyFile('title: F\ndate: 2099-01-01\n'),
  'content/casc/ahead.md': dated('publishDate: 2099-01-01\n'),
  'content/casc/expired.md': dated('unpublishdate: 2020-02-01\n'),
  'content/casc/later.md': dated('expiryDate: 2099-02-01\n'),
  'docs/outside.md': dated(),
}

it('Hugo’s own addresses lead on, by section, language and bundle, and what it hid is a draft', () => {
  if (!isInstalled('hugo', 'version')) return
  const judged = hugo(archive, '/base')
  expect(judged.made.size).toBeGreaterThan(30)
  expect(judged.isPublic.size).toBeGreaterThan(28)
  holdTo(judged)
  const aliases = [...judged.kept.values()].flat()
  for (const path of [
    '/2020/01/02/rel/x/',
    '/abs/y/',
    '/abs/z.html',
    '/2020/01/up/',
    '/abs/fr/',
    '/fr/2020/01/02/rel/',
  ])
    expect(aliases).toContain(`/base${path}`)
  expect(judged.reasons.get('content/about.md')).toContain('it is a page without a date')
  expect(judged.notes.get('content/about.md')).toEqual(['Its address on the old site: /base/about/'])
})

it('Hugo’s addresses are kept where all are files, languages have folders and the configuration is a folder', () => {
  if (!isInstalled('hugo', 'version')) return
  const judged = hugo({
    'config/_default/config.toml':
      'baseURL = "https://bulletin.example/"\ndefaultContentLanguage = "de"\ndefaultContentLanguageInSubdir = true\nuglyURLs = true\ndisablePathToLower = true\nremovePathAccents = true\ncontentDir = "texts"\n[markup.goldmark.renderer]\nunsafe = true\n[frontmatter]\ndate = ["written", ":default"]\n',
    'config/_default/permalinks.yaml': 'news: /:year/:month/:slug/\n',
    'config/_default/languages.toml': '[de]\nweight = 1\n[it]\nweight = 3\ndisabled = true\n',
    'config/_default/languages.fr.toml': 'weight = 2\ncontentDir = "texts.fr"\n',
    'config/production/hugo.toml': '[permalinks]\nlate = "/l/:title"\n',
    'texts/news/Über.md': storyFile(
      'title: Élan Vital\nwritten: 2020-01-02\naliases: [rel, /abs, /de/abs2.html]\n',
    ),
    'texts/news/bun/index.md': storyFile('title: Bundle\ndate: 2020-01-02\n'),
    'texts/late/x.md': dated(),
    'texts/other/Bun/index.md': dated('slug: Own\n'),
    'texts/other/x.md': dated('url: /foo/bar\n'),
    'texts/other/x2.md': dated('url: foo/bar2/\n'),
    'texts/other/x.it.md': dated(),
    'texts/other/x.xx.md': dated(),
    'texts.fr/news/a.md': dated('url: /frabs/\naliases: [rela]\n'),
    'texts.fr/news/c/index.md': dated('aliases: [../../relb, /absb]\n'),
    'texts.fr/news/d.de.md': dated(),
  })
  expect(judged.made.size).toBeGreaterThan(8)
  expect(judged.isPublic.size).toBeGreaterThan(8)
  holdTo(judged)
  const aliases = [...judged.kept.values()].flat()
  for (const path of [
    '/de/2020/01/rel.html',
    '/abs.html',
    '/de/abs2.html',
    '/rela.html',
    '/fr/relb.html',
    '/absb.html',
  ])
    expect(aliases).toContain(path)
})

it('A language may have patterns of its own, and a mount may leave files out', () => {
  if (!isInstalled('hugo', 'version')) return
  const judged = hugo({
    'hugo.toml': `baseURL = "https://bulletin.example/"
[markup.goldmark.renderer]
unsafe = true
[permalinks]
posts = "/p/:slug/"
blog = "/b/:slug/"
[languages.en]
weight = 1
[languages.fr]
weight = 2
[languages.fr.permalinks]
posts = "/articles/:slug/"
[[module.mounts]]
source = "content"
target = "content"
excludeFiles = ["posts/left/*", "**/wip-*.md"]
[[module.mounts]]
source = "more"
target = "content/posts"
includeFiles = "in/**"
`,
    'content/posts/a.md': dated('slug: a\n'),
    'content/posts/a.fr.md': dated('slug: b\n'),
    'content/blog/c.fr.md': dated('slug: c\n'),
    'content/blog/wip-d.md': dated('slug: d\n'),
    'content/posts/left/e.md': dated('slug: e\n'),
    'more/in/f.md': dated('slug: f\n'),
    'more/g.md': dated('slug: g\n'),
  })
  expect(judged.made.size).toBeGreaterThan(3)
  holdTo(judged)
})

it('Languages with hosts of their own have no folders', () => {
  if (!isInstalled('hugo', 'version')) return
  const judged = hugo({
    'hugo.toml': `baseURL = "https://bulletin.example/"
[markup.goldmark.renderer]
unsafe = true
[languages.en]
weight = 1
baseURL = "https://en.bulletin.example/news/"
[languages.fr]
weight = 2
baseURL = "https://fr.bulletin.example/"
`,
    'content/posts/a.md': dated('slug: a\n'),
    'content/posts/b.fr.md': dated('slug: b\naliases: [/old/]\n'),
  })
  // Hugo writes each host's site into a folder of its own.
  expect([...judged.made.values()].flat()).toEqual(['/en/posts/a/', '/fr/posts/b/'])
  expect(judged.kept.get('content/posts/a.md')).toEqual(['/news/posts/a/'])
  expect(judged.kept.get('content/posts/b.fr.md')).toEqual(['/old/', '/posts/b/'])
})

// Lists, terms, feeds and parts that Hugo, Jekyll and Eleventy make themselves: each of their addresses is published, or named as lost.

import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { oldAddressesIn } from '../../../src/import/report/old-addresses.ts'
import { isInstalled } from '../../rig/programs.ts'
import { projectRoot } from '../../rig/site-folder.ts'
import { type Files, sentence, twoFolders } from '../archive-on-disk.ts'
import { pageOf, publishImported } from '../publish-imported.ts'

type Asked = {
  readonly unknown: readonly string[]
  readonly rows: readonly string[]
  readonly lost: readonly string[]
}

/** Addresses of all that a generator makes of an archive, asked of the site that it is imported into. */
const ask = async (
  archive: Files,
  program: string,
  args: readonly string[],
  basePath = '',
): Promise<Asked> => {
  const { from } = twoFolders(archive)
  const out = join(from, '..', 'made')
  const made = spawnSync(program, [...args, out], { cwd: from, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr + made.stdout)
  const { report, faults, pages, rows } = await publishImported(from)
  expect(faults).toEqual([])
  const { all, lost, toStories, toDrafts, inRows, asBefore } = oldAddressesIn(report)
  expect(inRows).toBe(rows.length)
  expect(toStories + toDrafts + inRows + asBefore + lost.length).toBe(all)
  const names = new Set(lost.map(({ address }) => address))
  const addresses = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:html|xml)$/.test(entry.name))
    .map(
      entry =>
        `${basePath}/${relative(out, join(entry.parentPath, entry.name)).replace(/(?:^|(?<=\/))index\.html$/, '')}`,
    )
  expect(addresses.length).toBeGreaterThan(15)
  const isThere = (address: string) => pages.includes(pageOf(address)) || names.has(address)
  return { unknown: addresses.filter(address => !isThere(address)), rows, lost: [...names].sort() }
}

const posts = (folder: string, front: (number: number) => string): Files =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `${folder}2020-0${(index % 3) + 1}-1${index % 9}-story-${index}.md`,
      `---\ntitle: Story ${index}\ndate: 2020-0${(index % 3) + 1}-1${index % 9}T12:00:00+05:30\n${front(index)}---\n${sentence}\n`,
    ]),
  )

it('those of Hugo, in two languages', async () => {
  if (!isInstalled('hugo', 'version')) return
  const { unknown, rows, lost } = await ask(
    {
      'hugo.toml': `baseURL = "https://old.example/"
paginate = 5
[languages.en]
weight = 1
[languages.fr]
weight = 2
[taxonomies]
tag = "tags"
category = "categories"
author = "authors"
genre = "genres"
`,
      'layouts/_default/single.html': '{{ .Content }}',
      'layouts/_default/list.html': '{{ range .Paginator.Pages }}{{ .Title }}{{ end }}',
      ...posts(
        'content/world/',
        index =>
          `tags: [C++, Sea Level]\ncategories: [World, Other]\nauthors: [Asha Rao]\ngenres: [Essay]\nlayout: x${index}\n`,
      ),
      'content/blog/deep/_index.md': '---\ntitle: Deep\n---\n',
      'content/blog/deep/one.md': `---\ntitle: One\ndate: 2020-02-03\ntags: [Über]\n---\n${sentence}\n`,
      'content/posts/two.md': `---\ntitle: Two\ndate: 2020-02-04\n---\n${sentence}\n`,
      'content/blog/un.fr.md': `---\ntitle: Un\ndate: 2020-02-03\ntags: [mer]\n---\n${sentence}\n`,
      'content/team.md': '---\ntitle: About\n---\nWe.\n',
    },
    'hugo',
    ['--quiet', '--destination'],
  )
  expect(unknown.filter(address => !/sitemap/.test(address))).toEqual([])
  for (const row of [
    '/index.xml: /rss.xml',
    '/world/index.xml: /world/rss.xml',
    '/world/page/2/: /world/',
    '/tags/c++/: /topics/c-plus-plus/',
    '/tags/sea-level/index.xml: /topics/sea-level/rss.xml',
    '/categories/world/: /world/',
    '/authors/asha-rao/: /bylines/asha-rao/',
    ...['/fr/: /', '/posts/: /', '/posts/index.xml: /rss.xml'],
    '/fr/tags/mer/: /topics/mer/',
  ])
    expect(rows).toContain(row)
  expect(lost).toContain('/categories/other/')
  expect(lost).toContain('/team/')
}, 60_000)

it('those of Jekyll and its plugins', async () => {
  if (!isInstalled('jekyll', '--version')) return
  const { unknown, rows, lost } = await ask(
    {
      '_config.yml': 'permalink: /:year/:month/:title/\npaginate: 5\n',
      'index.html': '---\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}',
      'feed.xml': '---\n---\n<feed></feed>\n',
      'tags/nato.md': '---\nlayout: tag\ntag: nato\n---\n',
      'tag/sea.html': '---\nlayout: tag\ntag: Sea Level\npermalink: /topic/sea/\n---\n',
      'about.md': '---\ntitle: About\n---\nWe.\n',
      'archive.html': '---\ntitle: All\n---\nAll.\n',
      ...posts('_posts/', () => 'tags: [Sea Level]\n'),
    },
    'jekyll',
    ['build', '--quiet', '--disable-disk-cache', '--destination'],
  )
  expect(unknown).toEqual([])
  for (const row of ['/feed.xml: /atom.xml', '/topic/sea/: /topics/sea-level/', '/page2/: /', '/page3/: /'])
    expect(rows).toContain(row)
  expect(lost).toContain('/tags/nato/')
}, 60_000)

it('those of Eleventy’s templates', async () => {
  const { unknown, rows, lost } = await ask(
    {
      'eleventy.config.cjs': "module.exports = () => ({ pathPrefix: '/news/', dir: { input: 'src' } })\n",
      'src/tags.njk':
        '---\npagination: { data: collections, size: 1, alias: tag, filter: [all, posts] }\npermalink: "/tagged/{{ tag | slugify }}/"\n---\n{{ tag }}\n',
      'src/blog.njk':
        '---\npagination: { data: collections.posts, size: 5 }\npermalink: "/blog/{% if pagination.pageNumber > 0 %}page-{{ pagination.pageNumber + 1 }}/{% endif %}index.html"\n---\nAll.\n',
      'src/all.njk': '---\npagination: { data: collections.posts, size: 5 }\n---\nAll.\n',
      'src/feed.njk': '---\npermalink: /feed/feed.xml\n---\n<feed></feed>\n',
      'src/about.md': '---\ntitle: About\n---\nWe.\n',
      'src/posts/posts.json': '{ "tags": ["posts"] }',
      ...posts('src/posts/', () => 'tags: [Sea Level, posts]\n'),
    },
    process.execPath,
    [join(projectRoot, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet', '--output'],
    '/news',
  )
  expect(unknown).toEqual([])
  for (const row of [
    ...['/news/tagged/sea-level/: /topics/sea-level/', '/news/blog/: /', '/news/blog/page-2/: /'],
    ...['/news/all/1/: /', '/news/feed/feed.xml: /atom.xml'],
  ])
    expect(rows).toContain(row)
  expect(lost).toContain('/news/about/')
}, 60_000)

import { expect, it } from 'vitest'
import { oldAddressesIn } from '../../../src/import/report/old-addresses.ts'
import { importFiles, sentence, twoFolders } from '../archive-on-disk.ts'
import { publishImported } from '../publish-imported.ts'

const page = (fields: string, body = '') => `+++\ntitle = "Pier"\n${fields}+++\n${sentence}\n${body}`
const dated = (more = '') => page(`date = 2023-11-05\n${more}`)

const archive = {
  'config.toml':
    'base_url = "https://old.example/news"\ndefault_language = "en"\nignored_content = ["blog/passed/*"]\n[languages.fr]\n',
  'content/_index.md': '+++\n+++\n',
  'content/blog/_index.md': '+++\nrender = false\ntransparent = true\n+++\n',
  'content/blog/2020-01-02-It’s here_Now.md': page(
    'aliases = ["old/x", "y.html"]\n[taxonomies]\ntags = ["harbour"]\nauthors = ["Asha Rao"]\n[extra]\nkicker = "At sea"\n',
    '\n{{ youtube(id="abcdefghijk", class="wide") }}\n\n{% quote(author="x") %}\nWords.\n{% end %}\n\n<!-- more -->\n\n[a](@/blog/colocated/index.md#top) [b]\n\n[b]: @/blog/_index.md\n\n[c](@/about.md) `{{ x(a="b") }}` {{/* shown() */}}\n',
  ),
  'content/blog/colocated/index.md': `${dated('slug = "Own Slug"\n')}\n![A pier](pier.svg)\n`,
  'content/blog/colocated/pier.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>',
  'content/blog/colocated/part.html': '<p>An asset.</p>',
  'content/blog/named.md': page('path = "2025/06/26/Rust-1.88.0"\n'),
  'content/blog/named.fr.md': page('path = "fr/nommé"\ndate = 2025-06-26\n'),
  'content/blog/gull.fr.md': dated(),
  'content/blog/v1.2.md': dated(),
  'content/blog/чайка.md': dated(),
  'content/about.md': page(''),
  'content/blog/unseen.md': dated('render = false\n'),
  'content/blog/draft.md': dated('draft = true\n'),
  'content/blog/passed/x.md': dated(),
  'content/wip/_index.md': '+++\ndraft = true\n+++\n',
  'content/wip/deep/_index.md': '+++\n+++\n',
  'content/wip/deep/x.md': dated(),
  'templates/page.html': '{{ page.content }}',
}

it('A Zola site comes along with its addresses, its dates and its links to files', () => {
  const { report, stories, notesOf, refusals } = importFiles(archive)
  expect(report.source).toBe('a Zola site')
  const storyOf = (file: string) => {
    const found = report.files.find(each => each.file === file)
    return stories[found?.story?.replace('content/stories/', '') ?? ''] ?? ''
  }
  const aliasesOf = (file: string) =>
    (/^aliases:\n((?: {2}- .*\n)+)/m.exec(storyOf(file))?.[1] ?? '').match(/\/.*/g) ?? []
  expect(aliasesOf('content/blog/2020-01-02-It’s here_Now.md')).toEqual([
    '/news/old/x/',
    '/news/y.html',
    '/news/blog/it-s-here-now/',
  ])
  expect(aliasesOf('content/blog/colocated/index.md')).toEqual(['/news/blog/own-slug/'])
  expect(aliasesOf('content/blog/named.md')).toEqual(['/news/2025/06/26/Rust-1.88.0/'])
  expect(aliasesOf('content/blog/named.fr.md')).toEqual(['/news/fr/nommé/'])
  expect(aliasesOf('content/blog/gull.fr.md')).toEqual(['/news/fr/blog/gull/'])
  expect(aliasesOf('content/blog/v1.2.md')).toEqual(['/news/blog/v1-2/'])
  expect(notesOf('content/blog/чайка.md')).toContain(
    'Its old address is not known: add it to its aliases: чайка',
  )

  const first = storyOf('content/blog/2020-01-02-It’s here_Now.md')
  expect(first).toContain('date: 2020-01-02T12:00:00+01:00\n')
  expect(first).toContain('authors:\n  - asha-rao\ntags:\n  - harbour\nkicker: At sea\n')
  expect(first).toContain('https://www.youtube.com/watch?v=abcdefghijk\n')
  expect(first).toContain('[a](/world/2023/11/05/own-slug/)')
  expect(first).toContain('[b]: https://old.example/news/blog/\n')
  expect(first).toContain('[c](https://old.example/news/about/) `{{ x(a="b") }}`')
  expect(notesOf('content/blog/2020-01-02-It’s here_Now.md').join('\n')).toContain('{% quote(author="x") %}')
  expect(storyOf('content/blog/colocated/index.md')).toContain('![A pier](pier.svg)')
  expect(storyOf('content/blog/named.md')).toContain('date: 2025-06-26T12:00:01+02:00\n')
  expect(notesOf('content/blog/named.md')).toContain(
    'Used the date in the address: /news/2025/06/26/Rust-1.88.0/',
  )

  expect(refusals).toEqual({
    'content/about.md':
      'it is a page without a date; if readers need it, write it as a page in content/pages/',
  })
  expect(notesOf('content/about.md')).toEqual(['Its address on the old site: /news/about/'])
  const drafts = report.files.flatMap(({ file, draftReason }) =>
    draftReason === null ? [] : [[file, draftReason]],
  )
  expect(Object.fromEntries(drafts)).toEqual({
    'content/blog/unseen.md': 'it says “render = false”: the old site made no page of it',
    'content/blog/draft.md': 'it is marked as a draft',
    'content/blog/passed/x.md': 'the old site’s configuration passes it over (ignored_content)',
    'content/wip/deep/x.md': 'its section content/wip/ is a draft',
  })
  for (const [file] of drafts) expect(storyOf(file ?? ''), file).toMatch(/^draft: true$/m)
})

it('A shortcode of Zola stands for what --tag says', () => {
  const body = '\n{% quote(author="Li Wei") %}\nWords of hers.\n{% end %}\n\n{{ ad(id=3) }}\n'
  const { stories } = importFiles(
    { 'zola.toml': '', 'content/x.md': dated(), 'content/y.md': page('date = 2023-11-06\n', body) },
    { tags: new Map([['quote', 'quote'] as const, ['ad', 'drop'] as const]) },
  )
  const text = stories['2023/11/06/y.md'] ?? ''
  expect(text).toContain('> Words of hers.')
  expect(text.slice(text.indexOf(sentence))).not.toMatch(/quote\(|end %|ad\(/)
})

it('A Zola site whose configuration cannot be read is no public site', () => {
  const { report } = importFiles({ 'zola.toml': 'base_url = ', 'content/x.md': dated() })
  expect(report.files.find(({ file }) => file === 'content/x.md')?.draftReason).toBe(
    'zola.toml cannot be read, so that nobody knows whether the old site showed it',
  )
})

it('Sections, terms and feeds of Zola lead on, or are named', async () => {
  const story = (day: string, more = '') => page(`date = ${day}\n${more}`)
  const terms = '[taxonomies]\ntags = ["Sea Level", "Über"]\nauthors = ["Asha Rao"]\nplaces = ["Cork"]\n'
  const { from } = twoFolders({
    'zola.toml':
      'base_url = "https://old.example"\ndefault_language = "en"\ngenerate_feeds = true\nfeed_filenames = ["rss.xml", "atom.xml", "old.xml"]\ntaxonomies = [{ name = "tags", feed = true, paginate_by = 1 }, { name = "authors" }, { name = "places" }, { name = "unseen", render = false }]\n[languages.fr]\ngenerate_feeds = true\ntaxonomies = [{ name = "tags" }]\n',
    'content/_index.md': '+++\npaginate_by = 1\n+++\n',
    'content/blog/_index.md': '+++\ngenerate_feeds = true\npaginate_by = 2\npaginate_path = "part"\n+++\n',
    'content/blog/one.md': story('2020-01-02', terms),
    'content/blog/two.md': story('2020-01-03', terms),
    'content/blog/three.md': story('2020-01-04'),
    'content/blog/un.fr.md': story('2020-01-05', '[taxonomies]\ntags = ["mer"]\n'),
    'content/blog/wip.md': story('2020-01-05', 'draft = true\n[taxonomies]\ntags = ["secret"]\n'),
  })
  const { report, faults, rows } = await publishImported(from)
  expect(faults).toEqual([])
  for (const row of [
    ...['/old.xml: /rss.xml', '/blog/: /', '/blog/atom.xml: /atom.xml', '/blog/part/2/: /', '/page/2/: /'],
    ...['/tags/sea-level/: /topics/sea-level/', '/tags/sea-level/atom.xml: /topics/sea-level/atom.xml'],
    ...['/tags/uber/page/2/: /topics/uber/', '/authors/asha-rao/: /bylines/asha-rao/'],
    ...['/fr/: /', '/fr/atom.xml: /atom.xml', '/fr/tags/mer/: /topics/mer/'],
  ])
    expect(rows).toContain(row)
  expect(rows.join()).not.toContain('secret')
  const lost = oldAddressesIn(report).lost.map(({ address }) => address)
  for (const address of ['/tags/', '/places/cork/', '/places/']) expect(lost).toContain(address)
}, 30_000)

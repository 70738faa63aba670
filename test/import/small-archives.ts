// A small archive of each kind: public stories, drafts, pages, links that lead nowhere, pictures that are lost, tags and HTML.

import { type Files, sentence } from './archive-on-disk.ts'
import { ghostExport, post } from './ghost-export.ts'
import { attachment, item, wxr } from './wordpress-export.ts'

export type SmallArchive = {
  readonly name: string
  readonly files: Files
  /** What readers of the old site could ask for. */
  readonly addresses: readonly string[]
  /** The texts of stories that are no files of their own, as HTML. */
  readonly texts?: Readonly<Record<string, string>>
}

const front = (fields: string, body: string): string => `---\ntitle: A pier\n${fields}---\n${body}\n`

/** What stories of folders have in common. `own` are tags of the generator. */
const body = (own = ''): string => `${sentence}

## What’s *new*, and why

- One[^1], <b>two</b> and [three](/nowhere/${own.length}/)
- ![A gull over the pier](gone.png)Four

> Said *she*: “it is **o**pen”.

| Day | Boats |
|-----|-------|
| Mon | 12    |

<table><tr><td>Tide</td><td>High &amp; low</td></tr></table>
<dl><dt>Quay</dt><dd>Where boats lie.</dd></dl>

    let code = 1 < 2

\`{{ kept }}\` and <div class="x">a division <span>of</span> HTML</div>

${own}

[^1]: At least one.
`

const html = (own = ''): string =>
  `<p>${sentence}</p><h2>Why &amp; how</h2><ul><li>One <b>two</b></li><li><p>Three</p></li></ul>
<figure><img src="/img/lost.jpg" alt="The quay at noon"><figcaption>The quay, by day</figcaption></figure>
<blockquote><p>Said he.</p></blockquote><table><tr><th>Day</th></tr><tr><td>Monday</td></tr></table>
<div><p>Deep <em>down</em> {{ x }} :::</p></div><p><a href="/nowhere/">A page</a> that did not come. ${own}</p>`

const jekyll: SmallArchive = {
  name: 'a Jekyll site',
  files: {
    '_config.yml': 'url: https://old.example\nbaseurl: /j\ntimezone: Europe/Berlin\n',
    'news/_posts/2021-03-28-gap.md': front(
      'categories: [world]\nredirect_from: [/old/gap.php]\n',
      body('{% include note.html text="A note that stands in a tag" %}'),
    ),
    '_posts/2021-03-29-plain.html': front('permalink: /own/\n', html()),
    '_drafts/idea.md': front('', body()),
    '_posts/2021-03-30-unseen.md': front('published: false\n', body()),
    'about.md': front('permalink: /us/\n', sentence),
    _redirects: '/j/moved /about/ 301\n/j/tags/* /topics/:splat\n/j/lost/ /j/never/\n',
  },
  addresses: ['/j/us/', '/j/news/world/2021/03/28/gap.html', '/j/old/gap.php', '/j/own/', '/j/moved/'],
}

const hugo: SmallArchive = {
  name: 'a Hugo site',
  files: {
    'hugo.toml': 'baseURL = "https://old.example/h/"\n[permalinks]\nposts = "/:year/:slug/"\n',
    'content/posts/one.md': front(
      'date: 2020-01-02\naliases: [/first/]\n',
      body('{{< figure src="gone.png" caption="A caption of a tag" >}}\n{{< unheard-of >}}'),
    ),
    'content/posts/two/index.md': front('date: 2020-01-03\nslug: zwei\n', body()),
    'content/posts/over.md': front('date: 2020-01-04\nexpiryDate: 2020-02-01\n', body()),
    'content/us.md': front('', sentence),
  },
  addresses: ['/h/2020/a-pier/', '/h/first/', '/h/2020/zwei/', '/h/us/'],
}

const zola: SmallArchive = {
  name: 'a Zola site',
  files: {
    'config.toml': 'base_url = "https://old.example/z"\n',
    'content/blog/2020-01-05-three.md': `+++\ntitle = "Three"\naliases = ["z-old"]\n+++\n${body('{{ youtube(id="abcdefghijk") }}')}`,
    'content/blog/wip.md': `+++\ntitle = "Wip"\ndate = 2020-01-06\ndraft = true\n+++\n${body()}`,
    'templates/page.html': '{{ page.content }}',
  },
  addresses: ['/z/blog/three/', '/z/z-old/'],
}

const eleventy: SmallArchive = {
  name: 'an Eleventy site',
  files: {
    'eleventy.config.js': 'module.exports = () => ({})\n',
    'posts/posts.json': '{"permalink": "/e/{{ page.fileSlug }}/index.html"}',
    'posts/2020-02-01-four.md': front('', body('{% image "gone.png", "Alt words of a tag" %}')),
    'posts/2020-02-02-none.md': front('permalink: false\n', body()),
  },
  addresses: ['/e/four/'],
}

const astro: SmallArchive = {
  name: 'an Astro site',
  files: {
    'astro.config.mjs': "export default { site: 'https://old.example', base: '/a' }\n",
    'src/pages/blog/[...slug].astro': "---\nconst posts = await getCollection('blog')\n---\n",
    'src/content/blog/five.md': front('pubDate: 2020-03-01\n', body()),
    'src/content/blog/six.mdx': front(
      'pubDate: 2020-03-02\n',
      `import { Chart } from '../Chart'\n\n${sentence}\n\n<Chart data={[1]} />\n\n<Note>Words in a component.</Note>`,
    ),
  },
  addresses: ['/a/blog/five/', '/a/blog/six/'],
}

const markdown: SmallArchive = {
  name: 'a folder of markdown files',
  files: {
    '2020-04-01-seven.md': front('url: /m/seven.html\naliases: [/h/first/, /j/moved/]\n', body()),
    'notes.md': front('', sentence),
  },
  addresses: ['/m/seven.html'],
}

const gallery =
  '<!-- wp:paragraph --><p>In a block.</p><!-- /wp:paragraph -->\n[gallery ids="9"]\n[mood x="1"]'
const posts = {
  'post/1': html('In a block. [mood x="1"]'),
  'post/2': 'Hi.\n\n<a href="?p=1">one</a> "Terms and conditions"',
}
const wordpress: SmallArchive = {
  name: 'an export of WordPress',
  files: {
    'old.xml': wxr([
      item(1, { content: html(gallery) }),
      item(2, { post_name: '%e0%a4%a8%e0%a4%be%e0%a4%b5', title: 'नाव', content: posts['post/2'] }),
      item(3, { content: '' }),
      item(4, { title: 'Terms and conditions apply', status: 'draft', content: sentence }),
      item(5, { post_type: 'page', title: 'Terms and conditions', content: sentence }),
      attachment(9, '2019/06/gone.jpg'),
      attachment(10, 'x.jpg', { post_parent: '1', link: 'https://pictures.example/photo-1?w=9' }),
    ]),
  },
  addresses: ['/2019/06/04/story-1/', '/2019/06/04/नाव/', '/2019/06/04/story-3/', '/?p=1'],
  texts: posts,
}

const ghostPosts = {
  'posts/ghost-1': html('<a href="__GHOST_URL__/tag/news/">Monday</a>, [sic] {{ x }} :::'),
  'posts/ghost-3':
    '<script>a()</script><iframe src="//player.example/1"></iframe><p>T&#0;ext\u0007 // end of it</p>',
}
const ghost: SmallArchive = {
  name: 'an export of Ghost',
  files: {
    'old.json': ghostExport([
      post(1, { slug: 'ghost-1', html: ghostPosts['posts/ghost-1'] }),
      post(2, { slug: 'लहर', title: 'लहर', feature_image: '__GHOST_URL__/content/images/gone.jpg' }),
      post(3, { slug: 'ghost-3', html: ghostPosts['posts/ghost-3'] }),
      post(4, { type: 'page', slug: 'ghost-about', title: 'About' }),
      post(5, { slug: 'ghost-5', status: 'draft' }),
    ]),
  },
  addresses: ['/ghost-1/', '/लहर/', '/ghost-3/'],
  texts: ghostPosts,
}

const oldItem = (path: string, title: string, text: string): string =>
  `<item><title>${title}</title><link>https://old.example${path}</link><pubDate>Tue, 04 Jun 19 09:0${path.length % 10}:00 EST</pubDate><description><![CDATA[${text}]]></description></item>`

const rss: SmallArchive = {
  name: 'a feed (RSS, Atom or JSON Feed)',
  files: {
    'feed.xml': `<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>Old</title>
<link>https://old.example/</link><item><title>Fish &amp; chips</title><link>https://old.example/r/fish.html</link>
<guid>1</guid><pubDate>Tue, 04 Jun 2019 15:00:00 GMT</pubDate><c:encoded><![CDATA[${html()}]]></c:encoded></item></channel></rss>`,
    'older.xml': `<rss version="0.91"><channel><title>Old</title><link>https://old.example/</link>${[
      oldItem(
        '/2019/06/ferry.html',
        'Ferry &amp;amp; boat',
        '<p>One.</p><p>Two <a href="/2019/06/ferry.html#x">again</a> and <a href="/away">away</a>.</p><br><img src="gone.jpg">',
      ),
      oldItem(
        '/किनारा/',
        'किनारा',
        '<p>A // b ftp://c {{ d }} :::</p><p>\u0007e &#0; &nbsp; <foo>f</foo></p>',
      ),
      oldItem('/?p=3', '', 'A note.'),
      oldItem('/short', 'Short', 'Only a summary.'),
    ].join('')}</channel></rss>`,
    'feed.atom': `<feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title><id>x</id><updated>2019-06-05T00:00:00Z</updated>
<link href="https://old.example/"/><entry><title>Tide</title><id>y</id><updated>2019-06-05T10:00:00Z</updated>
<link href="https://old.example/r/tide"/><content type="html">${sentence}</content></entry></feed>`,
    'feed.json': JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Old',
      home_page_url: 'https://old.example/',
      items: [
        {
          id: '3',
          url: 'https://old.example/r/gull/',
          date_published: '2019-06-06T10:00:00Z',
          title: 'Gull',
          content_html: html(),
        },
      ],
    }),
  },
  addresses: ['/2019/06/ferry.html', '/किनारा/', '/short', '/r/fish.html', '/r/tide/', '/r/gull/'],
}

export const smallArchives: readonly SmallArchive[] = [
  ...[jekyll, hugo, zola, eleventy, astro, markdown, wordpress, ghost, rss],
]

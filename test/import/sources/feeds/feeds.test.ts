import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { feedTime } from '../../../../src/import/sources/feeds/feed-time.ts'
import { isCut, textOfItem } from '../../../../src/import/sources/feeds/text-of-item.ts'
import { type Files, importFiles, importFolder, sentence, twoFolders } from '../../archive-on-disk.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'

const rss = (items: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand --><?xml-stylesheet href="feed.xsl"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel><title>Old</title><link>https://www.old.example/</link>${more}
${items}
</channel></rss>`

const item = (name: string, more = '') => `<item><title>The ${name}</title>
<link>https://www.old.example/2019/06/04/${name}.html?utm_source=rss</link>
<guid isPermaLink="false">https://www.old.example/?p=${name}</guid>
<pubDate>Tue, 04 Jun 19 09:00 EDT</pubDate>
<c:encoded><![CDATA[<p>${sentence}</p>]]></c:encoded>${more}</item>`

const first = `<item><title>Fish &amp;amp; chips &nbsp;again</title>
<link>http://feedproxy.example/~r/old/1</link>
<feedburner:origLink>https://old.example/2019/06/04/fish/</feedburner:origLink>
<guid isPermaLink="false">1</guid>
<pubDate>Tue, 04 Jun 2019 13:00:00 GMT</pubDate>
<dc:creator><![CDATA[Asha Rao]]></dc:creator><dc:creator>li.wei@old.example</dc:creator>
<category><![CDATA[Sport]]></category><category domain="x">Harbour &amp; sea</category>
<description><![CDATA[The harbour café fries again, after eleven weeks &amp; one fire. [&#8230;]]]></description>
<c:encoded><![CDATA[<p>${sentence} <a href="../pier.html">Pier</a>, <a href="/about/">us</a>.</p><img src="/img/boat.svg" alt="A boat"><img src="https://pixel.wp.com/b.gif?x" width="1" height="1"><p>The post <a href="x">Fish</a> appeared first on <a href="y">Old</a>.</p>]]></c:encoded>
<media:content url="https://old.example/img/pier.svg" medium="image"><media:title>A pier</media:title><media:description>At dawn</media:description><media:credit>Lena Berg</media:credit></media:content>
<enclosure url="https://old.example/horn.mp3" type="audio/mpeg" length="1"/>
</item>`

const files: Files = {
  'feed.xml': rss(
    first + item('pier', '<comments>x</comments>') + item('tide'),
    '<atom:link rel="self" href="https://old.example/feed"/><atom:link rel="next" href="https://old.example/feed?page=2"/>',
  ),
  'feed-2.xml': rss(
    item('pier') +
      item('gull').replace(/<c:encoded>.*<\/c:encoded>/, `<description>${sentence}</description>`),
    '<atom:link rel="self" href="https://old.example/feed?page=2"/><atom:link rel="next" href="https://old.example/feed?page=3"/>',
  ),
  'img/pier.svg': svg,
  'img/boat.svg': svg,
}

describe('feeds of RSS', () => {
  it('become stories with all that they say of them', () => {
    const { stories, notesOf, report, refusals } = importFiles(files)
    expect(stories['2019/06/04/fish.md']).toBe(`---
title: Fish & chips again
date: 2019-06-04T15:00:00+02:00
summary: The harbour café fries again, after eleven weeks & one fire.
section: sport
authors:
  - asha-rao
  - Li Wei
tags:
  - sport
  - harbour-sea
image:
  src: pier.svg
  alt: A pier
  credit: Lena Berg
  caption: At dawn
aliases:
  - /2019/06/04/fish/
imported:
  from: items/2019/06/04/fish
---
${sentence} [Pier](/world/2019/06/04/pier/), [us](https://www.old.example/about/).

![A boat](boat.svg)

[horn.mp3](https://www.old.example/horn.mp3)
`)
    expect(stories['2019/06/04/tide.md']).toMatch(
      /date: 2019-06-04T15:00:00\+02:00\n(?:.*\n)*aliases:\n {2}- \/2019\/06\/04\/tide\.html\n/,
    )
    expect(notesOf('items/2019/06/04/fish')).toEqual(
      expect.arrayContaining([
        'Removed a line that the feed adds to each text: The post Fish appeared first on Old.',
        'Removed a picture that only counts readers: https://pixel.wp.com/b.gif?x',
      ]),
    )
    expect(refusals).toEqual({
      'items/2019/06/04/gull.html': 'the feed has only a summary of it, not its text',
    })
    expect(report).toMatchObject({ source: 'a feed (RSS, Atom or JSON Feed)' })
    expect(report.remarks.join()).toContain(
      'feed-2.xml goes on at https://old.example/feed?page=3; save that page as well, for older items',
    )
    const others = report.files.filter(({ status }) => status === 'skipped')
    expect(others.map(({ file, reason }) => `${file}: ${reason}`)).toContain(
      'items/2019/06/04/pier.html-2: it stands in feed-2.xml, too',
    )
  })

  it('may be broken, old, or in another encoding', () => {
    const { from, to } = twoFolders({})
    const rdf = `<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example/rss"><title>Old</title><link>https://old.example/</link></channel>
<item rdf:about="https://old.example/one"><title>Caf\u00e9 &eacute; AT&T \u0007</title><link>https://old.example/one</link><dc:date>2019-06-04T13:00Z</dc:date>
<description>&lt;p&gt;${sentence}&lt;/p&gt;&lt;p&gt;Two &lt; three&lt;/p&gt;</description></item>
<item><title>Cut</title><link>https://old.example/two?id=2</link><dc:date>2019-06-04</dc:date><description><![CDATA[<p>${sentence}</p><p>Two</p><p>And`
    mkdirSync(from, { recursive: true })
    writeFileSync(join(from, 'rss'), Buffer.from(rdf, 'latin1'))
    const { stories, report, notesOf } = importFolder(join(from, 'rss'), to)
    expect(Object.keys(stories)).toHaveLength(2)
    expect(stories['2019/06/04/one.md']).toMatch(/title: Café é AT&T\n(?:.*\n)*aliases:\n {2}- \/one\/\n/)
    expect(stories['2019/06/04/one.md']).toMatch(/Two < three\n$/)
    expect(stories['2019/06/04/cut.md']).toMatch(/And\n$/)
    expect(stories['2019/06/04/cut.md']).not.toContain('aliases')
    expect(notesOf('items/two')).toContain(
      'Dropped an old address that a site cannot serve: https://old.example/two?id=2',
    )
    expect(report.remarks.join()).toContain('rss: it breaks off; its last item may be cut')
  })
})

it('an item that is not closed, or nested without end, costs no other', () => {
  const deep = '<div>'.repeat(6000)
  const { stories } = importFiles({
    'feed.xml': rss(
      item('pier').replace('</item>', '') +
        item('tide').replace(`<p>${sentence}`, `<p>${sentence}${deep}`) +
        item('gull'),
    ),
  })
  expect(Object.keys(stories)).toEqual(['2019/06/04/gull.md', '2019/06/04/pier.md', '2019/06/04/tide.md'])
})

describe('feeds of Atom', () => {
  const atom = (
    entries: string,
  ) => `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://old.example/">
<title>Old</title><link href="/" /><author><name>Lena Berg</name></author>${entries}</feed>`
  const entry = (
    name: string,
    more: string,
  ) => `<entry><id>tag:old.example,2019:${name}</id><title>${name}</title>
<link href="/${name}/"/><published>2019-06-04T13:00:00Z</published><updated>2019-06-05T13:00:00Z</updated>${more}</entry>`

  it('may nest a text without end: the other items come, and its words', () => {
    const deep = `<div xmlns="http://www.w3.org/1999/xhtml">${'<b>'.repeat(9000)}Deepest${'</b>'.repeat(9000)}</div>`
    const { stories } = importFiles({
      'feed.xml': atom(
        entry('pier', `<content type="xhtml">${deep}</content>`) +
          entry('tide', `<content type="xhtml"><div><p>${sentence}</p></div></content>`),
      ),
    })
    expect(stories['2019/06/04/pier.md']).toContain('Deepest')
    expect(Object.keys(stories)).toHaveLength(2)
  })

  it('say how each text is to be read, and against which address', () => {
    const { stories, refusals } = importFiles({
      'atom.xml': atom(
        [
          entry(
            'html',
            `<title type="html">A &amp;lt;b&amp;gt; &lt;em&gt;c&lt;/em&gt;</title><content type="html" xml:base="sub/">&lt;p&gt;${sentence} &lt;a href="../text/"&gt;T&lt;/a&gt;&lt;/p&gt;</content>`,
          ).replace('<title>html</title>', ''),
          entry(
            'text',
            `<content type="text">${sentence}\n\n1 &lt; 2 *stars*</content><author><name>Li Wei</name></author>`,
          ),
          entry(
            'xhtml',
            `<category term="sport" label="Sport"/><content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>${sentence}</h:p></h:div></content>`,
          ),
          entry(
            'away',
            `<content type="text/html" src="https://old.example/away/"/><summary>${sentence}</summary>`,
          ),
          entry(
            'film',
            `<content type="html">${sentence}</content><link rel="enclosure" type="application/pdf" title="The plan" href="plan.pdf"/>`,
          ),
        ].join(''),
      ),
    })
    expect(stories['2019/06/04/html.md']).toMatch(
      /title: A b c\n(?:.*\n)*updated: 2019-06-05T15:00:00\+02:00\n/,
    )
    expect(stories['2019/06/04/html.md']).toContain('[T](/world/2019/06/04/text/)')
    expect(stories['2019/06/04/html.md']).toContain('authors:\n  - Lena Berg\n')
    expect(stories['2019/06/04/text.md']).toMatch(/authors:\n {2}- Li Wei\n(?:.*\n)*\n1 < 2 \\\*stars\\\*\n$/)
    expect(stories['2019/06/04/xhtml.md']).toMatch(
      new RegExp(`section: sport\\n(?:.*\\n)*---\\n${sentence}\\n$`),
    )
    expect(stories['2019/06/04/film.md']).toContain('[The plan](https://old.example/plan.pdf)')
    expect(refusals).toEqual({ 'items/away': 'the feed has only a summary of it, not its text' })
  })

  it('that Blogger exports hold what was never public', () => {
    const kind = (name: string) =>
      `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/><content type="html">${sentence}</content>`
    const { report } = importFiles({
      'blog.xml': atom(
        [
          entry('post', kind('post')),
          entry(
            'draft',
            `${kind('post')}<app:control xmlns:app="http://purl.org/atom/app#"><app:draft>yes</app:draft></app:control>`,
          ),
          entry('page', kind('page')),
          entry('comment', kind('comment')),
          entry('theme', kind('template')),
          entry(
            'bin',
            `<content type="html">${sentence}</content><blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status>`,
          ),
        ].join(''),
      ),
    })
    expect(report.files.map(({ file, draftReason, reason }) => [file, draftReason ?? reason])).toEqual([
      ['items/bin', 'its status was “soft_trashed”'],
      ['items/comment', 'a comment of a reader'],
      ['items/draft', 'it was a draft'],
      ['items/page', 'it was a page, not a story; publish it as a story, or move its text to content/pages/'],
      ['items/post', ''],
      ['items/theme', 'a part of the theme or the settings'],
    ])
  })
})

describe('a JSON Feed', () => {
  it('is one, too, and of the same item in two feeds the better one is taken', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Old',
      home_page_url: 'https://old.example',
      authors: [{ name: 'Old' }],
      items: [
        {
          ...{
            id: 'https://old.example/one',
            url: 'https://old.example/one',
            title: '5 < 6 & <b>',
            content_text: `${sentence}\n\nTwo`,
          },
          ...{
            date_published: '2019-06-04T09:00:00-04:00',
            tags: ['Sport'],
            authors: [{ name: 'Asha Rao' }],
          },
          ...{
            attachments: [
              { url: 'https://old.example/a.pdf', mime_type: 'application/pdf', title: 'The plan' },
            ],
          },
        },
        {
          id: '2',
          content_html: `<p>${sentence}</p>`,
          date_published: '2019-06-04T09:00:00-04:00',
          external_url: 'https://port.example/tide',
        },
        { id: '3', title: 'Never', content_text: sentence },
      ],
    }
    const short = rss(
      `<item><title>5 &amp;lt; 6 &amp;amp; &amp;lt;b&amp;gt;</title><link>https://old.example/one/</link><pubDate>Tue, 04 Jun 2019 13:00:00 GMT</pubDate><description>Two</description></item>`,
    )
    const { stories, refusals, report } = importFiles({ 'feed.json': JSON.stringify(feed), 'rss.xml': short })
    expect(stories['2019/06/04/one.md']).toMatch(
      /title: 5 < 6 & b\n(?:.*\n)*section: sport\nauthors:\n {2}- asha-rao\n(?:.*\n)*Two\n\n\[The plan\]\(https:\/\/old\.example\/a\.pdf\)\n$/,
    )
    expect(stories['2019/06/04/the-harbour-office-said-on-thursday-that-the-ferry-would.md']).toContain(
      'source:\n  name: port.example\n  url: https://port.example/tide\n',
    )
    expect(refusals).toEqual({ 'items/3': 'the feed has no date of it' })
    expect(report.files.find(({ file }) => file === 'items/one-2')?.reason).toBe(
      'it stands in feed.json, too',
    )
  })

  it('beside stories is one that was made of them', () => {
    const { report } = importFiles({
      'feed.xml': rss(item('tide')),
      '2019-06-04-tide.md': `---\ntitle: T\n---\n${sentence}`,
    })
    expect(report.source).toBe('a folder of markdown files')
  })
})

describe('whether a feed has the text of an item', () => {
  const textIn = (summary: string, title = 'T') => textOfItem({ content: '', summary, title }) !== null

  it.each([
    ['<p>One.</p><p>Two.</p>', true],
    [`${sentence} `.repeat(12), true],
    [sentence, false],
    [`<p>One.</p><p>${`${sentence} `.repeat(12)} [&#8230;]</p>`, false],
    ['<p>One.</p><p>Two.</p><p><a href="x">Read more</a> &raquo;</p>', false],
    ['<p>One.</p><p>Two.</p><p>Weiterlesen auf der Seite</p>', false],
    ['', false],
  ])('%j', (summary, expected) => {
    expect(textIn(summary)).toBe(expected)
  })

  it('a note without a headline is all there is', () => {
    expect(textIn(sentence, '')).toBe(true)
    expect(isCut('<p>He read more books.</p>')).toBe(false)
  })
})

describe('a time in a feed', () => {
  it.each([
    ['Tue, 04 Jun 2019 13:00:00 GMT', '2019-06-04T13:00:00Z'],
    ['4 Jun 19 13:00 +0200', '2019-06-04T13:00:00+02:00'],
    ['Tues, 4 June 99 9:05:60 PDT', '1999-06-04T09:05:59-07:00'],
    ['04-Jun-2019 13:00:00 UT (summer)', '2019-06-04T13:00:00Z'],
    ['Tue, 04 Jun 2019 13:00:00 GMT+2', '2019-06-04T13:00:00+02:00'],
    ['Tue, 04 Jun 119 13:00:00 A', '2019-06-04T13:00:00Z'],
    ['04 Sept 2019', '2019-09-04'],
    ['2019-06-04T13:00:00Z', '2019-06-04T13:00:00Z'],
    ['4 Jun 2019 1:00 pm', '4 Jun 2019 1:00 pm'],
  ])('%s', (written, expected) => {
    const notes: string[] = []
    expect(feedTime(written, message => notes.push(message))).toBe(expected)
    expect(notes).toEqual([])
  })

  it('of a zone that nobody knows is one of the site’s, and reported', () => {
    const notes: string[] = []
    expect(feedTime('Tue, 04 Jun 2019 13:00:00 IST', message => notes.push(message))).toBe(
      '2019-06-04T13:00:00',
    )
    expect(notes).toEqual(['Read a time whose zone is unknown as one of the zone of the site'])
  })
})

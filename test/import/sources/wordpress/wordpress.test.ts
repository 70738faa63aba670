import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFiles, importFolder, sentence, twoFolders } from '../../archive-on-disk.ts'
import { attachment, item, wxr } from '../../wordpress-export.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'

describe('an export of WordPress', () => {
  const first = wxr([
    item(
      12,
      {
        title: 'Fish &amp; chips &#8211; <em>again</em>',
        excerpt: '<p>The harbour café fries again, after eleven weeks &amp; one fire.</p>',
        post_name: 'fish-chips',
        post_modified: '2019-06-05 10:00:00',
        post_modified_gmt: '2019-06-05 14:00:00',
        is_sticky: '1',
      },
      {
        terms: {
          'category/rowing': 'Rowing',
          'post_tag/harbour': 'Harbour',
          'author/cap-arao': 'arao',
          'author/cap-lwei': 'lwei',
          'genre/news': 'News',
          'language/mr': 'मराठी',
        },
        meta: {
          _thumbnail_id: '40',
          _wp_old_slug: 'fish',
          _yoast_wpseo_metadesc: 'What search engines show of the café.',
          views: '12',
        },
        comments: ['1', '0', '1'],
      },
    ),
    attachment(
      40,
      '2019/06/pier.svg',
      { excerpt: 'The pier at <em>dawn</em>' },
      {
        meta: {
          _wp_attachment_image_alt: 'A pier',
          _media_credit: 'Li Wei',
          _navis_media_credit_org: 'Harbour Post',
        },
      },
    ),
  ])
  const second = wxr([
    item(13, {
      content: `${sentence} <a href="https://old.example/?p=12">Fish</a>, <a href="/2019/06/04/fish/">again</a>, <a href="https://old.example/?p=14">a draft</a>.`,
    }),
    item(
      60,
      { post_type: 'guest-author', title: 'Li Wei', post_name: 'cap-lwei' },
      { meta: { 'cap-user_login': 'lwei', 'cap-display_name': 'Li Wei' } },
    ),
    item(40, { post_type: 'nav_menu_item', title: 'Home' }),
  ])

  it('in several files becomes stories with all that WordPress notes of them', () => {
    const { stories, notesOf, report } = importFiles({
      'old.001.xml': first,
      'old.002.xml': second,
      'uploads/2019/06/pier.svg': svg,
      'uploads/2019/06/pier-40x30.svg': svg,
    })
    expect(stories['2019/06/04/fish-chips.md']).toBe(`---
title: Fish & chips – again
date: 2019-06-04T15:00:00+02:00
summary: The harbour café fries again, after eleven weeks & one fire.
section: sport
authors:
  - asha-rao
  - Li Wei
tags:
  - harbour
updated: 2019-06-05T16:00:00+02:00
language: mr
image:
  src: pier.svg
  alt: A pier
  credit: Li Wei / Harbour Post
  caption: The pier at dawn
aliases:
  - /2019/06/04/fish-chips/
  - /2019/06/04/fish/
imported:
  from: post/12
---
${sentence}
`)
    expect(stories['2019/06/04/story-13.md']).toContain(
      '[Fish](/sport/2019/06/04/fish-chips/), [again](/sport/2019/06/04/fish-chips/)',
    )
    expect(notesOf('post/12')).toContain('Left out the comments of readers: 3, 2 of them published')
    expect(notesOf('post/12')).toContain('Dropped the field taxonomy:genre, which the import does not use')
    expect(notesOf('post/12')).toContain('Dropped the field meta:views, which the import does not use')
    expect(report).toMatchObject({ source: 'an export of WordPress' })
    expect(report.remarks.join()).toContain('3 comments of readers not taken')
    const others = report.files.filter(({ status }) => status === 'skipped')
    expect(others.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      'attachment/40: a file of the library: it is copied when an imported story shows it',
      'guest-author/60: an author without an account: the name is used',
      'nav_menu_item/40: an entry of a menu',
      'uploads/: the 2 files of the library: a story takes those that it shows',
    ])
  })

  it('may be the one file that it is, with its library elsewhere', () => {
    const { from, to } = twoFolders({ 'export/old.xml': first, 'files/2019/06/pier.svg': svg })
    const { stories } = importFolder(join(from, 'export/old.xml'), to, { uploads: join(from, 'files') })
    expect(stories['2019/06/04/fish-chips.md']).toContain('src: pier.svg')
    const { report } = importFolder(join(from, 'export/old.xml'), twoFolders({}).to)
    expect(report.remarks.join()).toContain(
      'the library is not beside it, so pictures are missing (1 in all)',
    )
  })

  it('makes nothing public that was not', () => {
    const { report, stories } = importFiles({
      'old.xml': wxr([
        item(1, { status: 'private' }),
        item(2, { status: 'pending' }),
        item(3, {
          status: 'draft',
          link: 'https://old.example/?p=3',
          post_name: '',
          post_date_gmt: '0000-00-00 00:00:00',
        }),
        item(4, { status: 'trash', post_name: 'story-4__trashed' }),
        item(5, { status: 'future' }),
        item(6, { post_password: 'open sesame' }),
        item(7, { status: 'pitch' }),
        item(8, { post_type: 'page', link: 'https://old.example/about/' }),
        item(9, { post_type: 'log', link: 'https://old.example/?post_type=log&#038;p=9' }),
        item(10, { post_type: 'event', link: 'https://old.example/event/ten/' }),
        item(11, { status: 'auto-draft' }),
        item(12, { post_type: 'feedback' }),
      ]),
    })
    expect(
      report.files.filter(({ story }) => story !== null).map(({ file, draftReason }) => [file, draftReason]),
    ).toEqual([
      ['event/10', null],
      ['log/9', 'items of the type log had no pages of their own'],
      ['page/8', 'it was a page, not a story; publish it as a story, or move its text to content/pages/'],
      ['post/1', 'it was private'],
      ['post/2', 'it waited for review'],
      ['post/3', 'it was a draft'],
      ['post/4', 'it was in the trash'],
      ['post/5', 'it was scheduled, and not yet published'],
      ['post/6', 'a password protected it'],
      ['post/7', 'its status was “pitch”'],
    ])
    expect(JSON.stringify(stories)).not.toContain('sesame')
    expect(Object.values(stories).filter(text => !text.includes('draft: true'))).toHaveLength(1)
    // A draft had no address that readers knew.
    expect(stories['2019/06/04/story-3.md']).not.toContain('aliases')
  })
})

describe('an export that is broken', () => {
  const broken = wxr([
    item(1),
    item(2, { title: 'A \u0000bell\u0007' }).replace(']]></title>', '</title>'),
    item(3).replace('<title><![CDATA[Story 3]]>', '<title>Law & <b>order</b>&nbsp;5 < 6'),
    item(4, { content: `${sentence} Show <item> and </item> <pre>]]></pre>` }),
    item(5).replace('</item>', ''),
    item(6).replace(']]></content:encoded>', '</content:encoded>'),
    item(7),
  ])

  it('is read as far as it can be read, and what was lost is told', () => {
    const { from, to } = twoFolders({})
    writeFileSync(join(from, 'old.xml'), broken.slice(0, broken.indexOf('</channel>')))
    appendFileSync(
      join(from, 'old.xml'),
      item(8, { content: `${sentence} And` })
        .split('</content:encoded>')[0]
        ?.slice(0, -3) ?? '',
    )
    const { stories, notesOf, report } = importFolder(from, to)
    const titles = Object.values(stories).map(text => /^title: (.*)$/m.exec(text)?.[1])
    expect(titles).toEqual(
      expect.arrayContaining([
        'Story 1',
        'A bell',
        'Law & order 5 < 6',
        'Story 4',
        'Story 5',
        'Story 6',
        'Story 7',
      ]),
    )
    expect(Object.keys(stories)).toHaveLength(8)
    expect(stories['2019/06/04/story-8.md']).toMatch(/draft: true[\s\S]*from Monday\. And\n$/)
    expect(stories['2019/06/04/story-6.md']).toMatch(/from Monday\.\n$/)
    expect(notesOf('post/2')).toEqual(
      expect.arrayContaining([
        'Read broken XML as far as it goes; look at the story: characters that XML does not have were left out',
        'Read broken XML as far as it goes; look at the story: a text in it never ends',
      ]),
    )
    expect(notesOf('post/5')).toContain('The export breaks off in this story; its end is missing')
    expect(report.remarks.join()).toContain('it breaks off in the middle of an item')
  })

  it('of long ago, in another encoding and without fields of today, is read', () => {
    const { from, to } = twoFolders({})
    const old = wxr([item(1, { title: 'Caf\u00e9' })]).replace('UTF-8', 'ISO-8859-1')
    writeFileSync(join(from, 'old.xml'), Buffer.from(old, 'latin1'))
    expect(importFolder(from, to).stories['2019/06/04/story-1.md']).toContain('title: Café')
  })
})

it('a text of HTML that is nested without end is imported all the same', () => {
  const content = `${sentence}${'<div>'.repeat(6000)}<a href="/x/">deep</a>${'</div>'.repeat(6000)}`
  const { report } = importFiles({ 'old.xml': wxr([item(1, { content }), item(2)]) })
  expect(report.files.filter(({ story }) => story !== null).map(({ file }) => file)).toContain('post/2')
})

describe('who wrote a story', () => {
  const authorsOf = (fields: Record<string, string>, terms: Record<string, string> = {}) =>
    /authors:\n((?: {2}- .*\n)+)/.exec(
      importFiles({ 'old.xml': wxr([item(1, fields, { terms })]) }).stories['2019/06/04/story-1.md'] ?? '',
    )?.[1]

  it.each([
    [{ creator: 'arao' }, {}, '  - asha-rao\n'],
    [{ creator: 'hermione.granger@old.example' }, {}, '  - Hermione Granger\n'],
    [
      {},
      { 'author/bob-jones': 'Bob Jones', 'author/alice-smith': 'Alice Smith' },
      '  - Bob Jones\n  - Alice Smith\n',
    ],
  ])('%j %j', (fields, terms, expected) => {
    expect(authorsOf(fields, terms)).toBe(expected)
  })
})

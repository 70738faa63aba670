import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFiles, importFolder, sentence, twoFolders } from '../../archive-on-disk.ts'
import { ghostExport, post } from '../../ghost-export.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'

const tables = {
  tags: [
    { id: 't1', name: 'Sport', slug: 'sport' },
    { id: 't2', name: 'Harbour Life', slug: 'harbour-life' },
    { id: 't3', name: '#wide', slug: 'hash-wide', visibility: 'internal' },
  ],
  users: [
    { id: 'u1', name: 'Asha Rao', slug: 'asha', email: 'asha@old.example' },
    { id: 'u2', name: 'li.wei@old.example', slug: 'li' },
  ],
  posts_tags: [
    { post_id: 1, tag_id: 't2', sort_order: 1 },
    { post_id: 1, tag_id: 't3', sort_order: 2 },
    { post_id: 1, tag_id: 't1', sort_order: 0 },
  ],
  posts_authors: [
    { post_id: 1, author_id: 'u2', sort_order: 1 },
    { post_id: 1, author_id: 'u1', sort_order: 0 },
  ],
  posts_meta: [
    {
      post_id: 1,
      meta_title: 'Fish for engines',
      meta_description: 'What search engines show of the café.',
      feature_image_alt: 'A pier',
      feature_image_caption:
        'At <em>dawn</em>. <span>Photo by <a href="https://x.example">Li Wei</a> / Unsplash</span>',
    },
    { post_id: 26, email_only: 1 },
  ],
  settings: [
    { key: 'timezone', value: 'America/New_York' },
    { key: 'title', value: 'Old' },
  ],
  members: [{ id: 'm1', email: 'reader@x.example' }],
}

const first = {
  title: 'Fish & chips',
  slug: 'fish-chips',
  updated_at: '2019-06-05T14:00:00.000Z',
  feature_image: '__GHOST_URL__/content/images/size/w600/2019/06/pier.svg',
  custom_excerpt: 'The harbour café fries again, after eleven weeks & one fire.',
  canonical_url: 'https://www.port.example/fish',
  codeinjection_head: '<script>track()</script>',
  featured: true,
}

describe('an export of Ghost', () => {
  it('becomes stories with all that Ghost notes of them', () => {
    const { stories, notesOf, report } = importFiles({
      'old.ghost.2024.json': ghostExport(
        [
          post(1, first),
          post('5e', {
            canonical_url: 'https://old.example/story-5e/',
            html: `<p>${sentence} <a href="__GHOST_URL__/fish-chips/">Fish</a>, <a href="__GHOST_URL__">us</a>.</p>`,
          }),
        ],
        tables,
      ),
      'content/images/2019/06/pier.svg': svg,
    })
    expect(stories['2019/06/04/fish-chips.md']).toBe(`---
title: Fish & chips
date: 2019-06-04T09:00:00-04:00
summary: The harbour café fries again, after eleven weeks & one fire.
section: sport
authors:
  - asha-rao
  - Li Wei
tags:
  - sport
  - harbour-life
updated: 2019-06-05T10:00:00-04:00
source:
  name: port.example
  url: https://www.port.example/fish
image:
  src: pier.svg
  alt: A pier
  credit: Li Wei / Unsplash
  caption: At dawn.
aliases:
  - /fish-chips/
imported:
  from: posts/fish-chips
---
${sentence}
`)
    expect(stories['2019/06/04/story-5e.md']).toContain('[Fish](/sport/2019/06/04/fish-chips/), [us](/).')
    expect(stories['2019/06/04/story-5e.md']).not.toContain('source')
    expect(notesOf('posts/fish-chips')).toEqual([
      'Left out code that was put into the page, as the import takes no code: <script>track()</script>',
      'Left out an internal tag, which readers never saw: #wide',
      'It was featured on the old site; its place on the front follows its date here',
      'Used the part before the @ of an address as the name of an author',
      'Left out another summary, as a story has one: What search engines show of the café.',
      'Dropped the field meta_title, which the import does not use',
    ])
    expect(report).toMatchObject({ source: 'an export of Ghost', zone: 'America/New_York' })
    expect(report.remarks.join()).toContain('1 member of Ghost is not taken')
    expect(report.files.filter(({ status }) => status === 'skipped').map(({ file }) => file)).toEqual([
      'content/images/',
    ])
  })

  it('makes nothing public that was not', () => {
    const { report, stories } = importFiles({
      'old.json': ghostExport(
        [
          post(21, { status: 'draft', published_at: null }),
          post(22, { status: 'scheduled' }),
          post(23, { status: 'sent' }),
          post(24, { visibility: 'members' }),
          post(25, { visibility: 'paid' }),
          post(26),
          post(27, { visibility: 'label:friends' }),
          post(28, { type: 'page' }),
          post(29, { status: undefined }),
          post(30, { type: undefined, page: 1 }),
          post(31, { visibility: undefined }),
          post(32, { visibility: 'tiers', html: `<p>${sentence}</p><!--members-only--><p>Secret.</p>` }),
        ],
        tables,
      ),
    })
    const page = 'it was a page, not a story; publish it as a story, or move its text to content/pages/'
    expect(report.files.map(({ file, draftReason }) => [file, draftReason])).toEqual([
      ['pages/story-28', page],
      ['pages/story-30', page],
      ['posts/story-21', 'it was a draft'],
      ['posts/story-22', 'it was scheduled, and not yet published'],
      ['posts/story-23', 'it was sent by e-mail only, and never stood on the site'],
      ['posts/story-24', 'only members could read it'],
      ['posts/story-25', 'only members who paid could read it'],
      ['posts/story-26', 'it was sent by e-mail only, and never stood on the site'],
      ['posts/story-27', 'its visibility was “label:friends”'],
      ['posts/story-29', 'the export does not say that it was published'],
      ['posts/story-31', null],
      ['posts/story-32', 'only members of some tiers could read it'],
    ])
    expect(stories['2019/06/03/story-21.md']).not.toContain('aliases')
    expect(stories['2019/06/04/story-24.md']).toContain('aliases:\n  - /story-24/\n')
    const closed = ghostExport([post(1)], { settings: [{ key: 'is_private', value: 'true' }] })
    expect(importFiles({ 'old.json': closed }).report.files[0]?.draftReason).toBe(
      'a password protected the old site',
    )
  })

  it('may be of any version, in several files, or what the API gives', () => {
    const early = JSON.stringify({
      meta: { exported_on: 1, version: '003' },
      data: {
        posts: [
          {
            ...{
              id: 7,
              title: 'Early',
              slug: 'early',
              markdown: `*${sentence}*`,
              html: '',
              image: '/content/images/pier.svg',
            },
            ...{ status: 'published', page: 0, author_id: 1, published_at: 1388318111000 },
          },
        ],
        users: [{ id: 1, name: 'Lena Berg', slug: 'lena' }],
        settings: [{ key: 'permalinks', value: '/:year/:month/:day/:slug/' }],
      },
    })
    const again = ghostExport([post('late'), post('late', { id: 'other' })])
    const api = JSON.stringify({
      posts: [
        {
          ...{ ...post('api'), status: undefined, url: 'https://old.example/news/story-api/' },
          ...{
            tags: [{ name: 'Sport', slug: 'sport' }],
            primary_author: { name: 'Asha Rao' },
            authors: [{ name: 'Asha Rao' }],
          },
        },
      ],
      meta: { pagination: { page: 1 } },
    })
    const { stories, report } = importFiles({
      '1.json': early,
      '2.json': again,
      '3.json': again,
      '4.json': api,
      '5.json': '{"db":[{"meta":{},"data":{"posts":[',
      'package.json': '{"name":"theme"}',
      'images/pier.svg': svg,
    })
    expect(Object.keys(stories)).toEqual([
      '2013/12/29/early.md',
      '2019/06/04/story-api.md',
      '2019/06/04/story-late-2.md',
      '2019/06/04/story-late.md',
    ])
    expect(stories['2013/12/29/early.md']).toMatch(
      /authors:\n {2}- Lena Berg\n(?:.*\n)*aliases:\n {2}- \/2013\/12\/29\/early\/\n(?:.*\n)*\*The harbour/,
    )
    expect(stories['2019/06/04/story-api.md']).toContain('section: sport\nauthors:\n  - asha-rao\n')
    expect(stories['2019/06/04/story-api.md']).toContain('aliases:\n  - /news/story-api/\n')
    const others = report.files.filter(({ story }) => story === null)
    expect(others.map(({ file, status, reason }) => `${status} ${file}: ${reason}`)).toEqual([
      'rejected 5.json: its JSON cannot be read; export it again',
      'skipped images/: the one file of the library: a story takes it where it shows it',
      'skipped package.json: not a markdown file',
      'skipped posts/story-late: it stands in 2.json, too',
      'skipped posts/story-late-2: it stands in 2.json, too',
    ])
  })
})

describe('addresses of Ghost', () => {
  const addressesBy = (routes: string) => {
    const { stories, report } = importFiles({
      'old.json': ghostExport(
        [
          post(1, { slug: 'fish' }),
          post(2, { slug: 'tide', featured: 1 }),
          post(3, { slug: 'about', type: 'page' }),
        ],
        tables,
      ),
      'content/settings/routes.yaml': routes,
    })
    const all = Object.values(stories).flatMap(text => /aliases:\n {2}- (.*)\n/.exec(text)?.[1] ?? [])
    return { addresses: all, remarks: report.remarks.join(), files: report.files }
  }

  it.each([
    ['collections:\n  /:\n    permalink: /blog/{slug}/\n', ['/about/', '/blog/fish/', '/blog/tide/']],
    [
      'collections:\n  /:\n    permalink: /{year}/{month}/{day}/{slug}/\n',
      ['/2019/06/04/fish/', '/2019/06/04/tide/', '/about/'],
    ],
    [
      'collections:\n  /:\n    permalink: /{primary_tag}/{primary_author}/{slug}/\n',
      ['/about/', '/all/all/tide/', '/sport/asha/fish/'],
    ],
    [
      "collections:\n  /a/:\n    permalink: /a/{slug}/\n    filter: tag:-[x, sport]+featured:true\n  /b/:\n    permalink: /b/{slug}/\n    filter: (primary_tag:sport,author:'nobody')\n",
      ['/a/tide/', '/about/', '/b/fish/'],
    ],
  ])('follow routes.yaml: %s', (routes, expected) => {
    expect(addressesBy(routes).addresses.toSorted()).toEqual(expected)
  })

  it('were none where no collection shows a story, or nobody can say so', () => {
    const { files, remarks } = addressesBy(
      'routes:\n  /features/:\n    template: features\ncollections:\n  /:\n    permalink: /{slug}/\n    filter: published_at:>2020\n',
    )
    expect(files.find(({ file }) => file === 'posts/fish')?.draftReason).toBe(
      'no collection of routes.yaml showed it',
    )
    expect(remarks).toContain('the filter “published_at:>2020” of / is unknown; no post is taken to be in it')
    expect(remarks).toContain('the page /features/ (features) has no story and is not taken')
  })

  it('that led elsewhere lead to the story, where that is known', () => {
    const { from, to } = twoFolders({
      'old.json': ghostExport([post(1, { slug: 'fish' }), post(2, { slug: 'tide', status: 'draft' })]),
      'redirects.yaml':
        '301:\n  /old-fish: /older/\n  ^\\/older\\/?$: /fish\n  /gone/: https://port.example/\n302:\n  /tides/: /tide/\n  ^/blog/(.*)$: /$1\n',
      'data/redirects.json': JSON.stringify([
        { from: '/fishes/', to: '__GHOST_URL__/fish/', permanent: true },
      ]),
    })
    const { stories, report } = importFolder(from, to)
    expect(stories['2019/06/04/fish.md']).toContain(
      'aliases:\n  - /fishes/\n  - /old-fish/\n  - /older/\n  - /fish/\n',
    )
    const remarks = report.remarks.join()
    expect(remarks).toContain('the redirect of ^/blog/(.*)$ to /$1 is a regular expression and is not taken')
    expect(readFileSync(join(to, '_data/redirects.yaml'), 'utf8')).toContain(
      '/gone/: https://port.example/\n',
    )
  })
})

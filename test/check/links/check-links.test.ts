import { describe, expect, test } from 'vitest'
import { checkLinks } from '../../../src/check/links/check-links.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { checkPages, lines, whereAndWhat } from '../check-pages.ts'

const targets = {
  '/': '<p>Front</p>',
  '/wörter/': '<h2 id="größe">Größe</h2>',
  '/rss.xml': '<rss/>',
}
const files = ['logo.svg', 'files/annual report.pdf']

/** What the checks say of a page at /news/ with this on its second line, behind eight characters, but for its policy and of the feed. */
const onPage = (html: string) =>
  checkPages({
    pages: { ...targets, '/news/': lines('<p id="top">News</p>', `<p>Read ${html}</p>`) },
    files,
  }).filter(({ code }) => !/^(?:style-|script-|form-|run-)/.test(code))

const linkTo = (href: string) => onPage(`<a href="${href}">more</a>`)

describe('a link that leads somewhere is let through', () => {
  test.each([
    ['a path', '/wörter/'],
    ['a percent-encoded path', '/w%C3%B6rter/'],
    ['a path up the folders', '../wörter/'],
    ['a path in this folder', './'],
    ['a place on this page', '#top'],
    ['the top of this page', '#'],
    ['a place on another page', '/wörter/#größe'],
    ['a percent-encoded place on another page', '/w%C3%B6rter/#gr%C3%B6%C3%9Fe'],
    ['a page with a query', '/news/?from=feed#top'],
    ['a feed', '/rss.xml'],
    ['a file with a space in its name', '/files/annual%20report.pdf'],
    ['a place in a file', '/files/annual%20report.pdf#page=3'],
    ['this site by its full address', 'https://bulletin.example/wörter/'],
    ['this site without the scheme', '//bulletin.example/news/#top'],
    ['this site with its port spelled out', 'https://bulletin.example:443/news/'],
    ['another site', 'https://elsewhere.example/nowhere/#at-all'],
    ['an e-mail address', 'mailto:desk@bulletin.example?subject=A%20letter'],
    ['a telephone', 'tel:+911234567890'],
  ])('%s', (_, href) => expect(linkTo(href)).toEqual([]))
})

describe('a broken link is found, at its place', () => {
  test.each([
    ['a path', '/nowhere/', 'link-broken'],
    ['a path beside this page', 'nowhere/', 'link-broken'],
    ['a path up the folders', '../../nowhere/', 'link-broken'],
    ['a page without its last slash', '/news', 'link-broken'],
    ['a page in other letter case', '/News/', 'link-broken'],
    ['a percent-encoded path', '/w%C3%B6rt/', 'link-broken'],
    ['an encoding that is none', '/%zz/', 'link-broken'],
    ['the same word in decomposed letters', '/wo\u0308rter/', 'link-broken'],
    ['this site by its full address', 'https://bulletin.example/nowhere/', 'link-broken'],
    ['this site without the scheme', '//bulletin.example/nowhere/', 'link-broken'],
    ['a place that is not on this page', '#bottom', 'anchor-missing'],
    ['a place in other letter case', '/news/#Top', 'anchor-missing'],
    ['a place that is not on another page', '/wörter/#top', 'anchor-missing'],
    ['what is no address', 'http://[', 'link-malformed'],
  ])('%s', (_, href, code) => {
    expect(whereAndWhat(linkTo(href))).toEqual([`staging/news/index.html:2:18 ${code}`])
  })

  test('links of the head too: a canonical address, another feed', () => {
    const html = '<link rel="canonical" href="https://bulletin.example/old-news/">'
    expect(whereAndWhat(onPage(html))).toEqual(['staging/news/index.html:2:37 link-broken'])
    expect(onPage('<link rel="alternate" type="application/rss+xml" href="/rss.xml">')).toEqual([])
  })

  test('each broken link of a page is reported', () => {
    const problems = onPage('<a href="/one/">one</a> <a href="/news/">news</a> <a href="/two/">two</a>')
    expect(problems.map(problem => problem.message)).toEqual([
      '/news/: the link to /one/ is broken: nothing is published there',
      '/news/: the link to /two/ is broken: nothing is published there',
    ])
  })
})

describe('a link to what the rest of the site has', () => {
  const idsAt = (output: string) =>
    new Map([
      ['wörter/index.html', ['größe']],
      ['rss.xml', null],
    ]).get(output)
  const codesOf = (output: string, anchor: string | null, element: string | null = null) =>
    checkLinks([{ href: 'as written', offset: 7, output, anchor, element }], {
      idsAt,
      whyMissing: () => null,
      nearest: () => null,
    }).map(({ code, offset, words }) => `${code} ${offset} ${words}`)

  test('is sound when the file is there, and the place on it', () => {
    expect(codesOf('wörter/index.html', null)).toEqual([])
    expect(codesOf('wörter/index.html', 'größe')).toEqual([])
    expect(codesOf('rss.xml', 'page=2')).toEqual([])
    expect(codesOf('rss.xml', null, 'img')).toEqual([])
  })

  test('is broken when there is no such file, or no such place on it', () => {
    expect(codesOf('größe/index.html', null)).toEqual(['link-broken 7 as written'])
    expect(codesOf('wörter/index.html', 'top')).toEqual(['anchor-missing 7 as written'])
    expect(codesOf('logo.svg', null, 'img')).toEqual(['file-not-there 7 as written'])
  })

  test.each([
    ['/politics', 'write /politics/ if'],
    ['/politics?a=b#c', 'write /politics/?a=b#c if'],
    ['/politics/', 'correct the link, or remove it'],
    ['/map.pdf', 'correct the link, or remove it'],
  ])('is shown with the slash that it lacks: %s', (href, hint) => {
    const link = { href, offset: 0, output: 'politics', anchor: null, element: null }
    const [fault] = checkLinks([link], { idsAt, whyMissing: () => null, nearest: () => null })
    expect(fault?.hint).toContain(hint)
  })

  test.each([
    ['/wrold/', null, '/world/', 'did you mean “/world/”?'],
    ['/wrold/?page=2#top', null, '/world/', 'did you mean “/world/?page=2#top”?'],
    [
      'https://bulletin.example/world',
      null,
      '/world/',
      'did you mean “/world/”? Addresses of pages end in a slash',
    ],
    ['/gr%C3%B6se/', null, '/gr%C3%B6%C3%9Fe/', 'did you mean “/größe/”?'],
    ['/report.pdf', null, '/annual%20report.pdf', 'did you mean “/annual%20report.pdf”?'],
    ['/Logo.svg', 'img', '/logo.svg', 'did you mean “/logo.svg”?'],
  ])('is shown with what may have been meant: %s', (href, element, nearest, hint) => {
    const link = { href, offset: 0, output: 'nowhere', anchor: null, element }
    const view = { idsAt: () => undefined, whyMissing: () => null, nearest: () => nearest }
    expect(checkLinks([link], view)).toMatchObject([{ hint }])
  })

  test.each([
    ['storm-warnig', 'did you mean “#storm-warning”?'],
    ['Storm_Warning', 'did you mean “#storm-warning”?'],
    ['grosse', 'did you mean “#größe”?'],
    ['note-3', 'write the id of a subhead of that page behind the #, or leave out the # and what follows it'],
    [
      'weather',
      'write the id of a subhead of that page behind the #, or leave out the # and what follows it',
    ],
  ])('is shown with the place that may have been meant: #%s', (anchor, hint) => {
    const link = { href: `/storm/#${anchor}`, offset: 0, output: 'storm/index.html', anchor, element: null }
    const ids = ['storm-warning', 'größe', 'note-1', 'note-2']
    const view = { idsAt: () => ids, whyMissing: () => null, nearest: () => null }
    expect(checkLinks([link], view)).toMatchObject([{ code: 'anchor-missing', hint }])
  })

  test('is reported with the reason, when there is one', () => {
    const link = { href: '/talks/', offset: 0, output: 'talks/index.html', anchor: null, element: null }
    expect(
      checkLinks([link], {
        idsAt,
        whyMissing: output => `${output} is a draft`,
        nearest: () => null,
      }),
    ).toMatchObject([
      {
        message: 'the link to /talks/ is broken: talks/index.html is a draft',
        hint: 'remove the link, or publish both together',
      },
    ])
  })
})

test('a link that stands many times on a page is reported once, at its first place', () => {
  expect(whereAndWhat(onPage('<a href="/no/">a</a> <a href="/no/">b</a> <a href="/no">c</a>'))).toEqual([
    'staging/news/index.html:2:18 link-broken',
    'staging/news/index.html:2:60 link-broken',
  ])
})

describe('what a browser asks for by itself', () => {
  test.each([
    ['a picture of this site', '<img src="/logo.svg" alt="">'],
    ['a picture in several sizes', '<img src="/logo.svg" srcset="/logo.svg 1x, ../logo.svg 2x" alt="">'],
    ['an icon by its full address', '<link rel="icon" href="https://bulletin.example/logo.svg">'],
    ['a picture that is written into the page', '<img src="data:image/gif;base64,R0lGOD" alt="">'],
    ['a style that shows a file of this site', '<style>p { background: url("/logo.svg") }</style>'],
  ])('%s is let through', (_, html) => expect(onPage(html)).toEqual([]))

  test.each([
    ['a script', '<script src="https://cdn.example/a.js"></script>'],
    ['a picture', '<img src="//cdn.example/a.png" alt="">'],
    ['one of several sizes', '<img srcset="/logo.svg 1x, https://cdn.example/a.png 2x" alt="">'],
    ['a source of a picture', '<picture><source srcset="https://cdn.example/a.avif"></picture>'],
    ['a frame', '<iframe src="https://video.example/embed/1"></iframe>'],
    ['the poster of a film', '<video poster="https://cdn.example/a.png"></video>'],
    ['a stylesheet', '<link rel="stylesheet" href="https://fonts.example/a.css">'],
    ['a stylesheet, shouted', '<link rel="STYLESHEET" href="https://fonts.example/a.css">'],
    ['a connection made early', '<link rel="preconnect" href="https://fonts.example">'],
    ['a style that fetches a font', '<style>@import "https://fonts.example/a.css";</style>'],
    ['a style that fetches a picture', '<style>p { background: url(https://cdn.example/a.png) }</style>'],
    ['a style on one element', '<b style="background: url(\'https://cdn.example/a.png\')">bold</b>'],
  ])('%s from another site is found', (_, html) => {
    // In a style only its beginning is known.
    const column = html.startsWith('<style') ? 9 : 9 + html.search(/(?:https:)?\/\/[a-z]/)
    expect(whereAndWhat(onPage(html))).toEqual([`staging/news/index.html:2:${column} third-party-request`])
  })

  test.each([
    ['a picture', '<img src="/logo.png" alt="">', 19],
    ['one of several sizes', '<img srcset="/logo.svg 1x, /logo@2x.svg 2x" alt="">', 36],
    ['a script', '<script src="menu.js"></script>', 22],
    ['a picture in a style', '<style>p { background: url(/logo.png) }</style>', 9],
  ])('%s that is not there is found', (_, html, column) => {
    expect(whereAndWhat(onPage(html))).toEqual([`staging/news/index.html:2:${column} file-not-there`])
  })
})

describe('a link to a story that readers may not see yet', () => {
  const hintFor = (fields: Record<string, string>) => {
    const pages = { '/news/': '<a href="/world/2024/10/24/harbour-reopens/">more</a>' }
    const [problem, ...others] = checkPages({ pages, stories: { [storyFile]: storyText(fields) } })
    expect(others).toEqual([])
    return problem
  }

  test('says until when the story is held', () => {
    expect(hintFor({ embargo: '2026-01-01T06:00:00+09:00' })).toMatchObject({
      code: 'link-broken',
      message: `/news/: the link to /world/2024/10/24/harbour-reopens/ is broken: ${storyFile} is held until 2026-01-01T02:30:00+05:30`,
      hint: 'remove the link, or publish both together',
    })
  })

  test('says that the story is a draft', () => {
    expect(hintFor({ draft: 'true' })?.message).toContain(`is broken: ${storyFile} is a draft`)
  })
})

test('an id that stands twice on a page is found where it stands again', () => {
  const pages = { '/news/': lines('<h2 id="talks">Talks</h2>', '<h2 id="more">More</h2>', '<h2 id="talks">') }
  expect(whereAndWhat(checkPages({ pages }))).toEqual(['staging/news/index.html:3:1 id-repeated'])
})

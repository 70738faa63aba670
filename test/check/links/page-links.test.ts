import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../src/check/html/read-html.ts'
import { linksOf } from '../../../src/check/links/page-links.ts'

const page = (html: string) => ({ url: '/news/', output: 'news/index.html', content: html })
const found = (html: string) => linksOf(page(html), readHtml(html), 'https://bulletin.example')

describe('what a page asks the rest of the site', () => {
  test('is whether its links lead somewhere', () => {
    expect(found('<p><a href="/wörter/?a#gr%C3%B6%C3%9Fe">x</a>')).toEqual([
      {
        href: '/wörter/?a#gr%C3%B6%C3%9Fe',
        offset: 3,
        output: 'wörter/index.html',
        anchor: 'größe',
        element: null,
      },
    ])
  })

  test('and whether there is what the browser will ask for; a # counts for nothing there', () => {
    expect(found('<img src="/a.svg#part" alt="">')).toEqual([
      { href: '/a.svg#part', offset: 0, output: 'a.svg', anchor: null, element: 'img' },
    ])
  })

  test('first what the browser asks for, then the links, each in the order of the page', () => {
    const html = '<a href="/one/">1</a><img src="/a.png"><a href="/two/">2</a><script src="/b.js"></script>'
    expect(found(html)).toMatchObject([
      { href: '/a.png', element: 'img' },
      { href: '/b.js', element: 'script' },
      { href: '/one/', element: null },
      { href: '/two/', element: null },
    ])
  })

  test('is asked once, at the first place', () => {
    const html = '<a href="/one/">1</a><a href="/one/">2</a><img src="/a.png"><img src="/a.png">'
    expect(found(html)).toMatchObject([{ href: '/a.png' }, { href: '/one/', offset: 0 }])
  })

  test('is asked apart for another element, another spelling, another place', () => {
    const html =
      '<img src="/a.png"><source src="/a.png"><a href="/one/">1</a><a href="/one/?">2</a><a href="/one/#b">3</a>'
    expect(found(html).length).toBe(5)
  })
})

describe('what a page knows itself is not asked', () => {
  test('a place on it that is there, and itself', () => {
    expect(found('<h2 id="top">Top</h2><a href="#top">x</a><a href="/news/">y</a><a href="#">z</a>')).toEqual(
      [],
    )
  })

  test('a place on it that is missing must still be reported', () => {
    expect(found('<a href="#top">x</a>')).toMatchObject([{ output: 'news/index.html', anchor: 'top' }])
  })

  test('other sites', () => expect(found('<a href="https://elsewhere.example/">x</a>')).toEqual([]))

  test('what is certainly wrong is reported at its place, each time', () => {
    const html = '<a href="http://[">a</a><img src="https://cdn.example/a.png"><a href="http://[">b</a>'
    expect(found(html)).toMatchObject([
      { code: 'third-party-request', offset: 24, words: 'https://cdn.example/a.png' },
      { code: 'link-malformed', offset: 0 },
      { code: 'link-malformed', words: 'http://[' },
    ])
  })
})

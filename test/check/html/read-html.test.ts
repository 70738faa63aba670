import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../../src/check/html/parse-html.ts'
import { readHtml } from '../../../src/check/html/read-html.ts'

describe.each([
  ['at first sight', readHtml],
  ['by a parser', parseHtml],
])('what the checks learn of a page %s', (_how, readHtml) => {
  test('where its links lead, entities read, in the order of the page', () => {
    const { links } = readHtml(
      `<a href="/?a=1&amp;b=2">one</a><a name="here">none</a><map><area href='/two/'></map>`,
    )
    expect(links.map(({ href }) => href)).toEqual(['/?a=1&b=2', '/two/'])
    expect(links[0]?.offset).toBe(0)
  })

  test('links of the head that readers may follow, and those that fetch', () => {
    const { links, requests } = readHtml(
      '<link rel="canonical" href="/a/"><link rel="shortcut icon" href="/b"><link rel="alternate" href="/c">',
    )
    expect(links.map(({ href }) => href)).toEqual(['/a/', '/c'])
    expect(requests.map(({ url }) => url)).toEqual(['/b'])
  })

  test('every size of a picture', () => {
    const { requests } = readHtml('<img src="/a.png" srcset="/b.png 640w,\n /c.png 2x , /d.png">')
    expect(requests.map(({ url }) => url)).toEqual(['/a.png', '/b.png', '/c.png', '/d.png'])
  })

  test('what styles fetch, once for each', () => {
    const { requests } = readHtml(
      `<style>@import url("/a.css"); @import '/b.css'; i { background: url( /c.png ) url(data:image/gif;base64,R0) }</style>`,
    )
    expect(requests.map(({ url, element }) => [url, element])).toEqual([
      ['/a.css', 'style'],
      ['/b.css', 'style'],
      ['/c.png', 'style'],
    ])
  })

  test('its ids, headings and times, with all the words of a time', () => {
    const parts = readHtml(
      '<h1 id="a">A</h1><time class="x y" datetime="2024-10-24">Thu <b>24</b> &amp; on</time>',
    )
    expect(parts.ids).toEqual([{ id: 'a', offset: 0 }])
    expect(parts.times).toEqual([{ offset: 17, datetime: '2024-10-24', role: 'x y', text: 'Thu 24 & on' }])
  })

  test('nothing from comments, scripts and escaped markup', () => {
    const html = `<!-- <a href="/a/"> --><script>"<a href='/b/'>"</script>&lt;a href="/c/"&gt;<style>/* <a href="/d/"> */</style>`
    expect(readHtml(html)).toMatchObject({ links: [], requests: [], ids: [] })
  })

  test('links in capitals, and in elements that are never closed', () => {
    expect(readHtml('<P>One<A HREF="/a/">two<p>three<a href=/b/>').links.map(({ href }) => href)).toEqual([
      '/a/',
      '/b/',
    ])
  })
})

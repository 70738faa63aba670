import { describe, expect, test } from 'vitest'
import { checkPolicy } from '../../../src/check/html/check-policy.ts'
import { readHtml } from '../../../src/check/html/read-html.ts'
import { hashForPolicy } from '../../../src/system/digest.ts'
import { checkPages, lines, whereAndWhat } from '../check-pages.ts'

const known = new Set([hashForPolicy('p{}')])

const codesAt = (url: string, html: string) =>
  checkPolicy({ url, output: '', content: html }, readHtml(html), known, 'https://bulletin.example').map(
    ({ code, offset }) => `${code} ${offset}`,
  )
const codes = (html: string) => codesAt('/world/', html)

describe('the policy lets through', () => {
  test.each([
    ['a style that a layout has', '<style>p{}</style>'],
    ['the same style twice', '<style>p{}</style><style media="print">p{}</style>'],
    [
      'facts for search engines',
      '<script type="application/ld+json">{"a":"onclick=\'x\' style=\'y\'"}</script>',
    ],
    ['other data', '<script id="data" type="application/json">{}</script>'],
    ['words that look like scripts', '<p title="an onset=1 of style=x">onclick="x" javascript:x</p>'],
    ['links', '<a href="/?javascript:">x</a>'],
    ['attributes with nothing in them', '<p style="" onclick="">x</p>'],
    ['a form of this site', '<form action="/search/"><button formaction="?x=1">y</button></form>'],
    ['a form for its own page', '<form action=""><input name="action"></form>'],
    ['a form by its full address', '<form action="https://bulletin.example/search/"></form>'],
    ['a page that loads itself again', '<meta http-equiv="refresh" content="30">'],
    ['a page that leads to another of this site', '<meta http-equiv="refresh" content="0; url=/world/">'],
    ['a frame with a page of this site', '<iframe src="/map/"></iframe>'],
  ])('%s', (_, html) => expect(codes(html)).toEqual([]))

  test('a script of this site, where readers search', () => {
    expect(codesAt('/search/', '<script type="module" src="/search/search.js"></script>')).toEqual([])
  })
})

describe('what a browser would ignore is found, at its place', () => {
  test.each([
    ['a style that no layout has', '<p>x<style>i{}</style>', 'style-unknown 4'],
    ['one that differs in a blank', '<style>p{} </style>', 'style-unknown 0'],
    ['a style in an attribute', '<p>x<b style="color:red">y</b>', 'style-attribute 4'],
    ['one with entities', '<b style="content:&quot;x&quot;">y</b>', 'style-attribute 0'],
    ['one in a drawing', '<svg><path style="fill:red"/></svg>', 'style-attribute 5'],
    ['a script at a click', '<p onclick="x()">y</p>', 'event-handler 0'],
    ['one in capitals', '<P ONCLICK="x()">y</P>', 'event-handler 0'],
    ['one with a line before it', '<p\nonclick=x()>y</p>', 'event-handler 0'],
    ['one on an element with more to it', '<img alt="" onerror="x()">', 'event-handler 0'],
    ['a script', '<p>x<script>x()</script>', 'script-refused 4'],
    ['a module', '<script type="module">x()</script>', 'script-refused 0'],
    ['rules for fetching ahead', '<script type="speculationrules">{}</script>', 'script-refused 0'],
    ['a script of this site', '<script src="/menu.js"></script>', 'script-refused 0'],
    ['one that says it is data', '<script type="application/json" src="/a.js"></script>', 'script-refused 0'],
    ['a link that is a script', '<a href=" JavaScript:x()">y</a>', 'script-refused 0'],
    ['one with a line break in it', '<a href="java\nscript:x()">y</a>', 'script-refused 0'],
    ['a form for another site', '<p>x<form action="https://a.example/">y</form>', 'form-elsewhere 4'],
    ['one for another site, by its host', '<form action="//a.example/">y</form>', 'form-elsewhere 0'],
    ['one without encryption', '<form action="http://bulletin.example/">y</form>', 'form-elsewhere 0'],
    ['one that writes a mail', '<form action="mailto:desk@bulletin.example">y</form>', 'form-elsewhere 0'],
    ['one that is a script', '<form action="javascript:x()">y</form>', 'form-elsewhere 0'],
    [
      'a button for another site',
      '<form><button formaction="https://a.example/">y</button>',
      'form-elsewhere 6',
    ],
    ['a field for another site', '<input type=submit formaction=https://a.example/ >', 'form-elsewhere 0'],
    ['another base for all addresses', '<base href="/x/">', 'base-refused 0'],
    ['an object', '<object data="/map.pdf"></object>', 'plugin-refused 0'],
    ['an object without data', '<embed type="x">', 'plugin-refused 0'],
    [
      'a page that goes elsewhere by itself',
      '<meta http-equiv="Refresh" content="0; URL=\'https://a.example/\'">',
      'refresh-elsewhere 0',
    ],
    ['a frame with its page in it', '<iframe srcdoc="<p>x</p>"></iframe>', 'frame-refused 0'],
    ['a frame with its page in its address', '<iframe src="data:text/html,x"></iframe>', 'frame-refused 0'],
  ])('%s', (_, html, found) => expect(codes(html)).toEqual([found]))

  test('a font within a sheet', () => {
    const sheet = '@font-face{src:url(data:font/woff2;base64,AA)}'
    const parts = readHtml(`<style>${sheet}</style>`)
    const page = { url: '/', output: '', content: '' }
    const faults = checkPolicy(page, parts, new Set([hashForPolicy(sheet)]), 'https://bulletin.example')
    expect(faults.map(({ code }) => code)).toEqual(['font-refused'])
  })

  test('a script on the page, also where readers search', () => {
    expect(codesAt('/search/', '<script>x()</script>')).toEqual(['script-refused 0'])
  })
})

test('the fault says where it is and what to do instead', () => {
  const problems = checkPages({
    pages: { '/news/': lines('<p>News</p>', '<p>Read <b style="x:y">this</b></p>') },
  })
  expect(whereAndWhat(problems)).toEqual(['staging/news/index.html:2:9 style-attribute'])
  expect(problems).toMatchObject([
    {
      severity: 'error',
      message:
        '/news/: the content security policy does not allow style attributes: browsers would ignore this one',
      hint: 'give the element a class, and the class a rule in _includes/css/',
    },
  ])
})

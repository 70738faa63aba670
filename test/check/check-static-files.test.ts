import { describe, expect, test } from 'vitest'
import { checkStaticFiles } from '../../src/check/check-static-files.ts'
import { success } from '../../src/domain/result.ts'

const faultsIn = (name: string, text: string) =>
  checkStaticFiles(
    { staticFiles: [`content/static/${name}`], read: file => success({ file, text }) },
    'https://bulletin.example',
  )
const codesIn = (name: string, text: string) =>
  faultsIn(name, text).map(({ code, location: { line, column } }) => `${line}:${column} ${code}`)

describe('A static page that browsers would not show as it is meant is a problem:', () => {
  test.each([
    ['a script', '<p>x\n<script>x()</script>', '2:1 script-refused'],
    ['a script of this site', '<script src="/app.js"></script>', '1:1 script-refused'],
    ['an event', '<p>x</p>\n <body onload="x()">', '2:2 event-handler'],
    ['a link that runs', '<a href="javascript:x()">x</a>', '1:1 script-refused'],
    ['a style', '<style>p{}</style>', '1:1 style-unknown'],
    ['a style of an element', '<p style="color:red">x</p>', '1:1 style-attribute'],
    [
      'a sheet of another site',
      '<link rel="stylesheet" href="https://a.example/x.css">',
      '1:1 third-party-request',
    ],
    ['a picture of another site', '<img src="//a.example/x.png">', '1:1 third-party-request'],
    ['a frame of another site', '<iframe src="https://a.example/"></iframe>', '1:1 third-party-request'],
    ['an object', '<object data="/x.swf"></object>', '1:1 plugin-refused'],
    ['a base', '<base href="https://a.example/">', '1:1 base-refused'],
    ['a form for another site', '<form action="https://a.example/">', '1:1 form-elsewhere'],
    [
      'a page that goes elsewhere',
      '<meta http-equiv=refresh content="0;url=https://a.example/">',
      '1:1 refresh-elsewhere',
    ],
    ['another encoding', '<meta charset="Shift_JIS">', '1:1 charset-other'],
    [
      'another encoding behind a description',
      '<meta http-equiv="content-type" content="text/html; charset=latin1">',
      '1:1 charset-other',
    ],
    ['elements that are never closed', '<b>'.repeat(600), '1:1537 html-too-deep'],
    ['a line for a server', '<!--#include virtual="/x" -->', '1:1 include-refused'],
  ])('%s', (_what, html, found) => {
    for (const name of ['x.html', 'old/X.HTM', 'x.shtml']) expect(codesIn(name, html)).toEqual([found])
  })

  test.each([
    [
      'x.xhtml',
      '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:script>x()</h:script></h:html>',
      'script-refused',
    ],
    ['x.xht', '<html xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()"/></html>', 'event-handler'],
    ['x.xml', '<html xmlns="http://www.w3.org/1999/xhtml"><script>x()</script></html>', 'script-refused'],
    ['x.xml', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'drawing-active'],
    [
      'feed.xml',
      '<?xml version="1.0"?>\n<?xml-stylesheet type="text/xsl" href="/x.xsl"?><rss/>',
      'script-refused',
    ],
    ['x.css', '@import "https://a.example/x.css";', 'third-party-request'],
    ['x.CSS', 'p{color:red}\nb{background:url(//a.example/x.png)}', 'third-party-request'],
    ['x.css', '@font-face{src:url(data:font/woff2;base64,AA)}', 'font-refused'],
  ])('%s with %s', (name, text, code) => {
    expect(codesIn(name, text).map(found => found.split(' ')[1])).toEqual([code])
  })
})

test('each has its place and advice that fits a static page', () => {
  const [style, image] = faultsIn(
    'x.html',
    '<p>one</p>\n<p style="color:red">two</p>\n<img src="//a.example/x.png">\n',
  )
  expect(style).toMatchObject({
    location: { file: 'content/static/x.html', line: 2, column: 1 },
    hint: 'give the element a class, and the class a rule in a .css file',
  })
  expect(image?.location).toMatchObject({ line: 3, text: '<img src="//a.example/x.png">' })
  const [sheet] = faultsIn('x.css', 'p{color:red}\nb{background:url(//a.example/x.png)}\n')
  expect(sheet?.location).toMatchObject({ line: 2, column: 18 })
})

describe('A static file that works is taken:', () => {
  test.each([
    ['googleabc123.html', 'google-site-verification: googleabc123.html'],
    [
      'old/index.html',
      '<!doctype html><meta charset="utf-8"><title>x</title><link rel="stylesheet" href="x.css"><p class="a"><a href="https://a.example/">x</a><img src="x.png" alt="">',
    ],
    ['moved.html', '<meta http-equiv="refresh" content="0; url=/about/">'],
    ['search/own.html', '<script src="/search/own.js"></script>'],
    [
      'x.xml',
      '<?xml version="1.0"?><?xml-stylesheet type="text/css" href="/x.css"?><rss><script>data</script></rss>',
    ],
    ['x.css', '@import "base.css"; @font-face{src:url(/fonts/x.woff2)} p{background:url(x.png)}'],
    ['app.js', 'document.write("<script>")'],
    ['notes.txt', '<script>x()</script>'],
  ])('%s', (name, text) => expect(faultsIn(name, text)).toEqual([]))
})

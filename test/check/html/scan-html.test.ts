import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../../src/check/html/parse-html.ts'
import { scanHtml } from '../../../src/check/html/scan-html.ts'

describe('HTML as layouts and markdown write it is read without a parser', () => {
  test.each([
    ['a head', '<!doctype html> <html lang="en"><head><meta charset="utf-8"><title>A < B & C</title></head>'],
    ['links', '<a class="skip" href="#main">x</a> <a href=/b/>y</a> <a href=\'/c/\' rel="next">z</a>'],
    ['links that read entities', '<a href="/?a=1&amp;b=2">x</a><img alt="A &amp; B" src="/a.png">'],
    ['pictures', '<img src="/a.png" srcset="/b.png 1x, /c.png 2x" width="1" alt="">'],
    ['a head’s links', '<link rel="icon" href="/i.svg"><link rel="canonical" href="https://a.example/">'],
    [
      'icons of lines',
      '<a href="/s/"><svg viewBox="0 0 20 20" aria-hidden="true"><path d="m13 13 5 5M8 2a6 6 0 1 0 .1 0"/><path d="M1 1h.1"/></svg> b</a><p id="c">',
    ],
    ['times', '<time class="published" datetime="2024-10-24">24 October</time>'],
    ['attributes that stand twice', '<a href="/a/" href="/b/" id="c" id="d">x</a>'],
    ['a heading with entities', '<h1 id="a" title="A &amp; B">A</h1>'],
    ['ids', '<h1 id="a">A</h1><p id=b>B<p id>C</p><br id="d"/>'],
    ['a style', '<style>p > i { background: url(/a.png) } @import "/b.css";</style>'],
    ['a style of one element', '<b style="background:url(/a.png)">b</b>'],
    ['a script in an attribute', '<p class="a" onclick="x()">b</p> <p\nonclick=x() onclick=y()>c</p>'],
    ['a script in an attribute with entities', '<p title="a" onclick="x(&quot;y&quot;)">b</p>'],
    [
      'words that look like a script',
      '<p title="an onset">b</p> <p title=" onset=b">c</p> <b onset=1 one>d</b>',
    ],
    ['a script', '<script async src="/a.js">"<a href=\'/b/\'>" < 1</script><a href="/c/">c</a>'],
    ['a form', '<form id="a" action="/search"><input id="b"></form><a href="/c/">c</a>'],
    ['a form with targets', '<form action="/a?b&amp;c"><button formaction="//a.example/">x</button></form>'],
    [
      'a head with orders',
      '<meta http-equiv="refresh" content="0; url=https://a.example/"><base href="/a/">',
    ],
    [
      'pictures behind an element',
      '<table background="//a.example/x.png"></table><a ping="/p" href="/">x</a>',
    ],
    ['text with characters of markup', 'a < b > c &lt;a href="/d/"&gt; <3'],
  ])('%s', (_, html) => {
    expect(scanHtml(html)).not.toBeNull()
    expect(scanHtml(html)).toEqual(parseHtml(html))
  })
})

describe('what takes a parser is left to it', () => {
  test.each([
    ['a comment', '<!-- <a href="/a/"> -->'],
    ['an end of nothing', '</><a href="/a/">a</a>'],
    ['capitals', '<A HREF="/a/">a</A>'],
    ['a drawing', '<svg><title><a href="/a/"></a></title></svg>'],
    ['an icon with an id', '<svg viewBox="0 0 9 9" aria-hidden="true"><path id="a" d="m1 1"/></svg>'],
    ['a form in a form', '<form><form id="a">'],
    ['a text field', '<textarea><a href="/a/"></textarea>'],
    ['an attribute without a space before it', '<a class="b"href="/a/">a</a>'],
    ['a tag that never ends', '<a href="/a/"'],
    ['a style that never ends', '<style>p { background: url(/a.png) }'],
    ['a time with marked words', '<time datetime="2024">the <b>year</b></time>'],
    ['a time with entities', '<time datetime="2024">A &amp; B</time>'],
    ['a time with entities in its attributes', '<time datetime="A &amp; B">A</time>'],
    ['a time that never ends', '<p><time datetime="2024">today</p>'],
    ['a time that ends before it begins', '</time><time datetime="2024">today'],
    ['an end tag with a space', '</p ><a href="/a/">a</a>'],
  ])('%s', (_, html) => expect(scanHtml(html)).toBeNull())
})

const pieces = [
  '<|>|</|/>|<!|<!--|-->|<?|<![CDATA[|]]>|&|&amp;|&lt| |\n|\t|\u000c|\u0000|=|"|\'|words|24|ſ|🛳️|<1|</1>|</>',
  '<a |<a>|</a>|href=|href="/a/"|href=\'/b/\'|href=/c/| href="/?d&amp;e"| href|<area href="#o">|<object data="/l">',
  '<img |src="/a.png"| srcset="/b.png 1x, /c.png 2x"| style="x:url(/d.png)"| id="e"| id=f| ID="g"|<link rel="icon" href=/j>',
  '<style>|</style>|</style >|@import "/h.css"|<script>|</script>|</scrip|<title>|</title>|<textarea>|<plaintext>|<xmp>',
  '<time>|<time datetime="2024">|</time>|</time|<time class=i datetime=2024-10>|<time datetime="&amp;">|<tİme>',
  '<svg viewBox="0 0 9 9" aria-hidden="true"><path d="m1 1"/></svg>|<p>|</p>|<h1>|</h1>|<br/>|<svg>|</svg>|<math>|<form>|<form id="o">|</form>|<image |<iframe src="/k/">|<constructor id="m">',
  '<b |<b onclick="x()">| onclick=y| onclick| onclick=""| on="z"| title=" onset=1"| style=| style=""|<script type="a" src=b>',
  '<!doctype html>|<!DOCTYPE html | constructor="n"',
  '<meta http-equiv="refresh" content="1;url=//p/">| action="//q/"|<button formaction=/r >|<embed src=s>|<base href="/t/">| ping=u| background=v',
].flatMap(line => line.split('|'))

test('whatever stands on a page is read as a parser reads it, or left to the parser', () => {
  let scanned = 0
  const page = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map(some => some.join(''))
  const property = fc.property(page, html => {
    const parts = scanHtml(html)
    if (parts === null) return
    scanned++
    expect(parts).toEqual(parseHtml(html))
  })
  fc.assert(property, { numRuns: 10_000 })
  // Had all been left to the parser, nothing would have been tried.
  expect(scanned).toBeGreaterThan(300)
})

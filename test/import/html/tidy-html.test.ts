import { describe, expect, it } from 'vitest'
import type { Anchor } from '../../../src/import/html/html-anchors.ts'
import { createNotes } from '../../../src/import/report/note.ts'
import { convertBody } from '../../../src/import/text/convert-body.ts'
import { findHeadings } from '../../../src/import/text/find-headings.ts'
import type { BodyFormat } from '../../../src/import/text/text-dialect.ts'

const turn = (body: string, format: BodyFormat = 'html') => {
  const { notes, addNote } = createNotes()
  let anchors: readonly Anchor[] = []
  const text = convertBody(body, {
    dialect: { hasIndentedCode: true, tags: [] },
    format,
    title: 'Ferry',
    fieldText: () => null,
    addressOfFile: () => null,
    addNote,
    anchors: found => {
      anchors = found
    },
  })
  const headings = findHeadings(text, anchors).filter(heading => heading.anchors.length > 0)
  return { text: text.trim(), headings, notes: notes.map(({ message, detail }) => `${message}: ${detail}`) }
}

const table = (rows: string, attributes = '') => `<table${attributes}>${rows}</table>`

describe('A table that only placed things on the page becomes paragraphs:', () => {
  it.each([
    ['by its role', table('<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>', ' role="presentation"')],
    ['with one cell in a row', table('<tr><td>a</td></tr><tr><td><p>b</p>c</td></tr>')],
    ['in one row', table('<tr><td>a</td><td>b<br><br>c</td></tr>')],
    ['around another', table(`<tr><td>${table('<tr><td>a</td></tr>')}</td><td><div>b</div>c</td></tr>`)],
  ])('%s', (_why, html) => expect(turn(html).text).toBe('a\n\nb\n\nc'))

  it('with lists and headings in its cells', () =>
    expect(
      turn(table('<tr><td><h2>a</h2></td><td><ul><li>b</li></ul></td></tr><tr><td>c</td></tr>')).text,
    ).toBe('## a\n\n- b\n\nc'))
})

describe('A table of data stays one:', () => {
  it.each([
    [
      'its caption',
      '<caption>Fish, <b>tonnes</b></caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>',
      'Table: Fish, **tonnes**\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
    ],
    [
      'cells over two rows and columns',
      '<tr><th>a</th><th>b</th><th>c</th></tr><tr><td rowspan="2">1</td><td colspan="2">2</td></tr><tr><td>3</td><td>4</td></tr>',
      '| a | b | c |\n| --- | --- | --- |\n| 1 | 2 |  |\n|  | 3 | 4 |',
    ],
    [
      'two rows of heads',
      '<thead><tr><th rowspan="2">Port</th><th colspan="2">Fish</th></tr><tr><th>2023</th><th>2024</th></tr></thead><tr><th>Neelam</th><td>1</td><td>2</td></tr>',
      '| Port | Fish 2023 | Fish 2024 |\n| --- | --- | --- |\n| Neelam | 1 | 2 |',
    ],
    [
      'heads in the first column alone',
      '<tr><th>Length</th><td>4 m</td></tr><tr><th>Width</th><td>2 m</td></tr>',
      '|  |  |\n| --- | --- |\n| Length | 4 m |\n| Width | 2 m |',
    ],
    [
      'cells of several lines',
      '<tr><th>a</th><th>b</th></tr><tr><td><p>1</p><p>2</p></td><td><ul><li>3</li><li>4</li></ul></td></tr>',
      '| a | b |\n| --- | --- |\n| 1 2 | 3 4 |',
    ],
  ])('%s', (_what, rows, markdown) => expect(turn(table(rows)).text).toBe(markdown))
})

describe('HTML as people and programs wrote it:', () => {
  it.each([
    ['emphasis around paragraphs', '<b>a<p>b</p></b><i><div>c</div></i>', '**a**\n\n**b**\n\n*c*'],
    ['a link around a heading', '<a href="/x"><h2>a</h2><p>b</p></a>', '## [a](/x)\n\n[b](/x)'],
    ['lists in lists', '<ul><li>a</li><ul><li>b</li></ul>c<li>d</ul>', '- a\n  - b\n- c\n- d'],
    ['items without a list', '<li>a</li>\n<li>b</li>', '- a\n- b'],
    [
      'looks',
      '<center><font color="red">a</font> <span style="font-weight: bold">b</span></center>',
      'a **b**',
    ],
    ['many line breaks', '<p><br>a<br><br><br>b<br>c<br></p>', 'a\n\nb\\\nc'],
    ['code with emphasis', '<pre>a <b>b</b><br>c</pre>', '```\na b\nc\n```'],
    ['terms', '<dl><dt>a<dd>b<dt>c<dd><p>d</dl>', '**a**\n\nb\n\n**c**\n\nd'],
    ['powers', '10<sup>6</sup>, 1<sup>st</sup>, x<sup>n+1</sup>, x<sup>2a</sup>', '10⁶, 1st, xⁿ⁺¹, x^(2a)'],
    ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb'],
    ['a paragraph that a box ended', '<p>a<div>b</p>c</div>', 'a\n\nb\n\nc'],
    ['lines within lines', '<h2>a<br>b<div>c</div></h2>', '## a b c'],
    ['a comment for old browsers', '<!--[if !IE]><!--><p>a</p><!--<![endif]-->', 'a'],
  ])('%s', (_what, html, markdown) => expect(turn(html).text).toBe(markdown))
})

describe('A picture is found where the page had it for later:', () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
  it.each([
    `<img src="${dot}" data-src="/a.jpg" alt="A">`,
    `<picture><source srcset="/small.jpg 300w, /a.jpg 900w"><img alt="A"></picture>`,
    `<img src="/blank.gif" alt="A" srcset="/small.jpg 1x, /a.jpg 2x">`,
    `<img src="/blank.gif"><noscript><img src="/a.jpg" alt="A"></noscript>`,
  ])('%s', html => expect(turn(html).text).toContain('![A](/a.jpg)'))

  it('and a dot that counts readers goes', () =>
    expect(turn('<p>a<img src="https://x.example/?id=1" width="1" height="1"></p>').text).toBe('a'))
})

describe('What a story cannot contain is told of, and its words stay:', () => {
  it.each([
    [
      '<form action="/x"><label>Name <input name="n"></label><button>Send</button></form>',
      'Name Send',
      'form',
    ],
    ['<p>a <svg><title>Pier</title></svg></p>', 'a Pier', '<svg>Pier'],
    ['<math><mi>x</mi><mo>=</mo><mn>2</mn></math>', 'x=2', 'x=2'],
    ['<div style="display:none">a</div>', 'a', 'hid'],
    ['<p>a</p><script src="/x.js">b</script>', 'a', '<script>/x.js'],
    ['<noscript>b</noscript>a', 'a', ': b'],
  ])('%s', (html, markdown, told) => {
    const { text, notes } = turn(html)
    expect(text).toBe(markdown)
    expect(notes.join('\n')).toContain(told)
  })

  it('and a gist is a link', () =>
    expect(turn('<script src="https://gist.github.com/a/12.js"></script>').text).toBe(
      'https://gist.github.com/a/12',
    ))
})

describe('A name that links lead to belongs to its heading:', () => {
  it.each<[string, BodyFormat]>([
    ['<h2 id="old">New words</h2>', 'html'],
    ['<h2><a name="old"></a>New words</h2>', 'html'],
    ['<a id="old"></a><h2>New words</h2>', 'html'],
    ['<p><a href="#old">x</a></p><section id="old"><h2>New words</h2></section>', 'html'],
    ['## New words {#old}', 'markdown'],
    ['## New words\n{: #old .x}', 'markdown'],
    ['<a name="old"></a>\n\n## New words', 'markdown'],
    ['a\n\n<h2 id="old">New words</h2>', 'markdown'],
  ])('%s', (body, format) => {
    const { text, headings } = turn(body, format)
    expect(headings).toEqual([{ id: 'new-words', anchors: ['old'] }])
    expect(text).not.toMatch(/[\ue000-\uf8ff]|old\b(?!\))/)
  })

  it('and a place in the text has none', () =>
    expect(turn('<h2>A</h2><p>b <a name="c"></a>c</p><h2>D</h2>').headings).toEqual([]))
})

describe('The mark of a table of contents goes:', () => {
  it.each<[string, BodyFormat]>([
    ['[TOC]\n\na', 'markdown'],
    ['[[_TOC_]]\n\na', 'markdown'],
    ['* Contents\n{:toc}\n\na', 'markdown'],
    ['1. TOC\n{:toc .x}\n\na', 'markdown'],
    ['<p>[toc]</p><p>a</p>', 'html'],
  ])('%j', (body, format) => expect(turn(body, format).text).toBe('a'))

  it('but not in code or among words', () =>
    expect(turn('`[TOC]` and [TOC] here', 'markdown').text).toBe('`[TOC]` and [TOC] here'))
})

it('A page of deep nesting, open tags and long rows costs what its length asks for', () => {
  const shapes: readonly ((count: number) => string)[] = [
    count => `${'<div>'.repeat(count)}x`,
    count => `${'<b>'.repeat(count)}x`,
    count => '<div>a '.repeat(count),
    count => `${'<table><tr><td>'.repeat(count)}x`,
    count => `${'<ul><li>'.repeat(count)}x`,
    count => `<p ${Array.from({ length: count }, (_, at) => `a${at}`).join(' ')}>x</p>`,
    count => '<!-- '.repeat(count),
  ]
  const slow = shapes.filter(shape => {
    const html = shape(4000)
    const started = performance.now()
    turn(html)
    return performance.now() - started > 20_000
  })
  expect(slow).toEqual([])
}, 60_000)

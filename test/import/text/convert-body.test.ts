import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNotes } from '../../../src/import/report/note.ts'
import { eleventy } from '../../../src/import/sources/eleventy.ts'
import { hugo } from '../../../src/import/sources/hugo.ts'
import { jekyll } from '../../../src/import/sources/jekyll.ts'
import { convertBody } from '../../../src/import/text/convert-body.ts'
import type { TextDialect } from '../../../src/import/text/text-dialect.ts'

const turn = (body: string, dialect: TextDialect = jekyll) => {
  const { notes, addNote } = createNotes()
  const fields = new Map<string, string>([
    ['image', '/a.png'],
    ['title', 'Ferry'],
  ])
  const text = convertBody(body, {
    dialect,
    format: 'markdown',
    title: 'Ferry',
    fieldText: name => fields.get(name) ?? null,
    addressOfFile: () => null,
    addNote,
  })
  return { text, notes: notes.map(note => note.message) }
}

describe('HTML becomes markdown where it stands', () => {
  it.each([
    ['A <b>bold</b> word and <em>one </em>more.', 'A **bold** word and *one* more.'],
    ['H<sub>2</sub>O and x<sup>2</sup>', 'H2O and x²'],
    ['One<br>two<br/>\nthree<br>', 'One\\\ntwo\\\nthree'],
    ['One<br><br>two', 'One\n\ntwo'],
    [
      'See <a href="https://a.example/x_(y)" target="_blank">it</a>.',
      'See [it](https://a.example/x_%28y%29).',
    ],
    ['<div class="x">\n\n*kept* text\n\n</div>\n\nmore', '*kept* text\n\nmore'],
    ['<div markdown="1">\n*kept*\n</div>', '*kept*'],
    [
      'before\n\n<figure>\n  <img src="/a.png" alt="A pier">\n  <figcaption>At dawn</figcaption>\n</figure>\n\nafter',
      'before\n\n![A pier](/a.png "At dawn")\n\nafter',
    ],
    ['<ul><li>one</li><li>two <b>x</b></li></ul>', '- one\n- two **x**'],
    ['<ol start="3"><li>c</li><li>d</li></ol>', '3. c\n4. d'],
    [
      '<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>',
      '| a | b\\|c |\n| --- | --- |\n| 1 |  |',
    ],
    ['<pre><code class="language-js">a\n\n  b < 1\n</code></pre>', '```js\na\n\n  b < 1\n```'],
    [
      '<iframe src="//www.youtube.com/embed/abcdefghijk"></iframe>',
      'https://www.youtube.com/watch?v=abcdefghijk',
    ],
    ['- item\n\n  <p>in <b>it</b></p>\n\n- next', '- item\n\n  in **it**\n\n- next'],
    ['> <p>quoted</p>', '> quoted'],
    ['| a | b |\n| --- | --- |\n| x<br>y | <b>z</b> |', '| a | b |\n| --- | --- |\n| x y | **z** |'],
    ['<p>one\n\n<p>two', 'one\n\ntwo'],
    ['a</div> b', 'a b'],
    ['a <!-- hidden --> b', 'a  b'],
    ['<script>alert(1)</script>\nText', 'Text'],
    ['<b>a *b* [c](d)</b>', '**a *b* [c](d)**'],
  ])('%s', (html, markdown) => {
    expect(turn(html).text.trimEnd()).toBe(markdown)
  })

  it.each([
    'A `<b>` in code, ``<i> ` <b>`` too.',
    '```html\n<div>{{ x }}</div>\n```\n',
    'Type <name> or \\<b> here, 1 < 2 and a<b.',
    'Mail <https://a.example> or <a@b.example>.',
  ])('but what only looks like it stays: %s', body => {
    expect(turn(body).text).toBe(body)
  })

  it('keeps an embedded post as a quotation and a bare link', () => {
    const tweet =
      '<blockquote class="twitter-tweet"><p>Hello</p>&mdash; A <a href="https://twitter.com/a/status/12?ref=x">1 May</a></blockquote>\n<script src="w.js"></script>'
    const { text, notes } = turn(tweet)
    expect(text).toBe(
      '> Hello\n>\n> — A [1 May](https://twitter.com/a/status/12?ref=x)\n\nhttps://twitter.com/a/status/12\n\n',
    )
    expect(notes).toEqual(['Removed an HTML element that a story cannot contain'])
  })
})

describe('template tags stand for what they plainly mean', () => {
  it.each<[string, string]>([
    ['{{ "/a/" | url }} {{ site.baseurl }}/b/', '/a/ /b/'],
    ["{{ '/a/' | prepend: site.baseurl }}", '/a/'],
    ['{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
    ['`{% raw %}{{ x }}{% endraw %}`', '`{{ x }}`'],
    ['{{ "john-donmoyer" | team_link }}', 'John Donmoyer'],
    ['{% image "a.jpg" "A pier" %}', '![A pier](a.jpg)'],
    ['{% image_with_class "a.jpg" "wide" "A pier" %}', '![A pier](a.jpg)'],
    ['{% include figure.html src="a.jpg" alt="A pier" %}', '![A pier](a.jpg)'],
    [
      '{{ "https://www.youtube-nocookie.com/embed/abcdefghijk" | embed: "Film" }}',
      'https://www.youtube.com/watch?v=abcdefghijk',
    ],
    ['<img src="{{ page.image }}" alt="x">', '![x](/a.png)'],
    ['{% if a %}b{% endif %}', '{% if a %}b{% endif %}'],
    ['{{ unknown | filter }}', '{{ unknown | filter }}'],
    ['`{{ "/a/" | url }}`', '`{{ "/a/" | url }}`'],
  ])('%s', (body, expected) => {
    expect(turn(body).text.trim()).toBe(expected)
  })

  it('leaves double braces of a Hugo site alone: they were always text', () => {
    expect(turn('{{ "/a/" | url }}', hugo)).toEqual({ text: '{{ "/a/" | url }}', notes: [] })
    expect(turn('{{< tweet user="a" id="12" >}}', hugo).text.trim()).toBe('https://twitter.com/i/status/12')
  })
})

describe('headings and marks', () => {
  it.each([
    ['# A\n\n### B\n\n## C\n', '## A\n\n### B\n\n### C\n'],
    ['### A\n\n##### B\n\n### C\n', '## A\n\n### B\n\n## C\n'],
    ['# Ferry\n\ntext\n', 'text\n'],
    ['A\n===\n\ntext\n', '## A\n\ntext\n'],
    ['> # A\n', '> ## A\n'],
    ['## A {#a .b}\n', '## A\n'],
    ['text\n{: .note}\n', 'text\n\n'],
    ['So[^1].\n\n[^1]: why\n\n    and how\n', 'So[^1].\n\n[^1]: why\n\n    and how\n'],
    ['So[^1], [^2].\n\n[^1]: why\n', 'So\\[1\\], \\[2\\].\n\n\\[1\\] why\n'],
    ['So.\n\n[^1]: why\n', 'So.\n\n\\[1\\] why\n'],
    ['A <b>so[^1]</b>.\n\n[^1]: One <i>two</i>\n', 'A **so[^1]**.\n\n[^1]: One *two*\n'],
    ['So[^1] and [^a-z], `[^b]`.\n', 'So\\[^1] and \\[^a-z], `[^b]`.\n'],
    ['A [Zeitgeist]{lang=de} b\n', 'A [Zeitgeist]{lang=de} b\n'],
    ['A [Zeitgeist]{lang=german} b\n', 'A [Zeitgeist] b\n'],
    ['A [Zeitgeist]{lang=de} b\n\n[zeitgeist]: /a/\n', 'A [Zeitgeist] b\n\n[zeitgeist]: /a/\n'],
    ['- a\n\n      x = 1\n\n- b\n', '- a\n\n  ```\n  x = 1\n  ```\n\n- b\n'],
    ['text\n\n        deep\n          er\n', 'text\n\n```\n    deep\n      er\n```\n'],
    ['So[^1]: yes.\n\n[^1]: why\n', 'So[^1]: yes.\n\n[^1]: why\n'],
    ['text\n\n    code <b>\n\ntext\n', 'text\n\n```\ncode <b>\n```\n\ntext\n'],
  ])('%j', (body, expected) => {
    expect(turn(body).text).toBe(expected)
  })
})

describe('a line of three colons', () => {
  it.each([
    ['::: note\ntext\n:::\n', '\\::: note\ntext\n\\:::\n'],
    ['a\n\n> :::: x\n', 'a\n\n> \\:::: x\n'],
    ['::: pullquote\nnever closed\n', '\\::: pullquote\nnever closed\n'],
    ['<div>\n::: tip\n</div>\n', '\\::: tip\n'],
  ])('is text and is reported: %j', (body, expected) => {
    const { text, notes } = turn(body)
    expect(text).toBe(expected)
    expect(notes).toContain('Kept a line of three colons (:::) as plain text')
  })

  it.each(['::: pullquote\nQuoted\n— A\n:::\n', '```\n::: note\n```\n'])('stays in %j', body => {
    expect(turn(body)).toEqual({ text: body, notes: [] })
  })
})

describe('a figure whose picture has no alt text', () => {
  it('takes it from a caption that holds more than words', () => {
    const caption = '<figcaption>At <a href="https://x.example">dawn</a></figcaption>'
    const { text, notes } = turn(`<figure><img src="/a.png">${caption}</figure>`)
    expect(text).toBe('![At dawn](/a.png)\n\nAt [dawn](https://x.example)')
    expect(notes).toEqual([])
  })
})

describe('any body', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'ab é中.,;:!?()*_`~\'"&|>-+1 \n'.split('')),
    maxLength: 200,
  })

  it('without HTML, tags or headings comes through to the byte', () => {
    fc.assert(
      fc.property(words, body => {
        fc.pre(!/^(?: {4}|\t)|^[ >]*[-=]+ *$|^[ >+*-]*(?: {4,}|:::)/m.test(body))
        expect(turn(body).text).toBe(body)
      }),
    )
  })

  it('never stops the import, whatever stands in it', () => {
    const pieces = [
      '<div>',
      '</div>',
      '<p>',
      '<b>',
      '</a>',
      '<a href="x">',
      '<br>',
      '<table>',
      '<tr><td>',
      '<pre>',
      '<!--',
      '-->',
      '{% raw %}',
      '{% endraw %}',
      '{{ x',
      '}}',
      '{{< a >}}',
      '`',
      '```\n',
      '\n\n',
      '    ',
      '> ',
      '- ',
      '# ',
      '[',
      '](',
      ')',
      '![',
      'text',
      '<script>',
      '"',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), parts => {
        for (const dialect of [hugo, jekyll, eleventy])
          expect(typeof turn(parts.join(''), dialect).text).toBe('string')
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { noteHere } from '../../../src/import/html/html-notes.ts'
import { convertBody } from '../../../src/import/text/convert-body.ts'

const turn = (body: string) =>
  convertBody(body, {
    dialect: { hasIndentedCode: false, tags: [] },
    format: 'html',
    title: 'Ferry',
    fieldText: () => null,
    addressOfFile: () => null,
    addNote: () => {},
  }).trim()

const noted = 'Counted[^1] by hand.\n\n[^1]: In *May*.'

describe('footnotes of HTML are footnotes here, as', () => {
  it.each([
    [
      'WordPress writes them',
      '<p>Counted<sup data-fn="ab-1" class="fn"><a href="#ab-1" id="ab-1-link">1</a></sup> by hand.</p><ol><li id="ab-1">In <em>May</em>. <a href="#ab-1-link">↩︎</a></li></ol>',
    ],
    [
      'programs that read markdown write them',
      '<p>Counted<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> by hand.</p><div class="footnotes"><hr><ol><li id="fn:1"><p>In <em>May</em>.&#160;<a href="#fnref:1" class="footnote-backref">&#8617;</a></p></li></ol></div>',
    ],
    [
      'word processors write them',
      '<p>Counted<a href="https://old.example/a/#_ftn1" name="_ftnref1">[1]</a> by hand.</p><hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> In <em>May</em>.</p>',
    ],
    ['a tag writes them where they belong', `<p>Counted${noteHere('In <em>May</em>.')} by hand.</p>`],
  ])('%s', (_, html) => expect(turn(html)).toBe(noted))

  it('with several paragraphs, and one note for two places', () => {
    const number = '<sup><a href="#n1">*</a></sup>'
    expect(turn(`<p>a${number} b${number}</p><div id="n1"><p>c</p><p>d</p></div>`)).toBe(
      'a[^1] b[^1]\n\n[^1]: c\n\n    d',
    )
  })
})

describe('what is no footnote stays:', () => {
  it.each([
    ['a link to a part of the text', '<p><a href="#two">2</a></p><p id="two">Two</p>', 'Two'],
    ['a number without its note', '<p>a<sup><a href="#n1">1</a></sup></p>', 'a'],
    [
      'a number in the caption of a picture',
      '<figure><img src="a.jpg" alt="A"><figcaption>c<sup><a href="#n1">1</a></sup></figcaption></figure><p id="n1">b</p>',
      'b',
    ],
    [
      'a note that stands in a caption',
      `<figure><img src="a.jpg" alt="A"><figcaption>a${noteHere('b')}</figcaption></figure>`,
      'a (b)',
    ],
  ])('%s', (_, html, words) => {
    expect(turn(html)).toContain(words)
    expect(turn(html)).not.toContain('[^')
  })

  it('also a thousand tags that nothing ends', () => {
    expect(turn('<sup><a href="#a"><p id="a"><li id='.repeat(1000))).not.toContain('[^')
  })
})

import { describe, expect, it } from 'vitest'
import { createHtmlToMarkdown } from '../../../src/import/html/html-to-markdown.ts'

const convert = (html: string) => createHtmlToMarkdown(() => {})(html).trim()

describe('a line break of HTML', () => {
  it.each([
    ['<p>a<br>b</p>', 'a\\\nb'],
    ['<p>a<br></p><p>b</p>', 'a\n\nb'],
    ['<p>a</p><br><p>b</p>', 'a\n\nb'],
    ['<p><br>a</p>', 'a'],
    ['a<br><br>b<br>c', 'a\n\nb\\\nc'],
    ['<p><strong>a<br></strong>b</p>', '**a**\\\nb'],
    ['<p><em><br>a</em></p>', '*a*'],
    ['<ul><li>a<br></li></ul>', '- a'],
    ['<blockquote><p>a<br></p><p>b<br>c</p></blockquote>', '> a\n>\n> b\\\n> c'],
    ['<table><tr><th>a<br></th><th>b<br>c</th></tr></table>', '| a | b c |\n| --- | --- |'],
    ['<p>C:\\</p><p>a</p>', 'C:\\\\\n\na'],
    ['<pre>a \\\n\nb</pre>', '```\na \\\n\nb\n```'],
  ])('is one only between two lines of a text: %s', (html, expected) => {
    expect(convert(html)).toBe(expected)
  })

  it('and words that are bold twice are bold once', () => {
    expect(convert('<p><b><strong>Hi</strong></b> <i><em>you</em></i> <b><i>two</i></b></p>')).toBe(
      '**Hi** *you* ***two***',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNotes } from '../../../src/import/report/note.ts'
import { convertBody } from '../../../src/import/text/convert-body.ts'
import { keepWords } from '../../../src/import/text/keep-words.ts'
import { textOfHtml } from '../../../src/import/text/plain-text.ts'
import { createMarkdown } from '../../../src/markdown/create-markdown.ts'

const turn = (body: string) => {
  const { notes, addNote } = createNotes()
  const text = convertBody(body, {
    dialect: { hasIndentedCode: false, tags: [] },
    format: 'html',
    title: 'Ferry',
    fieldText: () => null,
    addressOfFile: () => null,
    addNote,
  })
  return { text, notes: notes.map(note => note.message) }
}

describe('a body of HTML is never read as markdown', () => {
  it.each([
    ['<p>*not* _so_ and `that`</p>', '\\*not\\* \\_so\\_ and \\`that\\`'],
    ['<div>\n\n    <p>Indented, and no code.</p>\n\n</div>', 'Indented, and no code.'],
    ['<p># 1 of 3</p><p>- one</p><p>2. two</p>', '\\# 1 of 3\n\n\\- one\n\n2\\. two'],
    ['<p>[a](b) and [c]: d</p>', '\\[a\\](b) and \\[c\\]: d'],
    ['<p>Write &lt;b&gt; or &amp;copy; and ~~x~~</p>', 'Write \\<b> or \\&copy; and \\~~x\\~~'],
    ['<p>::: note</p>', '\\::: note'],
    ['<h2>One</h2>\n<h4>Two</h4>', '## One\n\n### Two'],
    ['Bare words<br>in <b>two</b> lines', 'Bare words\\\nin **two** lines'],
    ['<p>a</p><!-- wp:more --><!--more--><p>b</p>', 'a\n\nb'],
    ['<h1>Ferry</h1><p>text</p>', 'text'],
    ['<pre>a<br>b <b>c</b>\n</pre>', '```\na\nb c\n```'],
  ])('%s', (html, markdown) => {
    expect(turn(html).text.trimEnd()).toBe(markdown)
  })

  it('and every word of it comes through, whatever signs stand between', () => {
    const signs = fc.string({
      unit: fc.constantFrom(..."ab1 .,;:!?()*_`~'|&>-+#=^[]{}\\$%@/\n".split('')),
      maxLength: 60,
    })
    const shown = (html: string) =>
      textOfHtml(html)
        .replace(/[‘’“”"']/g, "'")
        .replace(/\s+/g, ' ')
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 4 }), paragraphs => {
        const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        const html = paragraphs.map(text => `<p>${asHtml(text)}</p>`).join('\n')
        const read = createMarkdown(null).render(keepWords(turn(html).text, () => {}))
        expect(shown(read)).toBe(shown(html))
      }),
      { numRuns: 200 },
    )
  })

  it('and tells of comments that readers never saw', () => {
    expect(turn('<p>a</p><!-- call her back -->').notes).toEqual(['Removed a comment that readers never saw'])
  })
})

import { describe, expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import { createReaderTime } from '../../src/time/reader-time.ts'
import { markdownSite, render } from '../rig/markdown.ts'

const base = 'https://bulletin.example'
const text = 'Counted.[^survey]\n\n[^survey]: By *hand*.\n'

test('a note stands below the text, and each leads to the other by a name that can be spoken', () => {
  expect(render(text)).toBe(
    '<p>Counted.<sup><a href="#dl-note-survey" id="dl-ref-survey" role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>\n' +
      '<section class="notes">\n<h2>Footnotes</h2>\n<ol>\n' +
      '<li id="dl-note-survey"><p>By <em>hand</em>. <a href="#dl-ref-survey" role="doc-backlink" aria-label="Back to footnote 1 in the text">↑</a></p>\n</li>\n' +
      '</ol>\n</section>\n',
  )
})

test('its place is named after its label, so that it stays when another note comes before it', () => {
  const more = render(`Before.[^new]\n\n${text}\n[^new]: New.\n`)
  expect(more).toContain(
    '<a href="#dl-note-survey" id="dl-ref-survey" role="doc-noteref" aria-label="Footnote 2">2</a>',
  )
})

test('a note that is named twice leads back to both places', () => {
  const html = render('A[^a] b[^a-2] c[^a].\n\n[^a]: x\n\n[^a-2]: y\n')
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(match => match[1])
  expect(ids).toEqual(['dl-ref-a', 'dl-ref-a-2', 'dl-ref2-a', 'dl-note-a', 'dl-note-a-2'])
  for (const [, place = ''] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(place)
})

test('in a feed it leads to the story’s own page, and nothing has an id', () => {
  expect(render(text, { base })).toBe(
    `<p>Counted.<sup><a href="${base}/world/storm/#dl-note-survey">1</a></sup></p>\n<h2>Footnotes</h2>\n<ol>\n<li><p>By <em>hand</em>.</p>\n</li>\n</ol>\n`,
  )
})

test('no label breaks out of its attribute, and every label can be linked to', () => {
  const html = render('A[^"><b>&ü].\n\n[^"><b>&ü]: x\n')
  expect(html).not.toContain('<b>')
  const [, place = ''] = /href="#([^"]*)"/.exec(html) ?? []
  expect(decodeURIComponent(place)).toBe('dl-note-"><b>&ü')
  expect(html).toContain('<li id="dl-note-&quot;&gt;&lt;b&gt;&amp;ü">')
})

describe('what only looks like a note stays text', () => {
  test.each(['x^[2]', 'a [^none] b', '\\[^survey]', '`[^survey]`'])('%s', words => {
    const html = render(words)
    expect(html).not.toMatch(/<sup|class="notes"/)
    expect(html).toContain(words.replace(/[\\`]/g, ''))
  })
})

test('the notes of one text are not those of the next, and a page’s data is left alone', () => {
  const markdown = createMarkdown(markdownSite)
  const data = Object.freeze({ footnotes: 'a newsroom’s own', markdown: undefined })
  expect(markdown.render(text, data)).toBe(markdown.render(text, data))
  expect(markdown.render('Nothing.[^survey]', data)).toBe('<p>Nothing.[^survey]</p>\n')
})

test('the notes of a site are counted in its digits', () => {
  const time = createReaderTime('Asia/Kolkata', 'mr-IN')
  const marathi = createMarkdown({ ...markdownSite, time, language: 'mr-IN' })
  expect(marathi.render(text, {})).toMatch(/>१<\/a>.*<li id="dl-note-survey" data-rank="१">/s)
})

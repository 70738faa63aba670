import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, it } from 'vitest'
import { createNotes } from '../../../src/import/report/note.ts'
import { convertBody } from '../../../src/import/text/convert-body.ts'
import type { BodyFormat } from '../../../src/import/text/text-dialect.ts'

const tags = [
  ...['<div>', '</div>', '<p>', '</p>', '<b>', '</b>', '<a href="/x">', '</a>', '<br>', '<i>', '</i>'],
  ...['<table>', '<tr>', '<td>', '<th>', '</td>', '</tr>', '</table>', '<caption>', '</caption>'],
  ...['<ul>', '<ol>', '<li>', '</li>', '</ul>', '</ol>', '<dl>', '<dt>', '<dd>', '</dl>', '<pre>', '</pre>'],
  ...['<h2 id="x">', '</h2>', '<blockquote>', '</blockquote>', '<figure>', '<figcaption>', '</figure>'],
  ...['<sup>', '</sup>', '<code>', '</code>', '<span style="font-weight:bold">', '</span>', '<center>'],
  ...[
    '<svg>',
    '</svg>',
    '<form>',
    '<button>',
    '</form>',
    '<details>',
    '<summary>',
    '</details>',
    '<!-- x -->',
  ],
]

/** By a parser that the import does not use. */
const wordsIn = (html: string): readonly string[] => {
  let text = ''
  const parser = new Parser({ ontext: words => (text += `${words} `) })
  parser.end(html)
  return text.match(/word\d+/g) ?? []
}

/** Words, each of them once, among tags in any order. */
const html = fc
  .array(fc.oneof(fc.constantFrom(...tags), fc.constant('w')), { maxLength: 40, size: 'max' })
  .map(parts => parts.map((part, at) => (part === 'w' ? `word${at} ` : part)).join(''))

const missing = (body: string, format: BodyFormat): readonly string[] => {
  const { notes, addNote } = createNotes()
  const text = convertBody(body, {
    dialect: { hasIndentedCode: false, tags: [] },
    format,
    title: 'Ferry',
    fieldText: () => null,
    addressOfFile: () => null,
    addNote,
  })
  const told = `${text} ${notes.map(({ detail }) => detail).join(' ')}`
  const out = new Set(told.match(/word\d+/g))
  return wordsIn(body).filter(word => !out.has(word))
}

it.each<BodyFormat>(['html', 'markdown'])(
  'Every word of a page comes along or is told of, however its tags are mixed: %s',
  format => {
    fc.assert(
      fc.property(html, body => {
        expect(missing(body, format)).toEqual([])
      }),
      { numRuns: Number(process.env.RUNS ?? 200) },
    )
  },
)

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNotes } from '../../../src/import/report/note.ts'
import { createArchiveMarkdown } from '../../../src/import/text/archive-markdown.ts'
import { readableField, readableMarkdown } from '../../../src/import/text/readable-text.ts'
import { faultOfText } from '../../../src/validate/text/shown-text.ts'
import { faultsOf } from '../../rig/faults-of.ts'

const markdown = createArchiveMarkdown({ hasIndentedCode: true })

const read = (text: string) => {
  const { notes, addNote } = createNotes()
  return {
    text: readableMarkdown(text, markdown, addNote),
    notes: [...new Set(notes.map(({ message }) => message))],
  }
}

describe('what Dateline refuses is taken out of an imported text, and words of it stay', () => {
  test.each([
    ['the <b> tag', 'the \\<b> tag'],
    ['the \\<b> tag', 'the \\<b> tag'],
    ['`<b>` and <b>', '`<b>` and \\<b>'],
    ['<my-box a="1">one</my-box>', 'one'],
    ['<o:p></o:p>two', 'two'],
    ['<foo bar="x">y</foo>', 'y'],
    ['one <!-- two', 'one \\<!-- two'],
    ['one&#8;, &#150; &#146; &#8217;', 'one, – ’ &#8217;'],
    ['one\b \ufffe', 'one '],
    ['a \u202eb\n\u2067c\u2069', 'a b\n\u2067c\u2069'],
  ])('%s', (text, expected) => expect(read(text).text).toBe(expected))

  test('with a note of what readers never saw', () => {
    expect(read('<o:p></o:p>a\b').notes).toEqual([
      'Removed characters that no page can show',
      'Removed a tag that HTML does not have',
    ])
    expect(read('a < b &#8217; <you>').notes).toEqual([])
  })
})

test.each([
  ['The <p> tag and </b>', 'The p tag and b'],
  ['A <!-- b -->c', 'A c'],
  ['A <!-- b', 'A  b'],
  ['<my-box a="1">One', 'One'],
  ['A\b \u202eb', 'A b'],
])('a field: %s', (text, expected) => expect(readableField(text, () => {})).toBe(expected))

const pieces = [
  ...[
    '<b>',
    '</b>',
    '<o:p>',
    '<x a="b">',
    '</x>',
    '<x-y>',
    '</x-y>',
    '<!--',
    '-->',
    '<!DOCTYPE a>',
    '<![if a]>',
  ],
  ...[
    '\\',
    '`',
    '``',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '    ',
    '&#8;',
    '&#150;',
    '\b',
    '\u202e',
    '\u202c',
    '\u2067',
    'a',
    ' ',
    '<',
  ],
]
const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12, size: 'max' })
  .map(parts => parts.join(''))
const refused = ['html-in-text', 'text-control-character']

test('whatever an archive holds, its stories are not refused for it', () => {
  const property = fc.property(texts, text => {
    const codes = faultsOf(read(`a ${text}\n`).text).map(({ code }) => code)
    expect(codes.filter(code => refused.includes(code))).toEqual([])
    const field = faultOfText(readableField(text, () => {}))
    expect(field?.code ?? '').not.toBe('html-in-text')
  })
  fc.assert(property, { numRuns: 300 })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNotes } from '../../../src/import/report/note.ts'
import { keepWords } from '../../../src/import/text/keep-words.ts'
import { bodyArbitrary } from '../../rig/body-arbitrary.ts'
import { codesIn } from '../../rig/problems-in.ts'

const kept = (body: string) => {
  const { notes, addNote } = createNotes()
  const text = keepWords(body, addNote)
  return { text, notes: notes.length }
}

describe('What markdown would lose is written so that it stays:', () => {
  it.each([
    [
      'cells too many',
      '| a | b |\n|---|---|\n| c | d | e | f |',
      '| a | b |\n|---|---|\n| c | d \\| e \\| f |',
    ],
    ['a line with a colon', '[Update]: closed', '\\[Update]: closed'],
    ['a year', '1984. That was it.', '1984\\. That was it.'],
    ['code without an end', 'a\n\n```\nb', 'a\n\n```\nb\n```'],
    ['code without an end in a list', '- ```\n  b\n\nc', '- ```\n  b\n  ```\n\nc'],
  ])('%s', (_what, body, text) => expect(kept(body)).toEqual({ text, notes: 1 }))
})

describe('What says nothing goes:', () => {
  it.each([
    ['an address that nothing leads to', 'a\n\n[b]: https://b.example/ "c"', 'a\n\n'],
    ['the second of two addresses', '[b]\n\n[b]: /b/\n[b]: /c/', '[b]\n\n[b]: /b/\n'],
    ['a subhead', 'a\n\n## \n\nb', 'a\n\n\n\nb'],
    ['a link', 'a [](/b/) c `[](/d/)`', 'a  c `[](/d/)`'],
    ['words behind a fence', '```js {1,2} x\na\n```', '```js\na\n```'],
    ['a caption among words', 'a ![b](c.png "d") e', 'a ![b](c.png) e'],
  ])('%s', (_what, body, text) => expect(kept(body)).toEqual({ text, notes: 1 }))
})

it('touches nothing else', () => {
  const body =
    '1. a\n\n| b |\n|---|\n| c |\n\n[d][e] ![f](g.png)\n\n![h](i.png "j")\n\n[e]: /f/ "g"\n\n```js\nh\n```\n'
  expect(kept(body)).toEqual({ text: body, notes: 0 })
})

it('leaves nothing that a story may not have', () => {
  const own =
    /^(?:table-cell-lost|reference-|list-of-one|code-|subhead-no-words|link-no-words|picture-caption)/
  const property = fc.property(bodyArbitrary, body => {
    expect(
      codesIn(keepWords(body.replaceAll('\r\n', '\n'), () => {})).filter(code => own.test(code)),
    ).toEqual([])
  })
  fc.assert(property, { numRuns: Number(process.env.RUNS ?? 60) })
})

it('A picture with a caption that has a line for itself gets a paragraph for itself', () => {
  expect(kept('a\n![b](c.png "d")\n![e](f.png "g")')).toEqual({
    text: 'a\n\n![b](c.png "d")\n\n\n![e](f.png "g")\n',
    notes: 0,
  })
})

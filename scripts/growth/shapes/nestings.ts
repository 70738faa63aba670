// One inside the other, as deep as the text is long.

import { countOf, type Shape, storyOf } from './shape.ts'

const nested = (name: string, open: string, close = ''): Shape => ({
  name,
  filesOf: size => {
    const count = countOf(size, open.length + close.length)
    return storyOf(`${open.repeat(count)}words${close.repeat(count)}`)
  },
})

export const nestings: readonly Shape[] = [
  nested('quotations nested', '> '),
  nested('lists nested', '- '),
  nested('numbered lists nested', '1. '),
  nested('brackets nested', '[', ']'),
  nested('links nested', '[', '](b)'),
  nested('pictures nested and closed', '![', '](b)'),
  nested('emphasis nested', '*a ', ' b*'),
  nested('strong emphasis nested', '**a ', ' b**'),
  nested('parentheses in a link', '[a](('),
  nested('parentheses nested', '(', ')'),
  nested('notes nested', '^[', ']'),
  nested('quotes nested', '"a ', ' b"'),
  {
    name: 'lists indented',
    filesOf: size => {
      const depth = Math.floor(Math.sqrt(size))
      return storyOf(Array.from({ length: depth }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'))
    },
  },
  {
    name: 'quotations of growing depth',
    filesOf: size => {
      const depth = Math.floor(Math.sqrt(size))
      return storyOf(Array.from({ length: depth }, (_, n) => `${'> '.repeat(n)}a`).join('\n'))
    },
  },
  {
    name: 'brackets in lines',
    filesOf: size => storyOf(`${'[a\n'.repeat(countOf(size, 3))}`),
  },
  nested('languages nested', '[', ']{lang=de}'),
  nested('code nested', '`a ``', '`` b`'),
  nested('lists and quotations by turns', '> - '),
  nested('boxes nested and closed', '::: facts a\n', '\n:::'),
  {
    name: 'brackets with one end',
    filesOf: size => storyOf(`${'['.repeat(size)}]`),
  },
  {
    name: 'pictures with one end',
    filesOf: size => storyOf(`${'!['.repeat(size / 2)}](b.jpg)`),
  },
  {
    name: 'emphasis closed at once',
    filesOf: size =>
      storyOf(`${'*a '.repeat(countOf(size, 8))}${'b'.repeat(size / 2)}${'*'.repeat(countOf(size, 8))}`),
  },
  {
    name: 'emphasis in numbers nested',
    filesOf: size => storyOf(`${'1*1 '.repeat(countOf(size, 8))}words${' 1*1'.repeat(countOf(size, 8))}`),
  },
  {
    name: 'a long word before asterisks',
    filesOf: size => storyOf(`${'a'.repeat(size / 2)} ${'2*3*4 '.repeat(countOf(size, 12))}`),
  },
]

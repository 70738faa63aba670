// Texts whose parts have to do with each other: a note and where it is used, a table and its columns, a word in a long line.

import { countOf, repeated, type Shape, sentence, storyOf } from './shape.ts'

export const relatedParts: readonly Shape[] = [
  {
    name: 'one Chinese letter in a long story',
    filesOf: size => storyOf(`港 ${repeated(size, () => `${sentence}\n\n`)}`),
  },
  {
    name: 'a story in Chinese',
    filesOf: size => storyOf(repeated(size / 3, () => '港口今晚六点关闭，九个避难所开放。\n\n')),
  },
  {
    name: 'one Thai letter in one line',
    filesOf: size => storyOf(`ก ${repeated(size, () => sentence)}`),
  },
  {
    name: 'one note used often',
    filesOf: size => storyOf(`${repeated(size, () => 'a[^a] ')}\n\n[^a]: b`),
  },
  {
    name: 'many notes used twice',
    filesOf: size =>
      storyOf(
        `${repeated(size / 2, n => `a[^${n}] b[^${n}] `)}\n\n${repeated(size / 2, n => `[^${n}]: b\n\n`)}`,
      ),
  },
  {
    name: 'one reference used often',
    filesOf: size => storyOf(`${repeated(size, () => '[a] ')}\n\n[a]: https://a.example/`),
  },
  {
    name: 'one long reference used often',
    filesOf: size =>
      storyOf(`${'[a] '.repeat(countOf(size, 8))}\n\n[a]: https://a.example/${'b'.repeat(size / 2)}`),
  },
  {
    name: 'references used once each',
    filesOf: size =>
      storyOf(`${repeated(size / 2, n => `[a${n}] `)}\n\n${repeated(size / 2, n => `[a${n}]: /about/\n`)}`),
  },
  {
    name: 'a table of many columns',
    filesOf: size => {
      const columns = countOf(size, 10)
      return storyOf(`${'| a '.repeat(columns)}|\n${'|---'.repeat(columns)}|\n${'|1'.repeat(columns)}|`)
    },
  },
  {
    name: 'a table of many columns and short rows',
    filesOf: size => {
      const columns = countOf(size / 2, 8)
      return storyOf(
        `${'| a '.repeat(columns)}|\n${'|---'.repeat(columns)}|\n${'|1\n'.repeat(countOf(size / 2, 3))}`,
      )
    },
  },
]

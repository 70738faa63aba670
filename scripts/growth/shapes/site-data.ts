// Site data of many entries, and many stories that go by it.

import { countOf, head, repeated, type Shape, storyFolder, storyOf, storyText } from './shape.ts'

const inData = (name: string, file: string, textOf: (size: number) => string): Shape => ({
  name,
  filesOf: size => ({ ...storyOf('The port is shut.'), [`_data/${file}.yaml`]: textOf(size) }),
})

/** Half of it entries, half of it stories, of which each has a field of its own. */
const storiesAndData = (
  name: string,
  file: string,
  entry: (index: number) => string,
  field: (index: number) => string,
): Shape => ({
  name,
  filesOf: size => ({
    [`_data/${file}.yaml`]: repeated(size / 2, entry),
    ...storiesOf(size / 2, field),
  }),
})

const storiesOf = (size: number, field: (index: number) => string) =>
  Object.fromEntries(
    Array.from({ length: countOf(size, head.length + 60) }, (_, n) => [
      `${storyFolder}/story-${n}.md`,
      storyText(`The port is shut for the ${n}th time.`, field(n)),
    ]),
  )

const asha = 'asha-rao: { name: Asha Rao }\n'

export const siteData: readonly Shape[] = [
  inData(
    'people of the site',
    'people',
    size => asha + repeated(size, n => `p-${n}: { name: Person ${n} }\n`),
  ),
  inData('people of one name', 'people', size => asha + repeated(size, n => `p-${n}: { name: Asha Rao }\n`)),
  inData(
    'people without names',
    'people',
    size => asha + repeated(size, n => `p-${n}: { nam: Person ${n} }\n`),
  ),
  inData('topics of the site', 'topics', size => repeated(size, n => `topic-${n}: { name: Topic ${n} }\n`)),
  inData('topics of wrong keys', 'topics', size => repeated(size, n => `Topic ${n}: { name: Topic ${n} }\n`)),
  inData(
    'a section of unknown fields',
    'sections',
    size => `nation:\n  name: Nation\n${repeated(size, n => `  field-${n}: a\n`)}`,
  ),
  inData(
    'a topic of a long description',
    'topics',
    size => `a: { name: A, description: "${'Storm '.repeat(size / 6)}" }\n`,
  ),
  inData('own data', 'kept', size => repeated(size, n => `- { name: a${n}, link: /b/${n}/ }\n`)),
  inData('own data nested', 'kept', size => '['.repeat(size)),
  storiesAndData(
    'stories of unknown authors',
    'people',
    n => `${n === 0 ? asha : ''}person-${n}: { name: Person ${n} }\n`,
    n => `authors: [persom-${n}]`,
  ),
  storiesAndData(
    'stories of unknown series',
    'series',
    n => `series-${n}: { title: Series ${n} }\n`,
    n => `series: seriem-${n}`,
  ),
  {
    name: 'stories of one alias',
    filesOf: size => storiesOf(size, () => 'aliases: [/old/]'),
  },
  {
    name: 'stories of wrong dates',
    filesOf: size => storiesOf(size, n => `updated: yesterday ${n}`),
  },
  {
    name: 'stories of one tag',
    filesOf: size => storiesOf(size / 3, () => 'tags: [storm]'),
  },
]

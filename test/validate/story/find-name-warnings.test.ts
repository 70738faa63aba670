import { describe, expect, test } from 'vitest'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

const data = {
  '_data/sections.yaml': `world: { name: World affairs }
culture: { name: Arts and books }
`,
  '_data/people.yaml': `meera-nambiar: { name: Meera Nambiar }
jn: { name: José Núñez }
desk: { name: The desk }
`,
  '_data/topics.yaml': `october-storm: { name: The October storm }
ireland: { name: Ireland }
election-2024: { name: Election 2024 }
nato: { name: NATO }
`,
  '_data/series.yaml': 'harbour-works: { title: The old quays }\n',
}

const problemsWith = (fields: Record<string, string>) =>
  problemsOf({ ...data, [storyFile]: storyText(fields) }).map(
    ({ code, severity, hint, location }) =>
      `${location.line}:${location.column} ${severity} ${code} ${hint.replace(/\? If not.*/, '?')}`,
  )

describe('An author who is called by another name than their own is named with the key', () => {
  test.each([
    ['meera nambiar', 'meera-nambiar'],
    ['MEERA NAMBIAR', 'meera-nambiar'],
    ['Meera-Nambiar', 'meera-nambiar'],
    ['"Nambiar, Meera"', 'meera-nambiar'],
    ['Nambiar Meera', 'meera-nambiar'],
    ['meera_nambiar', 'meera-nambiar'],
    ['José Núñez', 'jn'],
    ['Jose Nunez', 'jn'],
    ['the desk', 'desk'],
  ])('%s', (author, key) => {
    const column = author.startsWith('"') ? 12 : 11
    expect(problemsWith({ authors: `[${author}]` })).toEqual([
      `6:${column} warning author-by-name did you mean “${key}”?`,
    ])
  })

  test.each(['nambiar-meera', 'meera-nambair', 'jose-nunez'])(
    'what looks like a key is an error: %s',
    author => {
      expect(problemsWith({ authors: `[${author}]` })).toEqual([
        `6:11 error author-unknown did you mean “${author.startsWith('jose') ? 'jn' : 'meera-nambiar'}”?`,
      ])
    },
  )

  test.each(['Meera Nambiar', 'meera-nambiar', 'Meera Nambi', 'Somebody Else', '김민지'])(
    'but not %s',
    author => expect(problemsWith({ authors: `[${author}]` })).toEqual([]),
  )
})

describe('A topic that has a name in _data/topics.yaml is found', () => {
  test.each([
    ['The October Storm', 'error key-form write october-storm'],
    ['Storm October', 'error key-form write october-storm'],
    ['the-october-storm', 'warning topic-unknown did you mean “october-storm”?'],
    ['storm-october', 'warning topic-unknown did you mean “october-storm”?'],
    ['octobr-storm', 'warning topic-unknown did you mean “october-storm”?'],
    ['october-storms', 'warning topic-unknown did you mean “october-storm”?'],
    ['octobre-storm', 'warning topic-unknown did you mean “october-storm”?'],
  ])('%s', (tag, problem) => expect(problemsWith({ tags: `[${tag}]` })).toEqual([`6:8 ${problem}`]))

  test.each(['october-storm', 'iceland', 'election-2025', 'nat', 'cyclone'])('but not %s', tag =>
    expect(problemsWith({ tags: `[${tag}]` })).toEqual([]),
  )
})

test.each([
  [{ section: 'World affairs' }, '5:10 error section-unknown did you mean “world”?'],
  [{ section: 'WORLD' }, '5:10 error section-unknown did you mean “world”?'],
  [{ section: 'books-and-arts' }, '5:10 error section-unknown did you mean “culture”?'],
  [{ section: 'Arts and boks' }, '5:10 error section-unknown did you mean “culture”?'],
  [{ section: 'gardening' }, '5:10 error section-unknown the sections are world, culture'],
  [{ series: 'Old Quays, The' }, '6:9 error series-unknown did you mean “harbour-works”?'],
  [{ series: 'Harbour works' }, '6:9 error series-unknown did you mean “harbour-works”?'],
])('sections and series are found by their names, in any letters and order: %j', (fields, problem) => {
  expect(problemsWith(fields as Record<string, string>)).toEqual([problem])
})

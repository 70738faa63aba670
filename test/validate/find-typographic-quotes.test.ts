import { expect, test } from 'vitest'
import { problemsOf, storyAt } from '../rig/small-newsroom.ts'

const date = '2024-10-24T09:30:00+05:30'
const faultsOf = (fields: Record<string, string>) =>
  problemsOf(storyAt(date, 'storm', fields))
    .filter(({ code }) => code === 'quotes-typographic')
    .map(({ message, hint, severity }) => [severity, message.split(':')[0], /"[^"]*"/.exec(hint)?.[0]])

const summary = '“The port of Velikara closes at six this evening.”'

test.each([
  [{ authors: '[“Asha Rao”]' }, 'authors', '"Asha Rao"'],
  [{ authors: '\n  - „Asha Rao“' }, 'authors', '"Asha Rao"'],
  [{ tags: '[‘storm’]' }, 'tags', '"storm"'],
  [{ section: '“world”' }, 'section', '"world"'],
  [{ dateline: '“Seoul”' }, 'dateline', '"Seoul"'],
  [{ date: `“${date}”` }, 'date', `"${date}"`],
])('typographic quotes in a name or key are named: %j', (fields, name, words) => {
  expect(faultsOf(fields)).toEqual([['warning', name, words]])
})

test('in prose they are named when more than one text is written so', () => {
  expect(faultsOf({ title: '“Storm nears”', summary })).toEqual([
    ['warning', 'title', '"Storm nears"'],
    ['warning', 'summary', '"The port of Velikara closes at six this evening."'],
  ])
})

test.each([
  { title: '“We will rebuild”' },
  { title: '“We” and “you”', summary },
  { source: '{ name: «Известия», url: https://iz.example }' },
  { authors: '[Asha “Ash” Rao]' },
  { title: 'The minister: “No”' },
])('a quotation is none of them: %j', fields => expect(faultsOf(fields)).toEqual([]))

import { expect, test } from 'vitest'
import { newsroomOf, problemsOf, storyAt } from '../rig/small-newsroom.ts'

const file = 'content/bulletins/2024-10-24.md'
const stories = {
  ...storyAt('2024-10-24T09:30:00+05:30', 'storm'),
  ...storyAt('2024-10-24T10:30:00+05:30', 'calm'),
  ...storyAt('2024-10-25T10:30:00+05:30', 'tomorrow'),
}
const curationOf = (text: string) => newsroomOf({ ...stories, [file]: text }).curations[0]
const faultsOf = (text: string, where = file) => problemsOf({ ...stories, [where]: text })

test('an editor may give a day its title, its order and its introduction', () => {
  expect(curationOf('---\ntitle: Storm day\norder: [calm, storm]\n---\n\nWhat a *day*.\n')).toEqual({
    file,
    day: '2024-10-24',
    title: 'Storm day',
    order: ['calm', 'storm'],
    introduction: 'What a *day*.',
    links: [],
  })
})

test('all of it may be left out', () => {
  expect(curationOf('---\n---\n')).toMatchObject({ title: null, order: [], introduction: '' })
})

test('a day without stories may have its introduction ready', () => {
  const text = '---\ntitle: Election day\n---\nSoon.\n'
  expect(newsroomOf({ 'content/bulletins/2025-01-01.md': text }).curations).toMatchObject([
    { day: '2025-01-01', title: 'Election day' },
  ])
})

test.each([
  ['a slug of nobody', 'order: [storm, calms]', 'bulletin-story-unknown', 'did you mean “calm”?', 2, 16],
  ['a story of another day', 'order: [tomorrow]', 'bulletin-story-unknown', 'a story of this day', 2, 9],
  ['an order that is no list', 'order: storm', 'field-type', 'write [storm]', 2, 8],
  ['a field that nobody knows', 'ordr: [storm]', 'field-unknown', 'did you mean “order”?', 2, 1],
  ['a slug with capitals', 'order: [Storm]', 'key-form', 'write storm', 2, 9],
  ['what is not YAML', 'title: Day: one', 'yaml-syntax', 'write title: "Day: one"', 2, 11],
])('%s is refused', (_what, yaml, code, hint, line, column) => {
  const faults = faultsOf(`---\n${yaml}\n---\n`)
  expect(faults).toMatchObject([{ code, location: { file, line, column } }])
  expect(faults[0]?.hint).toContain(hint)
})

test('an introduction may link, but not everywhere', () => {
  expect(faultsOf('---\n---\nSee [this](/world/).\n')).toEqual([])
  expect(faultsOf('---\n---\n\nSee [this](page.html).\n')).toMatchObject([
    { code: 'link-not-allowed', location: { line: 4, column: 12 } },
  ])
})

test.each([
  ['2024-10-5', '2024-10-05'],
  ['20241005', '2024-10-05'],
  ['2024/10/05', '2024-10-05'],
  ['bulletin-2024_10_05', '2024-10-05'],
  ['today', 'yyyy-mm-dd'],
  ['2024-10-32', 'yyyy-mm-dd'],
])('the bulletin %s is told its right name', (name, day) => {
  const [problem] = faultsOf('---\n---\n', `content/bulletins/${name}.md`)
  expect(problem?.hint).toBe(`name it content/bulletins/${day}.md`)
})

test('a bulletin without front matter is refused', () => {
  expect(faultsOf('What a day.\n')).toMatchObject([
    { code: 'front-matter-missing', location: { file, line: 1 } },
  ])
})

test.each([
  '2024-13-24',
  '2024-10-32',
  '2024-02-30',
  '2023-02-29',
  '2024-10',
  'today',
  '24-10-24',
  'deeper/2024-10-24',
])('the name %s is no day', name => {
  const where = `content/bulletins/${name}.md`
  expect(faultsOf('---\n---\n', where)).toMatchObject([{ code: 'bulletin-name', location: { file: where } }])
})

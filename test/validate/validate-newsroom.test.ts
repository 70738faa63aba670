import { describe, expect, test } from 'vitest'
import { validateNewsroom } from '../../src/validate/validate-newsroom.ts'
import { storyText } from '../rig/site-data.ts'
import { filesInMemory, newsroomOf, problemsOf, storyAt, validated } from '../rig/small-newsroom.ts'

const date = '2024-10-24T09:30:00+05:30'
const soonAfter = '2024-10-24T09:31:00+05:30'
const storm = storyAt(date, 'storm')

test('an empty newsroom is sound', () =>
  expect(validated({})).toMatchObject({ ok: true, value: { warnings: [] } }))

test('the problems of all stories come in one run, and keep the whole newsroom back', () => {
  const files = {
    ...storm,
    ...storyAt(date, 'calm', { urgency: '12' }),
    ...storyAt(date, 'rain', { title: '2024' }),
  }
  expect(validated(files).ok).toBe(false)
  expect(problemsOf(files).map(({ code }) => code)).toEqual(['urgency-range', 'field-type'])
})

test('warnings alone do not keep it back', () => {
  const checked = validated({ 'content/stories/2024/10/23/storm.md': storyText() })
  expect(checked).toMatchObject({ ok: true, value: { warnings: [{ code: 'story-folder' }] } })
})

test('stories are not held against site data that is not sound: their problems would be false', () => {
  const problems = problemsOf({
    ...storyAt(date, 'storm', { section: 'wrld' }),
    '_data/sections.yaml': '- world\n',
  })
  expect(problems.map(({ place }) => place.file)).toEqual(['_data/sections.yaml'])
})

test('a file that could not be read is a problem beside the others', () => {
  const problem = {
    code: 'file-not-utf8',
    severity: 'error',
    message: 'm',
    hint: 'h',
    place: { file: 'a.md', line: 1, column: 1, length: 0, text: '' },
  } as const
  const checked = validateNewsroom(
    { ...filesInMemory(storyAt(date, 'calm', { urgency: '12' })), problems: [problem] },
    () => 'missing',
  )
  expect(checked.ok ? [] : checked.fault.map(({ code }) => code)).toEqual(['file-not-utf8', 'urgency-range'])
})

test('two stories of one section and one second are a warning, as feed readers mix them up', () => {
  const checked = validateNewsroom(filesInMemory({ ...storm, ...storyAt(date, 'other') }), () => 'missing')
  expect(checked.ok && checked.value.warnings).toMatchObject([
    { code: 'date-shared', severity: 'warning', place: { file: 'content/stories/2024/10/24/other.md' } },
  ])
})

describe('one address, one story', () => {
  test.each([
    ['two files with one slug', storyAt(soonAfter, 'other', { slug: 'storm' })],
    [
      'an alias that is another story',
      storyAt(soonAfter, 'other', { aliases: '[/world/2024/10/24/storm/]' }),
    ],
    [
      'such an alias without its slash',
      storyAt(soonAfter, 'other', { aliases: '[/world/2024/10/24/storm]' }),
    ],
    [
      'such an alias with its file’s name',
      storyAt(soonAfter, 'other', { aliases: '[/world/2024/10/24/storm/index.html]' }),
    ],
    ['such an alias in capitals', storyAt(soonAfter, 'other', { aliases: '[/World/2024/10/24/STORM/]' })],
  ])('%s', (_what, other) => {
    expect(problemsOf({ ...storm, ...other })).toMatchObject([
      { code: 'url-taken', place: { file: 'content/stories/2024/10/24/other.md' } },
    ])
    expect(problemsOf({ ...storm, ...other })[0]?.message).toContain('content/stories/2024/10/24/storm.md')
  })

  test('two stories may not share an alias, whatever its letter case', () => {
    const files = {
      ...storyAt(date, 'one', { aliases: '[/old/]' }),
      ...storyAt(soonAfter, 'two', { aliases: '[/OLD]' }),
    }
    expect(problemsOf(files)).toMatchObject([{ code: 'url-taken' }])
  })

  test('a story cannot have its own url as alias', () => {
    expect(problemsOf(storyAt(date, 'storm', { aliases: '[/world/2024/10/24/storm/]' }))).toMatchObject([
      { code: 'url-taken' },
    ])
  })

  test('one slug may stand in two sections, and on two days', () => {
    const files = {
      ...storm,
      ...storyAt('2024-10-25T09:30:00+05:30', 'storm'),
      ...storyAt(soonAfter, 'other', { slug: 'storm', section: 'sport' }),
    }
    expect(problemsOf(files)).toEqual([])
  })
})

test('stories keep their bodies, and bulletins their days', () => {
  const files = {
    ...storyAt(date, 'storm', {}, 'Rain.\n'),
    'content/bulletins/2024-10-24.md': '---\norder: [storm]\n---\n',
  }
  const { stories, curations } = newsroomOf(files)
  expect(stories.map(({ body, bodyLine }) => [body, bodyLine])).toEqual([['Rain.\n', 7]])
  expect([...curations.keys()]).toEqual(['2024-10-24'])
})

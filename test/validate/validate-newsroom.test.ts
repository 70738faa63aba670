import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failure } from '../../src/domain/result.ts'
import { lfsPointer } from '../../src/media/lfs-pointer.ts'
import type { UnchangedStories } from '../../src/validate/unchanged-stories.ts'
import { validateNewsroom } from '../../src/validate/validate-newsroom.ts'
import { storyText } from '../rig/site-data.ts'
import type { Files } from '../rig/site-folder.ts'
import {
  filesInMemory,
  newsroomOf,
  noPicture,
  problemsOf,
  storyAt,
  validated,
  validateFiles,
} from '../rig/small-newsroom.ts'

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

describe('no story is kept back for warnings, whatever else is in it', () => {
  const bodies = {
    'character-lost': 'It is in C:\\_new\\a.doc now.',
    'emphasis-in-word': 'The product is 2*3*4.',
    'emphasis-unread': '**Breaking.**The port is shut.',
    'entry-no-words': 'One.\n\n*\n\nTwo.',
    'link-unread': 'See [the map] (/world/).',
    'list-number': '1. a\n2. b\n4. d',
    'list-of-one': '1984. That was the year the pier burned.',
    'list-sign': '- 5',
    'list-unread': '-One point\n-Two points',
    'subhead-underlined': 'The port is shut.\n---',
    'subhead-unread': '##Subhead',
    'table-row-text': '| a | b |\n|---|---|\n| c | d |\nA line.',
    'table-unread': '| a | b |\n|-|\n| c | d |',
    'template-in-text': 'The {{ port }} is shut.',
  }
  const fields = {
    'entity-in-text': { summary: 'Fish &amp; chips are sold on the pier of the port again' },
    'markdown-in-text': { summary: 'The **port** of Velikara is shut for as long as it rains' },
    'quotes-typographic': {
      kicker: '“Storm”',
      summary: '“The rain will not stop before the morning, and the port is shut”',
    },
    'alias-not-portable': { aliases: '[/nul/]' },
    'entry-before-date': { live: 'true' },
  }
  const early = '::: entry 2024-10-22T08:00:00+05:30 Early\nShut.\n:::\n'
  const written = (names: readonly string[]) => {
    const body = [...names, 'The port is shut.'].map(name => bodies[name as keyof typeof bodies] ?? '')
    const own = Object.assign({}, ...names.map(name => fields[name as keyof typeof fields] ?? {}))
    return storyAt(date, 'storm', own, `${body.join('\n\n')}\n\n${'live' in own ? early : 'The end.\n'}`)
  }
  const kinds = [...Object.keys(bodies), ...Object.keys(fields)]

  test.each(kinds)('%s', kind => {
    const { stories, warnings } = newsroomOf(written([kind]))
    expect(stories).toHaveLength(1)
    expect(warnings.map(({ code }) => code)).toContain(kind)
  })

  test('any of them together', () =>
    fc.assert(
      fc.property(fc.subarray(kinds), names => {
        const { stories, warnings } = newsroomOf(written(names))
        expect(stories).toHaveLength(1)
        expect(warnings.length).toBeGreaterThanOrEqual(names.length > 0 ? 1 : 0)
      }),
    ))

  test('one that is all the same is a mistake of ours, and ends the run', () => {
    const { newsroom, warnings } = newsroomOf(written(['list-sign']))
    expect(() => validateNewsroom(newsroom, filesInMemory(storm), () => failure(warnings))).toThrow(
      'content/stories/2024/10/24/storm.md is kept back, and no error says why',
    )
  })
})

test('stories are not held against site data that is not sound: their problems would be false', () => {
  const problems = problemsOf({
    ...storyAt(date, 'storm', { section: 'wrld' }),
    '_data/sections.yaml': '- world\n',
  })
  expect(problems.map(({ location }) => location.file)).toEqual(['_data/sections.yaml'])
})

test('a file that could not be read is a problem beside the others', () => {
  const problem = {
    code: 'file-not-utf8',
    severity: 'error',
    message: 'm',
    hint: 'h',
    location: { file: 'a.md', line: 1, column: 1, length: 0, text: '' },
  } as const
  const checked = validateFiles(
    { ...filesInMemory(storyAt(date, 'calm', { urgency: '12' })), problems: [problem] },
    noPicture,
  )
  expect(checked.ok ? [] : checked.fault.map(({ code }) => code)).toEqual(['file-not-utf8', 'urgency-range'])
})

test('a file that git-lfs left out is one problem, although it is a static file and stories show it', () => {
  const fault = lfsPointer('content/static/chart.png')
  const files = filesInMemory({
    ...storyAt(date, 'calm', undefined, '![A chart](/chart.png)\n'),
    ...storyAt(soonAfter, 'rain', undefined, '![A chart](/chart.png)\n'),
  })
  const withChart = { ...files, staticFiles: ['content/static/chart.png'], publishedMediaOf: () => fault }
  const checked = validateFiles(withChart, () => fault)
  expect(checked.ok ? [] : checked.fault.map(({ code }) => code)).toEqual(['file-lfs-pointer'])
})

test('two stories of one section and one second are a warning, as feed readers mix them up', () => {
  const checked = validateFiles(filesInMemory({ ...storm, ...storyAt(date, 'other') }), noPicture)
  expect(checked.ok && checked.value.warnings).toMatchObject([
    {
      code: 'date-shared',
      severity: 'warning',
      location: { file: 'content/stories/2024/10/24/other.md', line: 3, column: 7 },
    },
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
      { code: 'url-taken', location: { file: 'content/stories/2024/10/24/other.md' } },
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

test('bulletins have their days, and stories a digest that tells two texts apart, whatever their fields', () => {
  const textOf = (body: string, fields = {}) =>
    newsroomOf(storyAt(date, 'storm', fields, body)).stories[0]?.bodyDigest
  const { curations } = newsroomOf({
    ...storm,
    'content/bulletins/2024-10-24.md': '---\norder: [storm]\n---\n',
  })
  expect(curations.map(({ day }) => day)).toEqual(['2024-10-24'])
  expect(textOf('Rain.\n', { title: 'Rain' })).toBe(textOf('Rain.\n'))
  expect(textOf('Rain.\n\n')).not.toBe(textOf('Rain.\n'))
})

describe('changed stories are held against those that did not change', () => {
  const problemsBeside = (files: Files, rest: Partial<UnchangedStories>) => {
    const all: UnchangedStories = {
      ownerOf: () => undefined,
      story: () => undefined,
      wasOut: () => false,
      slugsOf: () => [],
      twinOf: () => undefined,
      storiesNamed: () => [],
      ...rest,
    }
    const valid = validateFiles(filesInMemory(files), noPicture, all)
    return valid.ok ? valid.value.warnings : valid.fault
  }
  const file = 'content/stories/2024/10/24/storm.md'
  const other = 'content/stories/2024/10/23/other.md'

  test('an address that one of those has is taken', () => {
    const ownerOf = (address: string) => (address === '/world/2024/10/24/storm' ? other : undefined)
    expect(problemsBeside(storm, { ownerOf })).toMatchObject([
      { code: 'url-taken', message: expect.stringContaining(other), location: { file } },
    ])
  })

  test('an old address that one of those has is taken, in whatever letter case', () => {
    const ownerOf = (address: string) => (address === '/old/storm' ? other : undefined)
    expect(problemsBeside(storyAt(date, 'storm', { aliases: '[/OLD/Storm/]' }), { ownerOf })).toMatchObject([
      { code: 'url-taken', location: { file } },
    ])
  })

  test('of two at one address the one that readers have keeps it, then a live one, then the older', () => {
    const blamed = (
      newcomer: Readonly<Record<string, string>>,
      known: Readonly<Record<string, string>>,
      rest: Partial<UnchangedStories> = {},
    ) =>
      problemsBeside(
        {
          ...storyAt(date, 'a-newcomer', { slug: 'storm', ...newcomer }),
          ...storyAt(soonAfter, 'storm', known),
        },
        rest,
      )
        .filter(({ code }) => code === 'url-taken')
        .map(({ location }) => location.file)
    const newcomer = 'content/stories/2024/10/24/a-newcomer.md'
    expect(blamed({}, {})).toEqual([file])
    expect(blamed({ date: '2024-10-24T09:32:00+05:30' }, {})).toEqual([newcomer])
    expect(blamed({ draft: 'true' }, {})).toEqual([newcomer])
    expect(blamed({}, {}, { wasOut: story => story.file === file })).toEqual([newcomer])
    expect(blamed({}, { draft: 'true' }, { wasOut: story => story.file === newcomer })).toEqual([file])
  })

  test('a live one takes an address from a draft that did not change, which is to blame', () => {
    const draft = newsroomOf(storyAt(date, 'other', { draft: 'true', slug: 'storm' })).stories[0]
    const ownerOf = (address: string) => (address === '/world/2024/10/24/storm' ? draft?.file : undefined)
    expect(problemsBeside(storm, { ownerOf, story: () => draft })).toMatchObject([
      { code: 'url-taken', location: { file: draft?.file } },
    ])
  })

  test('a bulletin may name one of those', () => {
    const bulletin = { 'content/bulletins/2024-10-24.md': '---\norder: [calm]\n---\n' }
    expect(problemsBeside(bulletin, {})).toMatchObject([{ code: 'bulletin-story-unknown' }])
    expect(problemsBeside(bulletin, { slugsOf: day => (day === '2024-10-24' ? ['calm'] : []) })).toEqual([])
  })

  test('one of the same section and second is reported', () => {
    expect(problemsBeside(storm, { twinOf: () => other })).toMatchObject([
      { code: 'date-shared', severity: 'warning', message: expect.stringContaining(other) },
    ])
  })
})

describe('the advice for two stories at one address says what can move', () => {
  const storm = storyAt('2024-10-24T09:00:00+05:30', 'storm')
  const hintOf = (files: Files) =>
    problemsOf(files)
      .filter(({ code }) => code === 'url-taken')
      .map(({ hint }) => hint)

  test.each<[string, Files, string]>([
    [
      'two slugs',
      { ...storm, ...storyAt('2024-10-24T10:00:00+05:30', 'other', { slug: 'storm' }) },
      'give one of the two another slug; where the other has it as an alias, remove it there',
    ],
    [
      'an alias and a slug',
      {
        ...storm,
        ...storyAt('2024-10-24T10:00:00+05:30', 'other', { aliases: '[/world/2024/10/24/storm/]' }),
      },
      'remove this alias, or give the other story another slug',
    ],
    [
      'an alias and its own story',
      storyAt('2024-10-24T09:00:00+05:30', 'storm', { aliases: '[/world/2024/10/24/storm/]' }),
      'remove this alias: the story stands there already',
    ],
  ])('%s', (_what, files, hint) => expect(hintOf(files)).toEqual([hint]))
})

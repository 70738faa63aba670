import { describe, expect, test } from 'vitest'
import { findConflictMarkers } from '../../src/validate/find-conflict-markers.ts'
import { faultLines } from '../rig/faults-of.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { problemsOf, storyAt } from '../rig/small-newsroom.ts'

const conflict = '<<<<<<< HEAD\nThe port is open.\n=======\nThe port is closed.\n>>>>>>> desk/late\n'

const linesOf = (file: string, text: string) =>
  problemsOf({ [file]: text }).map(({ location, code }) => `${location.file}:${location.line} ${code}`)

describe('two versions of a fact are one error, where they begin', () => {
  test('in a text', () => {
    expect(faultLines(`Before.\n\n${conflict}\nAfter.\n`)).toEqual(['9:1 conflict-marker'])
  })

  test('each of them in a text, with the version that both came from', () => {
    const third = '<<<<<<< HEAD\na\n||||||| 1f2e3d4\nb\n=======\nc\n>>>>>>> desk/late\n'
    expect(faultLines(`${conflict}\n${third}`)).toEqual(['7:1 conflict-marker', '13:1 conflict-marker'])
  })

  test('in the fields, and nothing else is said of these', () => {
    const text = storyText().replace(
      /^title: .*\n/m,
      line => `<<<<<<< HEAD\n${line}=======\ntitle: Storm\n>>>>>>> desk\n`,
    )
    expect(linesOf(storyFile, text)).toEqual([`${storyFile}:2 conflict-marker`])
  })

  test('in the whole file', () => {
    const text = `<<<<<<< HEAD\n${storyText()}=======\n${storyText({ title: 'Other' })}>>>>>>> desk\n`
    expect(linesOf(storyFile, text)).toEqual([`${storyFile}:1 conflict-marker`])
  })

  test('in a text, beside what is wrong in the fields', () => {
    expect(faultLines(conflict, {}, { section: 'gardening' })).toEqual([
      '5:10 section-unknown',
      '7:1 conflict-marker',
    ])
  })

  test('in a bulletin', () => {
    const file = 'content/bulletins/2024-10-24.md'
    const problems = problemsOf({
      ...storyAt('2024-10-24T09:30:00+05:30', 'a'),
      [file]: `---\ntitle: A\n---\n${conflict}`,
    })
    expect(problems.map(({ code, location }) => `${location.line} ${code}`)).toEqual(['4 conflict-marker'])
  })

  test.each(['_data/site.yaml', '_data/sections.yaml', '_data/strings/en.yaml'])('in %s', file => {
    const [first, ...rest] = (siteData[file as keyof typeof siteData] ?? '').split('\n')
    const text = [`<<<<<<< HEAD\n${first}\n=======\n${first}\n>>>>>>> desk`, ...rest].join('\n')
    expect(linesOf(file, text)).toEqual([`${file}:1 conflict-marker`])
  })
})

describe('two entries of a live blog that were added at once', () => {
  const entry = (minute: number, words: string) =>
    `::: entry 2024-10-24T18:${minute}:00+05:30 ${words}\n${words}.\n`
  const advice = (text: string) =>
    findConflictMarkers({ file: storyFile, text }, 'markdown').map(({ hint }) => hint)

  test.each(['', '||||||| 1f2e3d4\n'])('are both right: the advice keeps them (%j)', common => {
    const text = `<<<<<<< HEAD\n${entry(10, 'The port shuts')}${common}=======\n${entry(11, 'The ferry stops')}>>>>>>> desk\n:::\n`
    expect(advice(text)).toEqual([expect.stringContaining('keep all of them')])
  })

  test('one that was taken out by one of them, and other words, are not', () => {
    const text = `<<<<<<< HEAD\n${entry(10, 'The port shuts')}=======\nThe ferry stops.\n>>>>>>> desk\n`
    for (const each of [text, conflict])
      expect(advice(each)).toEqual([expect.stringContaining('keep the right version')])
  })
})

test('what is left over of a conflict is an error as well', () => {
  expect(faultLines('One.\n>>>>>>> desk/late\n\n||||||| 1f2e3d4\n')).toEqual([
    '8:1 conflict-marker',
    '10:1 conflict-marker',
  ])
})

describe('no conflict', () => {
  test.each([
    ['in code', `\`\`\`\n${conflict}\`\`\`\n`],
    ['a subhead', 'The port\n=======\n\nOne.\n'],
    ['within a line', 'Git writes <<<<<<< HEAD.\n'],
    ['eight of them', '<<<<<<<< One.\n'],
    ['quotations in quotations', '> > > > > > > One.\n'],
  ])('%s', (_what, body) => expect(faultLines(body)).toEqual([]))
})

test('in a layout each conflict is named by its line', () => {
  const problems = findConflictMarkers({
    file: '_includes/layouts/story.njk',
    text: `<p>\n${conflict}</p>\n${conflict}`,
  })
  expect(problems.map(({ location }) => location.line)).toEqual([2, 8])
})

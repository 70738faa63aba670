import { describe, expect, test } from 'vitest'
import { siteData, stringsIn } from '../rig/site-data.ts'
import { problemsOf, storyAt, storyOf } from '../rig/small-newsroom.ts'

const date = '2024-10-24T09:30:00+05:30'
const faultsOf = (fields: Record<string, string>) => problemsOf(storyAt(date, 'storm', fields))

describe('A text that YAML cuts at a # is a problem in every field of a story', () => {
  test.each([
    ['title', 'Team is #1 again', 'title'],
    ['kicker', 'Race #1', 'kicker'],
    ['summary', 'The port of Velikara closes\n  at six this evening #storm', 'summary'],
    ['kicker', '#MeToo', 'kicker'],
    ['title', '#MeToo', 'title'],
    ['summary', 'Short #1', 'summary'],
    ['dateline', 'Pier #4', 'dateline'],
    ['source', '\n  name: Wire #2\n  url: https://wire.example', 'source.name'],
    ['withdrawn', `\n  date: ${date}\n  reason: It was #2`, 'withdrawn.reason'],
    ['corrections', `\n  - date: ${date}\n    text: It was #2`, 'corrections.text'],
    ['image', '\n  src: a.jpg\n  alt: Boat #1\n  credit: x', 'image.alt'],
    ['image', '\n  src: a.jpg\n  alt: x\n  credit: Desk #1', 'image.credit'],
    ['image', '\n  src: a.jpg\n  alt: x\n  credit: x\n  caption: Boat #1', 'image.caption'],
  ])('%s: %s', (field, value, name) => {
    expect(faultsOf({ [field]: value })).toMatchObject([
      {
        code: 'text-cut',
        severity: 'error',
        message: `${name}: YAML takes everything from the # on for a comment`,
        hint: 'put the text in "double quotes"',
      },
    ])
  })

  test('but not in quotes, behind a word without a blank, behind other fields, or behind nothing', () => {
    expect(storyOf({ title: '"#1 again" # sure', kicker: 'C#', section: 'world # or nation' }).kicker).toBe(
      'C#',
    )
    expect(storyOf({ kicker: '# none yet' }).kicker).toBeNull()
  })
})

describe('In the data of a site', () => {
  const withSections = (text: string) => problemsOf({ ...siteData, '_data/sections.yaml': text })

  test('a text that is cut is a problem', () => {
    expect(withSections('world:\n  name: World #1\n')).toMatchObject([
      { code: 'text-cut', message: 'world.name: YAML takes everything from the # on for a comment' },
    ])
  })

  test('a comment is none', () => {
    const text = 'world:\n  name: World # the largest\nnation: { name: Nation }\nsport: { name: Sport }\n'
    expect(withSections(text)).toEqual([])
  })
})

test('The words of the interface and the title of a bulletin are texts as well', () => {
  const strings = stringsIn('en').replace(/^(\w+): .*$/m, '$1: Page #1')
  expect(problemsOf({ ...siteData, '_data/strings/en.yaml': strings })).toMatchObject([{ code: 'text-cut' }])
  const bulletin = '---\ntitle: Day #1\n---\n'
  expect(problemsOf({ 'content/bulletins/2024-10-24.md': bulletin })).toMatchObject([{ code: 'text-cut' }])
})

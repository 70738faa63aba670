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

describe('A # in any other field is a problem where no blank stands behind it', () => {
  test.each([
    ['tags', '#harbour #ferry', '#harbour #ferry', 'write tags: [harbour, ferry]'],
    ['tags', '#harbour, #ferry', '#harbour, #ferry', 'write tags: [harbour, ferry]'],
    ['tags', '\n  #harbour #ferry', '#harbour #ferry', 'write tags: [harbour, ferry]'],
    ['tags', '\n  - harbour\n  - #ferry', '#ferry', 'write - ferry'],
    ['tags', '\n- #the ferry', '#the ferry', 'write - "#the ferry"'],
    ['tags', '[harbour] #ferry', '#ferry', undefined],
    ['authors', '#asha', '#asha', 'write authors: [asha]'],
    ['authors', '\n  - Asha #2', '- Asha #2', 'put the text in "double quotes"'],
    ['authors', '\n  - Asha # 2', '- Asha # 2', 'put the text in "double quotes"'],
    ['section', 'world #nation', '#nation', undefined],
    ['urgency', '#1', '#1', undefined],
    ['corrections', '\n  - #none', '#none', 'write - none'],
    ['live', '#true', '#true', undefined],
  ])('%s: %s', (field, value, words, hint) => {
    const [fault, ...others] = faultsOf({ [field]: value }).filter(({ code }) => code === 'text-cut')
    expect(others).toEqual([])
    expect(fault?.message).toBe(`${field}: YAML takes everything from the # on for a comment`)
    expect(fault?.location.text.slice((fault?.location.column ?? 0) - 1)).toBe(
      words.replace('- Asha', 'Asha'),
    )
    expect(fault?.hint).toContain(hint ?? 'put all of the value in "double quotes" if this belongs to it')
  })

  test.each([
    { tags: '[storm] # more later' },
    { tags: '\n  # none yet' },
    { tags: '\n  - storm\n  #- flood' },
    { tags: '\n  - storm # not #flood' },
    { summary: '"The port of Velikara closes at six this evening, see #storm" # yes' },
    { summary: '>\n  The port of Velikara closes at six\n  #storm this evening, not before' },
    { aliases: '[/old/#a]' },
    { section: 'world\n#tags: [storm]' },
  ])('a note for the newsroom is none: %j', fields => {
    const cuts = faultsOf(fields).filter(({ code }) => code === 'text-cut')
    expect(cuts).toEqual([])
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

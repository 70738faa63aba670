import { describe, expect, test } from 'vitest'
import { faultLines, faultsOf } from '../../rig/faults-of.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { at, newsroomOf } from '../../rig/small-newsroom.ts'

const entry = (time: string, headline = 'The port closes', text = 'All *movements* stop.') =>
  `::: entry ${time} ${headline}\n${text}\n:::\n`
const one = '2024-10-24T10:00:00+05:30'
const two = '2024-10-24T11:00:00+05:30'
const storyWith = (body: string, live = 'true') =>
  newsroomOf({ [storyFile]: storyText({ live }, body) }).stories[0]

test('the entries of a live blog are read newest first, in plain words', () => {
  const story = storyWith(
    `Intro.\n\n${entry(one)}\n${entry(two, 'The `mast` *speaks*', 'A [link](/world/).\n\n- b\n- c')}`,
  )
  expect(story?.live).toEqual({ until: null, isOn: true })
  expect(story?.entries).toMatchObject([
    { at: at(two), headline: 'The mast speaks', text: 'A link. b c', words: 7, files: [] },
    { at: at(one), headline: 'The port closes', text: 'All movements stop.', words: 6, files: [] },
  ])
})

test('a long text is cut at a word', () => {
  const [{ text = '' } = {}] = storyWith(entry(one, 'A', 'word '.repeat(500)))?.entries ?? []
  expect(text).toMatch(/^(?:word )+…$/)
  expect(text.length).toBeLessThanOrEqual(1_002)
})

test('all words of an entry count, also where its text is cut', () => {
  const story = storyWith(`Intro.\n\n${entry(one, 'A', 'word '.repeat(500))}`)
  expect(story?.entries[0]?.words).toBe(501)
})

test('what a footnote shows comes with the first entry that leads to it', () => {
  const story = storyWith(
    `${entry(one, 'A', 'a[^b]')}\n${entry(two, 'B', 'b[^b] c[^c]')}\n[^b]: ![b](b.png)\n\n[^c]: Says[^d].\n\n[^d]: ![d](d.png)\n`,
  )
  const folder = 'content/stories/2024/10/24'
  expect(story?.entries.map(({ files }) => files)).toEqual([[`${folder}/d.png`], [`${folder}/b.png`]])
})

test('a file belongs to the first entry that shows it, unless the rest of the story does', () => {
  const story = storyWith(
    `![a](a.png)\n\n${entry(one, 'A', '![b](b.png) ![a](a.png)')}\n${entry(two, 'B', '![b](b.png) ![c](c.png)')}`,
  )
  const folder = 'content/stories/2024/10/24'
  expect(story?.entries.map(({ files }) => files)).toEqual([[`${folder}/c.png`], [`${folder}/b.png`]])
})

test('a story that is not live has no entries', () => {
  expect(storyWith('Words.\n', 'false')).toMatchObject({ live: null, entries: [] })
  expect(faultLines(`Words.\n\n${entry(one)}`)).toEqual(['9:1 entry-not-live'])
  expect(faultLines(`Words.\n\n${entry(one)}`, {}, { live: 'false' })).toEqual(['10:1 entry-not-live'])
})

describe('the end', () => {
  const ends = (until: string) => ({ live: `{ until: ${until} }` })

  test('is an instant', () => {
    expect(storyWith(entry(one), ends(two).live)?.live).toEqual({ until: at(two), isOn: true })
    expect(faultLines(entry(one), {}, ends('2024-10-24'))).toEqual(['6:16 date-only'])
    expect(faultLines(entry(one), {}, { live: 'yes' })).toEqual(['6:7 field-type'])
    expect(faultLines(entry(one), {}, { live: '{ till: 1 }' })).toEqual(['6:9 field-unknown'])
  })

  test('comes behind the beginning, and behind the last entry', () => {
    expect(faultLines(entry(one), {}, ends('2024-10-24T09:00:00+05:30'))).toEqual([
      '6:16 live-until-before-date',
      '8:1 entry-after-end',
    ])
    expect(faultLines(entry(one) + entry(two), {}, ends(one))).toEqual(['11:1 entry-after-end'])
  })
})

test('an entry that is earlier is a warning: the story is published all the same', () =>
  expect(storyWith(entry('2024-09-24T10:00:00+05:30'))?.entries).toHaveLength(1))

test('an entry is no more than a day earlier than the blog', () => {
  expect(faultLines(entry('2024-10-23T10:00:00+05:30'), {}, { live: 'true' })).toEqual([])
  expect(faultLines(entry('2024-10-23T09:00:00+05:30'), {}, { live: 'true' })).toEqual([
    '8:1 entry-before-date',
  ])
  expect(
    faultLines(entry('2014-10-24T18:40:00+05:30'), {}, { live: '{ until: 2024-10-25T00:00:00Z }' }),
  ).toEqual(['8:1 entry-before-date'])
})

test('two entries of one second are reported at the later line', () => {
  const body = `${entry(one, 'First')}\n${entry(two)}\n${entry('2024-10-24T04:30:00Z', 'Again')}`
  expect(faultsOf(body, {}, { live: 'true' })).toEqual([
    { code: 'entry-time-taken', at: '16:1', words: '::: entry 2024-10-24T04:30:00Z Again' },
  ])
})

test('an entry inside something else is reported', () => {
  const body = `:::: facts A\n${entry(one)}::::\n`
  expect(faultLines(body, {}, { live: 'true' })).toEqual(['9:1 entry-nested'])
})

test('a bulletin’s introduction has no entries', () => {
  expect(() =>
    newsroomOf({ 'content/bulletins/2024-10-24.md': `---\ntitle: A\n---\n${entry(one)}` }),
  ).toThrow('only a live blog can have entries')
})

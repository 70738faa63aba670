import { beforeEach, describe, expect, test } from 'vitest'
import type { Plan } from '../../src/plan/plan.ts'
import { picturesOf, placesOf } from '../../src/plan/plan-copies.ts'
import { digestOf } from '../../src/system/digest.ts'
import type { Files } from '../rig/site-folder.ts'
import { at, storyAt, storyOf } from '../rig/small-newsroom.ts'
import { createDesk, type Desk } from './desk.ts'

const now = at('2024-11-10T00:00:00Z')
const folder = 'content/stories/2024/10/24'
const logo: Files = { 'content/static/logo.svg': '<svg/>' }
const drawing: Files = { [`${folder}/harbour.svg`]: '<svg/>' }
const showing = (src: string) => ({ image: `{ src: "${src}", alt: A ship, credit: Desk }` })

/** A story that shows the drawing, at the top and in its text. */
const storm = (fields = {}, body = '![The harbour](harbour.svg)\n') =>
  storyAt('2024-10-24T08:00:00+05:30', 'storm', { ...showing('harbour.svg'), ...fields }, body)
const calm = (fields = {}) => storyAt('2024-10-24T09:00:00+05:30', 'calm', fields)

let desk: Desk
beforeEach(() => {
  desk = createDesk()
})

const copied = ({ copies }: Plan) => copies.map(({ from, to }) => `${from} → ${to}`)
const removed = (plan: Plan) =>
  plan.removals.map(({ output }) => output).filter(file => !/\.(?:html|xml)$/.test(file))

const harbour = `${folder}/harbour.svg → media/2024/10/24/harbour.svg`

describe('a picture', () => {
  test('comes with its story, once, and says what tells its versions apart', () => {
    const { copies } = desk.publish({ ...storm(), ...drawing }, now)
    expect(copies).toMatchObject([
      {
        from: `${folder}/harbour.svg`,
        to: 'media/2024/10/24/harbour.svg',
        digest: digestOf('<svg/>'),
        reasons: [
          { because: 'story', what: 'added', file: `${folder}/storm.md` },
          { because: 'story', what: 'added', file: `${folder}/storm.md` },
          { because: 'file', file: `${folder}/harbour.svg` },
        ],
      },
    ])
  })

  test('that no story shows is not published', () => {
    expect(copied(desk.publish({ ...calm(), ...drawing }, now))).toEqual([])
  })

  test('does not come again when only its story is edited', () => {
    desk.publish({ ...storm(), ...drawing }, now)
    expect(copied(desk.publish({ ...storm({ title: 'Another' }), ...drawing }, now))).toEqual([])
  })

  test('comes again when it is drawn anew', () => {
    desk.publish({ ...storm(), ...drawing }, now)
    const plan = desk.publish({ ...storm(), [`${folder}/harbour.svg`]: '<svg></svg>' }, now)
    expect(plan.copies).toMatchObject([
      { digest: digestOf('<svg></svg>'), reasons: [{ because: 'file', file: `${folder}/harbour.svg` }] },
    ])
  })

  test('goes when its story shows it no more', () => {
    desk.publish({ ...storm(), ...drawing }, now)
    expect(removed(desk.publish({ ...storm({ image: undefined }, 'Rain.\n'), ...drawing }, now))).toEqual([
      'media/2024/10/24/harbour.svg',
    ])
  })

  test('goes with the last story that shows it, and not before', () => {
    const both = { ...storm(), ...calm(showing('harbour.svg')), ...drawing }
    expect(copied(desk.publish(both, now))).toEqual([harbour])
    const one = { ...calm(showing('harbour.svg')), ...drawing }
    expect(desk.publish(one, now)).toMatchObject({ copies: [] })
    expect(desk.outputs().has('media/2024/10/24/harbour.svg')).toBe(true)
    expect(removed(desk.publish(drawing, now))).toEqual(['media/2024/10/24/harbour.svg'])
  })

  test('of the whole site comes whether or not a story shows it, and stays when none does', () => {
    const shown = { ...storm(showing('/logo.svg'), 'Rain.\n'), ...logo }
    expect(copied(desk.publish(shown, now))).toEqual(['content/static/logo.svg → logo.svg'])
    expect(desk.publish(logo, now)).toMatchObject({ copies: [] })
    expect(desk.outputs().has('logo.svg')).toBe(true)
  })
})

describe('a picture would give its story away', () => {
  test.each([
    ['a draft', { draft: 'true' }],
    ['a story that is held', { embargo: '2036-01-01T00:00:00Z' }],
    ['a withdrawn story', { withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: no }' }],
  ])('that of %s is not published', (_what, fields) => {
    expect(copied(desk.publish({ ...storm(fields), ...drawing }, now))).toEqual([])
  })

  test('that of a draft is, while a live story shows it too', () => {
    const both = { ...storm({ draft: 'true' }), ...calm(showing('harbour.svg')), ...drawing }
    expect(copied(desk.publish(both, now))).toEqual([harbour])
  })

  test('editors see all of them', () => {
    const files = { ...storm({ draft: 'true' }), ...drawing }
    expect(copied(createDesk('editors').publish(files, now))).toEqual([harbour])
  })

  test('it comes when its story is released', () => {
    const held = { ...storm({ embargo: '2025-01-01T00:00:00Z' }), ...drawing }
    desk.publish(held, now)
    const plan = desk.publish(held, at('2025-01-01T00:00:00Z'))
    expect(copied(plan)).toEqual([harbour])
    expect(plan.copies[0]?.reasons[0]).toEqual({ because: 'story', what: 'due', file: `${folder}/storm.md` })
  })

  test('it goes when its story is withdrawn, be it by the clock', () => {
    const files = { ...storm({ withdrawn: '{ date: 2025-01-01T00:00:00Z, reason: no }' }), ...drawing }
    expect(copied(desk.publish(files, now))).toEqual([harbour])
    expect(removed(desk.publish(files, at('2025-01-01T00:00:00Z')))).toEqual(['media/2024/10/24/harbour.svg'])
  })
})

describe('a static file', () => {
  test('comes, comes again when it is edited, and goes', () => {
    expect(copied(desk.publish(logo, now))).toEqual(['content/static/logo.svg → logo.svg'])
    expect(copied(desk.publish(logo, now))).toEqual([])
    const edited = { 'content/static/logo.svg': '<svg></svg>' }
    expect(copied(desk.publish(edited, now))).toEqual(['content/static/logo.svg → logo.svg'])
    expect(removed(desk.publish({}, now))).toEqual(['logo.svg'])
  })

  test('several come in the order of their paths', () => {
    const files = Object.fromEntries(['b/x', 'a', 'b.txt', 'ü'].map(name => [`content/static/${name}`, name]))
    expect(desk.publish(files, now).copies.map(({ to }) => to)).toEqual(['a', 'b.txt', 'b/x', 'ü'])
  })

  test('that becomes a folder, or takes the place of a page, first leaves its own', () => {
    desk.publish({ 'content/static/notes': 'x' }, now)
    const plan = desk.publish({ 'content/static/notes/1.txt': 'x' }, now)
    expect(removed(plan)).toEqual(['notes'])
    expect(plan.vacated).toContain('notes')
    expect(plan.copies.map(({ to }) => to)).toEqual(['notes/1.txt'])
  })
})

describe('nothing may be left where a story that is not shown would stand', () => {
  const hidden = { ...storm({ draft: 'true', aliases: '[/old.html, /older/]' }), ...drawing }
  const places = [
    'media/2024/10/24/harbour.svg',
    'old.html',
    'older/index.html',
    'world/2024/10/24/storm/index.html',
  ]

  test('not even what nobody remembers: all its places are named', () => {
    const plan = desk.publish(hidden, now)
    expect(plan.removals.map(({ output }) => output)).toEqual(places)
    for (const { reasons } of plan.removals)
      expect(reasons).toEqual([{ because: 'withheld', file: `${folder}/storm.md` }])
  })

  test('but what a live story put there stays', () => {
    desk.publish({ ...calm({ aliases: '[/old.html]', ...showing('harbour.svg') }), ...drawing }, now)
    const files = {
      ...storm({ draft: 'true' }),
      ...calm({ aliases: '[/old.html]', ...showing('harbour.svg') }),
    }
    const plan = desk.publish({ ...files, ...drawing }, now)
    expect(plan.removals.map(({ output }) => output)).toEqual(['world/2024/10/24/storm/index.html'])
  })

  test('but what comes there at the same time comes', () => {
    const both = { ...hidden, ...calm({ ...showing('harbour.svg') }) }
    const plan = desk.publish(both, now)
    expect(copied(plan)).toEqual([harbour])
    expect(plan.removals.map(({ output }) => output)).not.toContain('media/2024/10/24/harbour.svg')
  })
})

test('the places of a story are its address, its old ones and its pictures', () => {
  const story = storyOf({ aliases: '[/old.html]', ...showing('a b.svg') })
  expect(placesOf(story)).toEqual([
    'world/2024/10/24/story/index.html',
    'old.html',
    'media/2024/10/24/a b.svg',
  ])
  expect(picturesOf(storyOf(showing('/logo.svg')))).toEqual([])
})

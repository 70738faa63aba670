import { beforeEach, describe, expect, test } from 'vitest'
import { editors } from '../../src/domain/audience.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { outputsWithin } from '../../src/plan/plan-copies.ts'
import { digestOf } from '../../src/system/digest.ts'
import { zone } from '../rig/site-data.ts'
import type { Files } from '../rig/site-folder.ts'
import { at, photo, storyAt, storyOf } from '../rig/small-newsroom.ts'
import { createPublishSequence, type PublishSequence } from './publish-sequence.ts'

const now = at('2024-11-10T00:00:00Z')
const folder = 'content/stories/2024/10/24'
const logo: Files = { 'content/static/logo.svg': '<svg/>' }
const drawing: Files = { [`${folder}/harbour.svg`]: '<svg/>' }
const showing = (src: string) => ({ image: `{ src: "${src}", alt: A ship, credit: Desk }` })

/** A story that shows the drawing, at the top and in its text. */
const storm = (fields = {}, body = '![The harbour](harbour.svg)\n') =>
  storyAt('2024-10-24T08:00:00+05:30', 'storm', { ...showing('harbour.svg'), ...fields }, body)
const calm = (fields = {}) => storyAt('2024-10-24T09:00:00+05:30', 'calm', fields)

let sequence: PublishSequence
beforeEach(() => {
  sequence = createPublishSequence()
})

const copied = ({ copies }: Plan) => copies.map(({ from, to }) => `${from} → ${to}`)
const removed = (plan: Plan) =>
  plan.removals.map(({ output }) => output).filter(file => !/\.(?:html|xml|json)$/.test(file))

/** Under a name that tells its versions apart. */
const drawn = (text = '<svg/>') => `media/hashed/2024/10/24/harbour-${digestOf(text).slice(0, 8)}.svg`
const harbour = `${folder}/harbour.svg → ${drawn()}`

describe('a picture', () => {
  test('comes with its story, once, and says what tells its versions apart', () => {
    const { copies } = sequence.publish({ ...storm(), ...drawing }, now)
    expect(copies).toMatchObject([
      {
        from: `${folder}/harbour.svg`,
        to: drawn(),
        digest: digestOf('<svg/>'),
        pictureJob: null,
        reasons: [
          { because: 'story', change: 'added', file: `${folder}/storm.md` },
          { because: 'file', file: `${folder}/harbour.svg` },
        ],
      },
    ])
  })

  test('that no story shows is not published', () => {
    expect(copied(sequence.publish({ ...calm(), ...drawing }, now))).toEqual([])
  })

  test('does not come again when only its story is edited', () => {
    sequence.publish({ ...storm(), ...drawing }, now)
    expect(copied(sequence.publish({ ...storm({ title: 'Another' }), ...drawing }, now))).toEqual([])
  })

  test('comes under another name when it is drawn anew, and the old one goes', () => {
    sequence.publish({ ...storm(), ...drawing }, now)
    const plan = sequence.publish({ ...storm(), [`${folder}/harbour.svg`]: '<svg></svg>' }, now)
    expect(plan.copies).toMatchObject([{ to: drawn('<svg></svg>'), digest: digestOf('<svg></svg>') }])
    expect(removed(plan)).toEqual([drawn()])
  })

  test('goes when its story shows it no more', () => {
    sequence.publish({ ...storm(), ...drawing }, now)
    expect(removed(sequence.publish({ ...storm({ image: undefined }, 'Rain.\n'), ...drawing }, now))).toEqual(
      [drawn()],
    )
  })

  test('goes with the last story that shows it, and not before', () => {
    const both = { ...storm(), ...calm(showing('harbour.svg')), ...drawing }
    expect(copied(sequence.publish(both, now))).toEqual([harbour])
    const one = { ...calm(showing('harbour.svg')), ...drawing }
    expect(sequence.publish(one, now)).toMatchObject({ copies: [] })
    expect(sequence.outputs().has(drawn())).toBe(true)
    expect(removed(sequence.publish(drawing, now))).toEqual([drawn()])
  })

  test('of the whole site comes whether or not a story shows it, and stays when none does', () => {
    const shown = { ...storm(showing('/logo.svg'), 'Rain.\n'), ...logo }
    expect(copied(sequence.publish(shown, now))).toEqual(['content/static/logo.svg → logo.svg'])
    expect(sequence.publish(logo, now)).toMatchObject({ copies: [] })
    expect(sequence.outputs().has('logo.svg')).toBe(true)
  })
})

describe('a picture would give its story away', () => {
  test.each([
    ['a draft', { draft: 'true' }],
    ['a story that is held', { embargo: '2036-01-01T00:00:00Z' }],
    ['a withdrawn story', { withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: no }' }],
  ])('that of %s is not published', (_what, fields) => {
    expect(copied(sequence.publish({ ...storm(fields), ...drawing }, now))).toEqual([])
  })

  test('that of a draft is, while a live story shows it too', () => {
    const both = { ...storm({ draft: 'true' }), ...calm(showing('harbour.svg')), ...drawing }
    expect(copied(sequence.publish(both, now))).toEqual([harbour])
  })

  test('editors see all of them', () => {
    const files = { ...storm({ draft: 'true' }), ...drawing }
    expect(copied(createPublishSequence(editors).publish(files, now))).toEqual([harbour])
  })

  test('it comes when its story is released', () => {
    const held = { ...storm({ embargo: '2025-01-01T00:00:00Z' }), ...drawing }
    sequence.publish(held, now)
    const plan = sequence.publish(held, at('2025-01-01T00:00:00Z'))
    expect(copied(plan)).toEqual([harbour])
    expect(plan.copies[0]?.reasons[0]).toEqual({
      because: 'story',
      change: 'due',
      file: `${folder}/storm.md`,
    })
  })

  test('it goes when its story is withdrawn, be it by the clock', () => {
    const files = { ...storm({ withdrawn: '{ date: 2025-01-01T00:00:00Z, reason: no }' }), ...drawing }
    expect(copied(sequence.publish(files, now))).toEqual([harbour])
    expect(removed(sequence.publish(files, at('2025-01-01T00:00:00Z')))).toContain(drawn())
  })
})

describe('what only a live entry shows that is still to come', () => {
  const body = 'Now.\n\n::: entry 2024-11-11T00:00:00Z Later\n![The harbour](harbour.svg)\n:::\n'
  const blog = (fields = {}) => storm({ live: 'true', image: undefined, ...fields }, body)
  const then = at('2024-11-11T00:00:00Z')

  test('comes with it, and is nowhere before', () => {
    const files = { ...blog(), ...drawing }
    const first = sequence.publish(files, now)
    expect(copied(first)).toEqual([])
    expect(removed(first)).toEqual([drawn(), 'media/2024/10/24/harbour.svg'].sort())
    for (const { reasons } of first.removals) expect(reasons).toMatchObject([{ because: 'withheld' }])
    expect(copied(sequence.publish(files, then))).toEqual([harbour])
  })

  test('goes when the entry is put off', () => {
    sequence.publish({ ...storm({ image: undefined }), ...drawing }, now)
    expect(removed(sequence.publish({ ...blog(), ...drawing }, now))).toContain(drawn())
  })

  test('is made ready before, when it is a photo', () => {
    const files = { ...storm({ live: 'true', image: undefined }, body.replace('harbour.svg', 'quay.jpg')) }
    const { copies, ahead } = sequence.publish({ ...files, [`${folder}/quay.jpg`]: photo }, now)
    expect([copies.length, ahead.length]).toEqual([0, 5])
  })

  test('but what the story shows at its top is there', () => {
    expect(copied(sequence.publish({ ...blog(showing('harbour.svg')), ...drawing }, now))).toEqual([harbour])
  })
})

describe('a video', () => {
  const beside: Files = {
    [`${folder}/clip.mp4`]: 'film',
    [`${folder}/clip.vtt`]: 'WEBVTT\n\n00:00.000 --> 00:02.000\n[A horn]\n',
    [`${folder}/clip.txt`]: 'A horn sounds.\n',
  }
  const filmed = () => storm({ image: undefined }, '![The signals](clip.mp4)\n')
  const outputKey = (name: string, text: string) =>
    `media/hashed/2024/10/24/${name.replace('.', `-${digestOf(text).slice(0, 8)}.`)}`
  const places = ['clip.mp4', 'clip.vtt'].map(name => outputKey(name, beside[`${folder}/${name}`] ?? ''))
  const copies = ['clip.mp4', 'clip.vtt'].map((name, at) => `${folder}/${name} → ${places[at]}`)

  test('comes with its captions; its transcript is part of the page', () => {
    expect(copied(sequence.publish({ ...filmed(), ...beside }, now))).toEqual(copies)
  })

  test('its captions come under another name when they were written anew', () => {
    sequence.publish({ ...filmed(), ...beside }, now)
    const again = `${beside[`${folder}/clip.vtt`]}\n00:03.000 --> 00:04.000\n[Again]\n`
    const plan = sequence.publish({ ...filmed(), ...beside, [`${folder}/clip.vtt`]: again }, now)
    expect(copied(plan)).toEqual([`${folder}/clip.vtt → ${outputKey('clip.vtt', again)}`])
    expect(removed(plan)).toEqual([places[1]])
  })

  test('goes with its story', () => {
    sequence.publish({ ...filmed(), ...beside }, now)
    expect(removed(sequence.publish(beside, now))).toEqual(places)
  })
})

describe('a static file', () => {
  test('comes, comes again when it is edited, and goes', () => {
    expect(copied(sequence.publish(logo, now))).toEqual(['content/static/logo.svg → logo.svg'])
    expect(copied(sequence.publish(logo, now))).toEqual([])
    const edited = { 'content/static/logo.svg': '<svg></svg>' }
    expect(copied(sequence.publish(edited, now))).toEqual(['content/static/logo.svg → logo.svg'])
    expect(removed(sequence.publish({}, now))).toEqual(['logo.svg'])
  })

  test('several come in the order of their paths', () => {
    const files = Object.fromEntries(['b/x', 'a', 'b.txt', 'ü'].map(name => [`content/static/${name}`, name]))
    expect(sequence.publish(files, now).copies.map(({ to }) => to)).toEqual(['a', 'b.txt', 'b/x', 'ü'])
  })

  test('that becomes a folder, or takes the place of a page, first leaves its own', () => {
    sequence.publish({ 'content/static/notes': 'x' }, now)
    const plan = sequence.publish({ 'content/static/notes/1.txt': 'x' }, now)
    expect(removed(plan)).toEqual(['notes'])
    expect(plan.vacated).toContain('notes')
    expect(plan.copies.map(({ to }) => to)).toEqual(['notes/1.txt'])
  })
})

describe('nothing may be left where a story that is not shown would stand', () => {
  const hidden = { ...storm({ draft: 'true', aliases: '[/old.html, /older/]' }), ...drawing }
  const places = [
    'media/2024/10/24/harbour.svg',
    drawn(),
    'old.html',
    'older/index.html',
    'world/2024/10/24/storm/index.html',
    'world/2024/10/24/storm/index.json',
  ]

  test('not even what nobody remembers: all its places are named', () => {
    const plan = sequence.publish(hidden, now)
    expect(plan.removals.map(({ output }) => output)).toEqual(places)
    for (const { reasons } of plan.removals)
      expect(reasons).toEqual([{ because: 'withheld', file: `${folder}/storm.md` }])
  })

  test('but what a live story put there stays', () => {
    sequence.publish({ ...calm({ aliases: '[/old.html]', ...showing('harbour.svg') }), ...drawing }, now)
    const files = {
      ...storm({ draft: 'true' }),
      ...calm({ aliases: '[/old.html]', ...showing('harbour.svg') }),
    }
    const plan = sequence.publish({ ...files, ...drawing }, now)
    expect(plan.removals.map(({ output }) => output)).toEqual([
      'media/2024/10/24/harbour.svg',
      'world/2024/10/24/storm/index.html',
      'world/2024/10/24/storm/index.json',
    ])
  })

  test('but what comes there at the same time comes', () => {
    const both = { ...hidden, ...calm({ ...showing('harbour.svg') }) }
    const plan = sequence.publish(both, now)
    expect(copied(plan)).toEqual([harbour])
    expect(plan.removals.map(({ output }) => output)).not.toContain(drawn())
  })
})

const site = { timezone: zone, weight: 14_000 }

test('the places of a story are its address, its data, its old addresses and its pictures', () => {
  const story = storyOf({ aliases: '[/old.html]', ...showing('a b.svg') })
  expect(outputsWithin(story, site)).toEqual([
    'world/2024/10/24/story/index.html',
    'world/2024/10/24/story/index.json',
    'old.html',
    `media/hashed/2024/10/24/a b-${story.image?.digest.slice(0, 8)}.svg`,
    'media/2024/10/24/a b.svg',
  ])
  expect(outputsWithin(storyOf(showing('/logo.svg')), site)).toEqual([
    'world/2024/10/24/story/index.html',
    'world/2024/10/24/story/index.json',
  ])
})

test('those of a live blog are its feeds as well', () => {
  const places = outputsWithin(storyOf({ live: 'true' }), site)
  for (const name of ['rss.xml', 'atom.xml', 'feed.json', 'subscribe/index.html'])
    expect(places).toContain(`world/2024/10/24/story/${name}`)
})

describe('a photo comes in many sizes', () => {
  const taken = (text = photo): Files => ({ [`${folder}/quay.jpg`]: text })
  const sizes = (plan: Plan) => plan.copies.map(({ to }) => to.replace(/^.*-[0-9a-f]{8}-/, ''))
  const asLead = storm(showing('quay.jpg'), 'Rain.\n')

  test('at the top of a story, cut for search engines as well', () => {
    expect(sizes(sequence.publish({ ...asLead, ...taken() }, now))).toEqual([
      '1280.avif',
      '1280.jpg',
      '1280.webp',
      '1600.avif',
      '16x9.jpg',
      '1x1.jpg',
      '320.avif',
      '4x3.jpg',
      '640.avif',
      '640.jpg',
      '640.webp',
    ])
  })

  test('fewer in a text', () => {
    const inText = storm({ image: undefined }, '![The quay](quay.jpg)\n')
    const plan = sequence.publish({ ...inText, ...taken() }, now)
    expect(sizes(plan)).toEqual(['1280.avif', '1280.jpg', '1280.webp', '640.avif', '640.webp'])
    expect(plan.copies.map(({ pictureJob: order }) => order?.variant.width)).toEqual([
      1280, 1280, 1280, 640, 640,
    ])
  })

  test('those that only the lead had go when it stands in the text alone', () => {
    sequence.publish({ ...asLead, ...taken() }, now)
    const plan = sequence.publish(
      { ...storm({ image: undefined }, '![The quay](quay.jpg)\n'), ...taken() },
      now,
    )
    expect(plan.copies).toEqual([])
    expect(removed(plan).map(file => file.replace(/^.*-[0-9a-f]{8}-/, ''))).toEqual([
      '1600.avif',
      '16x9.jpg',
      '1x1.jpg',
      '320.avif',
      '4x3.jpg',
      '640.jpg',
    ])
  })

  test('all of another when it is taken anew', () => {
    sequence.publish({ ...asLead, ...taken() }, now)
    const plan = sequence.publish({ ...asLead, ...taken(`${photo} of another day`) }, now)
    expect(plan.copies).toHaveLength(11)
    expect(removed(plan)).toHaveLength(11)
  })

  test('of a held story are made ready, and published with it', () => {
    const files = {
      ...storm({ ...showing('quay.jpg'), embargo: '2025-01-01T00:00:00Z' }, 'Rain.\n'),
      ...taken(),
    }
    const before = sequence.publish(files, now)
    expect([before.copies.length, before.ahead.length]).toEqual([0, 11])
    const after = sequence.publish(files, at('2025-01-01T00:00:00Z'))
    expect([after.copies.length, after.ahead.length]).toEqual([11, 0])
  })

  test('its original only where a live story links to it', () => {
    const original = 'media/2024/10/24/quay.jpg'
    const linked = (fields = {}) =>
      storyAt('2024-10-24T09:00:00+05:30', 'calm', fields, `See [all of it](/${original}).\n`)
    sequence.publish({ ...asLead, ...taken() }, now)
    expect(sequence.publish({ ...asLead, ...linked(), ...taken() }, now).copies).toMatchObject([
      { to: original, pictureJob: null },
    ])
    expect(removed(sequence.publish({ ...asLead, ...linked({ draft: 'true' }), ...taken() }, now))).toEqual([
      original,
    ])
  })

  test('its original goes with the last story that shows it, whoever links to it', () => {
    const original = 'media/2024/10/24/quay.jpg'
    const link = storyAt('2024-10-24T09:00:00+05:30', 'calm', {}, `See [all of it](/${original}).\n`)
    sequence.publish({ ...asLead, ...link, ...taken() }, now)
    expect(removed(sequence.publish({ ...link, ...taken() }, now))).toContain(original)
  })

  test('of the whole site, under a place of their own beside the file itself', () => {
    const file = { 'content/static/images/quay.jpg': photo }
    const plan = sequence.publish({ ...storm(showing('/images/quay.jpg'), 'Rain.\n'), ...file }, now)
    const [first, ...others] = plan.copies.map(({ to }) => to)
    expect(first).toBe('images/quay.jpg')
    expect(others).toHaveLength(11)
    for (const to of others) expect(to).toMatch(/^media\/hashed\/static\/images\/quay-[0-9a-f]{8}-\w+\.\w+$/)
    expect(removed(sequence.publish(file, now))).toEqual(others)
  })
})

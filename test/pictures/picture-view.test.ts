import { describe, expect, test } from 'vitest'
import type { LeadPicture } from '../../src/domain/story.ts'
import { outputsOfStory } from '../../src/pictures/picture-outputs.ts'
import {
  type PictureView,
  viewInFeed,
  viewInText,
  viewOfLead,
  viewOnCard,
  viewUncropped,
} from '../../src/pictures/picture-view.ts'
import { storyOf } from '../rig/small-newsroom.ts'

const lead = (width: number, height: number, more: Partial<LeadPicture> = {}): LeadPicture => ({
  src: 'quay.jpg',
  file: 'content/stories/2024/10/24/quay.jpg',
  digest: 'd',
  width,
  height,
  bytes: 9,
  isOpaque: true,
  pixels: { colour: '#468' },
  alt: 'The quay',
  credit: 'Desk',
  caption: null,
  ...more,
})

const urlsIn = ({ sources, url }: PictureView) => [
  ...sources.flatMap(({ srcset }) => srcset.split(', ').map(part => part.split(' ')[0] ?? '')),
  url,
]
const widthsIn = ({ sources }: PictureView) =>
  sources.map(({ type, srcset }) => `${type} ${[...srcset.matchAll(/ (\d+)w/g)].map(([, width]) => width)}`)

describe('a lead', () => {
  const view = viewOfLead(lead(2400, 1600))

  test('offers the smaller formats first, each in several widths', () => {
    expect(widthsIn(view)).toEqual(['image/avif 640,1280,1920', 'image/webp 640,1280'])
    expect(view).toMatchObject({ width: 1280, height: 853, tone: 'r2 g3 b4', alt: 'The quay' })
    expect(view.url).toMatch(/^\/media\/hashed\/2024\/10\/24\/quay-[0-9a-f]{8}-1280\.jpg$/)
  })

  test('has its crops for search engines, the widest to be shared', () => {
    expect(view.crops.map(({ width, height }) => [width, height])).toEqual([
      [1200, 675],
      [1200, 900],
      [1200, 1200],
    ])
    expect(view.share).toEqual({ ...view.crops[0], alt: 'The quay' })
  })

  test('too small to be cut is shared as it is', () => {
    const { crops, share, url } = viewOfLead(lead(200, 100))
    expect([crops, share]).toEqual([[], { url, width: 200, height: 100, alt: 'The quay' }])
  })

  test('that is drawn is one file, and not shared: few show SVG', () => {
    const drawn = viewOfLead(lead(200, 100, { file: 'content/stories/2024/10/24/map.svg', pixels: null }))
    expect(drawn).toMatchObject({ sources: [], crops: [], share: null, tone: null })
    expect(drawn.url).toBe('/media/hashed/2024/10/24/map-d.svg')
  })

  test('is one JPEG in a feed, with a small one', () => {
    const { url, width, height, alt, credit, caption } = view
    const small = { url: url.replace('1280', '640'), width: 640, height: 427 }
    expect(viewInFeed(lead(2400, 1600))).toEqual({
      url,
      width,
      height,
      alt,
      credit,
      caption,
      bytes: 9,
      small,
    })
  })
})

test('a card has small ones only, as long as there are any', () => {
  expect(widthsIn(viewOnCard(lead(2400, 1600)))).toEqual(['image/avif 320,640', 'image/webp 640'])
  expect(viewOnCard(lead(2400, 1600))).toMatchObject({ width: 640, height: 427 })
  expect(widthsIn(viewOnCard(lead(700, 700)))).toEqual(['image/avif 320,700', 'image/webp 700'])
})

test('behind a picture that lets something through there is no colour, and it says so', () => {
  expect(viewInText(lead(400, 300, { isOpaque: false }))).toMatchObject({ tone: null, isClear: true })
  expect(viewInText(lead(400, 300))).toMatchObject({ tone: 'r2 g3 b4', isClear: false })
  expect(viewInText(lead(400, 300, { isOpaque: false, pixels: null })).isClear).toBe(true)
})

test('a name with blanks, commas or letters of any script stands whole in an address', () => {
  const named = lead(400, 300, { file: 'content/stories/2024/10/24/a, बंदर.jpg' })
  for (const url of urlsIn(viewInText(named)))
    expect(url).toMatch(/^\/media\/hashed\/2024\/10\/24\/a%2C%20(?:%[0-9A-F]{2})+-/)
})

test.each([
  ['large', 2400, 1600],
  ['of middle size', 1000, 700],
  ['small', 300, 200],
  ['tiny', 1, 1],
  ['tall', 800, 4000],
])('every address of a picture that is %s is one that is published', (_what, width, height) => {
  for (const isOpaque of [true, false]) {
    const image = lead(width, height, { isOpaque })
    const published = new Set(
      outputsOfStory({ ...storyOf(), image, pictures: [image] }).map(({ to }) => `/${to}`),
    )
    const whole = viewOfLead(image)
    const urls = [viewOnCard(image), viewUncropped(image), viewInText(image), whole].flatMap(urlsIn)
    for (const url of [...urls, ...whole.crops.map(crop => crop.url)]) expect(published).toContain(url)
  }
})

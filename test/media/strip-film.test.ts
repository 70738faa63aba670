import { describe, expect, test } from 'vitest'
import { avc, box, filmInFragments, filmOf, hevc, picture, places, sound, u32, words } from './noted-film.ts'
import { secret } from './noted-pictures.ts'
import { faultOf, stripped, warningsOf } from './strip.ts'

const films = {
  'with its index in front': filmOf([picture, sound, places]),
  'with its index at its end': filmOf([picture, sound, places], true),
  'in fragments': filmInFragments([picture, sound, places]),
}

describe.each(Object.entries(films))('A film %s', (_name, film) => {
  const after = stripped(film)

  test('holds no place, no owner, no serial number, no path and no time of recording', () => {
    expect(film.includes('Secret')).toBe(true)
    expect(after.includes('Secret')).toBe(false)
    expect(after.includes('+52.37')).toBe(false)
    expect(after.includes(u32(3_800_000_000))).toBe(false)
  })

  test('keeps every sample of picture and sound where its index says', () => {
    expect(after.length).toBe(film.length)
    expect(after.indexOf('picturesnoise')).toBe(film.indexOf('picturesnoise'))
  })

  test('what was looked through once is left as it is', () => {
    expect(stripped(after)).toEqual(after)
  })

  test('is damaged when it ends early', () => {
    for (const part of [0.3, 0.6, 0.95])
      expect(faultOf(film.subarray(0, film.length * part))).toBe('media-cut-short')
  })
})

describe('Captions', () => {
  const entry = box('tx3g', Buffer.alloc(38))
  const captions = (...samples: string[]) => filmOf([picture, { id: 4, kind: 'sbtl', entry, samples }])

  test('that a drone writes of its place go, with their track', () => {
    const film = captions(
      'F/2.8, SS 200, GPS (4.8952, 52.3702, 19)',
      'F/2.8, SS 200, GPS (4.8953, 52.3702, 19)',
    )
    const after = stripped(film)
    expect(after.includes('GPS')).toBe(false)
    expect(after.length).toBe(film.length)
    expect(after.includes('pictures')).toBe(true)
    expect(stripped(captions('[latitude: 52.3702] [longtitude: 4.8]')).includes('52.37')).toBe(false)
  })

  test('of words stay, whatever they speak of', () => {
    const said = 'The GPS (a map in the car) led home, at 52.37 north'
    expect(stripped(captions(said)).includes(said)).toBe(true)
  })
})

test('title and artist of a sound stay', () => {
  const after = stripped(filmOf([sound]))
  expect(after.includes('Evening talk')).toBe(true)
  expect(after.includes('Asha Rao')).toBe(true)
})

test('a recording that was never finished has no index, and is damaged', () => {
  expect(faultOf(Buffer.concat([box('ftyp', words('isom')), box('mdat', Buffer.alloc(99))]))).toBe(
    'media-cut-short',
  )
})

test('an index that points behind the end is that of a longer file', () => {
  const film = filmOf([picture], true)
  const at = film.indexOf('stco') + 12
  const longer = Buffer.from(film)
  longer.writeUInt32BE(film.length + 5, at)
  expect(faultOf(longer)).toBe('media-cut-short')
})

test('a box may say that it goes on to the end, or have a length of eight bytes', () => {
  const data = Buffer.concat([u32(1), words('mdat'), u32(0, 16 + 4), words('pict')])
  const film = Buffer.concat([
    box('ftyp', words('isom')),
    box('moov'),
    data,
    u32(0),
    words('skip'),
    words(secret),
  ])
  expect(stripped(film).includes('Secret')).toBe(false)
  expect(stripped(film).includes('pict')).toBe(true)
})

test('zeros behind the last box are no damage', () => {
  expect(faultOf(Buffer.concat([filmOf([picture]), Buffer.alloc(5)]))).toBe(null)
  const longer = words('\0\x01\0\0mdat of a film')
  expect(faultOf(Buffer.concat([filmOf([picture]), longer]))).toBe('media-cut-short')
})

test.each([
  ['HEVC', hevc(), 'HEVC video (hvc1)'],
  ['ProRes', box('apch', Buffer.alloc(86)), 'ProRes video (apch)'],
  ['MPEG-4 of the old kind', box('mp4v', Buffer.alloc(86)), 'MPEG-4 video of the old kind (mp4v)'],
  ['ten bits', avc(110), 'H.264 video with more bits or colours than usual (avc1)'],
])('a film in %s can be published, with a warning', (_name, entry, named) => {
  const film = filmOf([{ ...picture, entry }, sound])
  expect(warningsOf(film, 'signals.mp4')).toEqual([
    `media-not-played: signals.mp4 holds ${named}, which Firefox and many copies of Chrome do not play`,
  ])
  expect(stripped(film).includes('Secret')).toBe(false)
})

test('a film in H.264 with AAC is worth no word, whatever the tracks say that are not for readers', () => {
  expect(warningsOf(filmOf([picture, sound, places]))).toEqual([])
})

test('boxes that do not fit into one another are refused', () => {
  expect(faultOf(box('moov', box('trak', u32(90), words('mdia'))))).toBe('media-unread')
})

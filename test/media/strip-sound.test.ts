import { describe, expect, test } from 'vitest'
import { jpegSegment, riffChunk, secret } from './noted-pictures.ts'
import { faultOf, stripped } from './strip.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

/** MPEG 1, layer 3, 128,000 bits a second: 417 bytes. */
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x40]), Buffer.alloc(413, 0x55)])
const frames = Buffer.concat([frame, frame, frame])

const sevenBits = (value: number) => Buffer.from([0, 0, value >> 7, value & 0x7f])
const plainSize = (value: number) => Buffer.from([0, 0, value >> 8, value & 0xff])

const tag = (version: number, flags: number, body: Buffer): Buffer =>
  Buffer.concat([latin('ID3'), Buffer.from([version, 0, flags]), sevenBits(body.length), body])

const field = (version: number, name: string, content: Buffer, flags = 0): Buffer => {
  const size = version === 4 ? sevenBits(content.length) : plainSize(content.length)
  return version === 2
    ? Buffer.concat([latin(name), size.subarray(1), content])
    : Buffer.concat([latin(name), size, Buffer.from([0, flags]), content])
}

/** A JPEG of nothing, with notes in it. */
const cover = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  jpegSegment(0xe1, latin(`Exif\0\0${secret}`)),
  Buffer.from([0xff, 0xd9]),
])

const fieldsOf = (version: number): Buffer => {
  const [title, artist, note, picture] =
    version === 2 ? ['TT2', 'TP1', 'COM', 'PIC'] : ['TIT2', 'TPE1', 'COMM', 'APIC']
  const kind = version === 2 ? 'JPG\x03' : 'image/jpeg\0\x03'
  return Buffer.concat([
    field(version, note, latin(`\0eng\0${secret}`)),
    field(version, title, latin('\x03Evening talk')),
    field(version, artist, latin('\0Asha Rao')),
    field(version, picture, Buffer.concat([latin(`\0${kind}${secret}\0`), cover])),
    Buffer.alloc(30),
  ])
}

/** What decoders could take for the beginning of sound is kept apart by a zero. */
const filled = (bytes: Buffer): Buffer =>
  Buffer.from(
    [...bytes].flatMap((byte, at) => (byte === 0xff && (bytes[at + 1] ?? 0) >= 0xe0 ? [byte, 0] : [byte])),
  )

describe('an MP3', () => {
  test.each([
    ['2.2', tag(2, 0, fieldsOf(2))],
    ['2.3', tag(3, 0, fieldsOf(3))],
    ['2.4', tag(4, 0, fieldsOf(4))],
    ['2.3, filled', tag(3, 0x80, filled(fieldsOf(3)))],
    ['2.3 with more of a head', tag(3, 0x40, Buffer.concat([plainSize(6), Buffer.alloc(6), fieldsOf(3)]))],
    ['2.3, twice', Buffer.concat([tag(3, 0, fieldsOf(3)), tag(4, 0, fieldsOf(4))])],
  ])('with a tag of ID3 %s keeps title, artist and cover, and no other word', (_name, head) => {
    const before = Buffer.concat([head, frames])
    const after = stripped(before, 'talk.mp3')
    expect(before.includes('Secret')).toBe(true)
    expect(after.includes('Secret')).toBe(false)
    for (const kept of ['Evening talk', 'Asha Rao', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), frames])
      expect(after.includes(kept)).toBe(true)
    expect(stripped(after, 'talk.mp3')).toEqual(after)
  })

  const lyrics = latin(`LYRICSBEGIN${secret}`)
  const ape = (content: Buffer) => {
    const foot = Buffer.alloc(32)
    foot.write('APETAGEX')
    foot.writeUInt32LE(content.length + 32, 12)
    return Buffer.concat([content, foot])
  }
  test.each([
    ['ID3 1', latin(`TAG${secret}`.padEnd(128))],
    ['APE', ape(latin(secret))],
    ['Lyrics3', Buffer.concat([lyrics, latin('LYRICSEND')])],
    ['Lyrics3 2', Buffer.concat([lyrics, latin(String(lyrics.length).padStart(6, '0')), latin('LYRICS200')])],
    [
      'several kinds',
      Buffer.concat([ape(latin(secret)), lyrics, latin('LYRICSEND'), latin(`TAG${secret}`.padEnd(128))]),
    ],
    ['no kind that is known', latin(`a program's own ${secret}`)],
  ])('loses tags of %s at its end', (_name, tail) =>
    expect(stripped(Buffer.concat([frames, tail]), 'talk.mp3')).toEqual(frames),
  )

  test('is refused with more tags than anybody writes', () =>
    expect(faultOf(Buffer.concat([frames, latin('LYRICSEND'.repeat(300))]), 'talk.mp3')).toBe('media-unread'))

  test('loses what stands between its frames', () =>
    expect(stripped(Buffer.concat([frame, latin(secret), frames]), 'talk.mp3')).toEqual(
      Buffer.concat([frame, frames]),
    ))

  test('that says it is longer is damaged; one without a frame is none', () => {
    const first = Buffer.from(frame)
    first.write('Xing', 36, 'latin1')
    first.writeUInt32BE(3, 40)
    first.writeUInt32BE(90_000, 48)
    expect(faultOf(Buffer.concat([first, frames]), 'talk.mp3')).toBe('media-cut-short')
    expect(faultOf(Buffer.alloc(99), 'talk.mp3')).toBe('media-unread')
  })
})

test('a WAV loses lists, times and names, and keeps its sound where it was', () => {
  const chunks = Buffer.concat([
    riffChunk('bext', latin(secret)),
    riffChunk('fmt ', Buffer.alloc(16)),
    riffChunk('LIST', latin(`INFOIART${secret}`)),
    riffChunk('data', latin('noise')),
    riffChunk('iXML', latin(secret)),
  ])
  const wav = Buffer.concat([riffChunk('RIFF', Buffer.concat([latin('WAVE'), chunks])), latin(secret)])
  const after = stripped(wav)
  expect(after.includes('Secret')).toBe(false)
  expect(after.indexOf('noise')).toBe(wav.indexOf('noise'))
  expect(stripped(after)).toEqual(after)
  expect(faultOf(wav.subarray(0, 60))).toBe('media-cut-short')
})

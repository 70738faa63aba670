// Media beside a story, of more parts than any camera or program writes.

import { instant, repeated, type Shape, storyFolder, storyOf } from './shape.ts'

const times = (size: number, part: Buffer): Buffer =>
  Buffer.concat(Array<Buffer>(Math.max(1, Math.floor(size / part.length))).fill(part))

/** A file whose parts stand between its head and its end. */
const file = (name: string, head: Buffer, part: Buffer, end: Buffer) => (size: number) => ({
  [`${storyFolder}/${name}`]: Buffer.concat([head, times(size, part), end]),
})

type FilesOf = (size: number) => Readonly<Record<string, string | Uint8Array>>

const picture = (name: string, fileName: string, filesOf: FilesOf): Shape => ({
  name,
  filesOf: size => ({ ...storyOf(`![The harbour at dawn](${fileName})`), ...filesOf(size) }),
})

const sound = (name: string, fileName: string, filesOf: FilesOf): Shape => ({
  name,
  filesOf: size => ({
    ...storyOf(`![The harbour master speaks](${fileName})`),
    [`${storyFolder}/${fileName.replace(/\.\w+$/, '.txt')}`]: 'The port is shut.\n',
    [`${storyFolder}/${fileName.replace(/\.\w+$/, '.vtt')}`]: captions(''),
    ...filesOf(size),
  }),
})

const captions = (more: string): string =>
  `WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nThe port is shut.\n\n${more}`

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMwTpuJFTEMLQkAyvtMgQDiJ6sAAAAASUVORK5CYII=',
  'base64',
)
const jpeg = Buffer.from(
  '/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJAAnHX/2Q==',
  'base64',
)
const gif = Buffer.from('R0lGODlhCAAIAIAAAExpcTNmmSwAAAAACAAIAAACB4yPqcvtXQAAOw==', 'base64')
const webp = Buffer.from(
  'UklGRjgAAABXRUJQVlA4ICwAAADwAQCdASoIAAgAAUAmJaACdLoB+AAETAAA/u+9V/43bjDfgu/33oDeBgAAAA==',
  'base64',
)

/** A frame of no sound: MPEG 1, layer 3, 128 kbit/s. */
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413)])

const box = (name: string, content: Buffer = Buffer.alloc(0)): Buffer => {
  const head = Buffer.from(`\0\0\0\0${name}`, 'latin1')
  head.writeUInt32BE(8 + content.length)
  return Buffer.concat([head, content])
}

const filmHead = box('ftyp', Buffer.from('isom\0\0\0\0', 'latin1'))

const boxesInside = (outer: string, part: Buffer) => (size: number) => ({
  [`${storyFolder}/film.mp4`]: Buffer.concat([filmHead, box(outer, times(size, part)), box('mdat')]),
})

const boxesNested =
  (name: string): FilesOf =>
  size => {
    const count = Math.floor(size / 8)
    const heads = Array.from({ length: count }, (_, n) => {
      const head = Buffer.from(`\0\0\0\0${name}`, 'latin1')
      head.writeUInt32BE(8 * (count - n))
      return head
    })
    const content = Buffer.concat(heads)
    return { [`${storyFolder}/film.mp4`]: Buffer.concat([filmHead, box('moov', content), box('mdat')]) }
  }

const id3 = (content: Buffer): Buffer => {
  const { length } = content
  const size = [21, 14, 7, 0].map(bits => (length >> bits) & 0x7f)
  return Buffer.concat([Buffer.from('ID3\x03\0\0', 'latin1'), Buffer.from(size), content])
}

const riff = (chunks: Buffer): Buffer => {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + chunks.length, 4)
  return Buffer.concat([head, chunks])
}

const cue = (n: number): string => {
  const at = `00:00:01.${`${n % 1000}`.padStart(3, '0')}`
  return `${at} --> 00:00:02.000\nThe port is shut at ${instant(n)}.\n\n`
}

const film = (name: string, filesOf: FilesOf): Shape => sound(name, 'film.mp4', filesOf)

const withCaptions = (name: string, textOf: (size: number) => string): Shape =>
  film(name, size => ({
    [`${storyFolder}/film.mp4`]: Buffer.concat([filmHead, box('moov'), box('mdat')]),
    [`${storyFolder}/film.vtt`]: textOf(size),
  }))

export const media: readonly Shape[] = [
  picture(
    'PNG of many chunks',
    'harbour.png',
    file(
      'harbour.png',
      png.subarray(0, 33),
      Buffer.from('\0\0\0\x03tEXta\0b\xdc\x49\xa2\x3b', 'latin1'),
      png.subarray(33),
    ),
  ),
  picture(
    'JPEG of many segments',
    'harbour.jpg',
    file('harbour.jpg', jpeg.subarray(0, 2), Buffer.from('fffe000361', 'hex'), jpeg.subarray(2)),
  ),
  picture(
    'GIF of many comments',
    'harbour.gif',
    file('harbour.gif', gif.subarray(0, 19), Buffer.from('21fe016100', 'hex'), gif.subarray(19)),
  ),
  picture('WebP of many chunks', 'harbour.webp', size => ({
    [`${storyFolder}/harbour.webp`]: riff(
      Buffer.concat([webp.subarray(12), times(size, Buffer.from('ABCD\0\0\0\0', 'latin1'))]),
    ),
  })),
  film(
    'MP4 of many boxes',
    file('film.mp4', Buffer.concat([filmHead, box('moov')]), box('free'), box('mdat')),
  ),
  film('MP4 of many tracks', boxesInside('moov', box('trak'))),
  film('MP4 of many notes', boxesInside('moov', box('udta', box('©xyz')))),
  film('MP4 of tracks nested', boxesNested('trak')),
  film('MP4 of notes nested', boxesNested('udta')),
  withCaptions('captions of many cues', size => captions(repeated(size, cue))),
  withCaptions(
    'captions of one cue',
    size => `${captions('').trim()}${' The port is shut.'.repeat(size / 18)}\n`,
  ),
  withCaptions('captions of wrong times', size => captions('1:2 --> 3\na\n\n'.repeat(size / 13))),
  withCaptions('captions of notes', size => captions('NOTE a\n\n'.repeat(size / 8))),
  withCaptions('captions of arrows', size => captions('-->'.repeat(size / 3))),
  film('a long transcript', size => ({
    [`${storyFolder}/film.mp4`]: Buffer.concat([filmHead, box('moov'), box('mdat')]),
    [`${storyFolder}/film.txt`]: 'The port is shut.\n\n'.repeat(size / 19),
  })),
  sound('ID3 of many frames', 'talk.mp3', size => ({
    [`${storyFolder}/talk.mp3`]: Buffer.concat([
      id3(times(size, Buffer.from('TIT2\0\0\0\x02\0\0\0a', 'latin1'))),
      times(10 * frame.length, frame),
    ]),
  })),
  sound(
    'many ID3 tags',
    'talk.mp3',
    file('talk.mp3', Buffer.alloc(0), id3(Buffer.alloc(0)), times(4170, frame)),
  ),
  sound(
    'MP3 with words behind it',
    'talk.mp3',
    file('talk.mp3', times(4170, frame), Buffer.from('LYRICSEND'), Buffer.alloc(0)),
  ),
  sound('MP3 of many frames', 'talk.mp3', file('talk.mp3', Buffer.alloc(0), frame, Buffer.alloc(0))),
]

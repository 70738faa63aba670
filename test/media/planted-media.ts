// Media of every kind with notes of every kind, made and noted by the programs that newsrooms use.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { gifFromCamera, inserted, jpegNotes, pictureFromCamera, pngNotes, secret } from './noted-pictures.ts'

/** As a command line takes it. */
const run = (program: string, flags: readonly string[], folder: string): void => {
  const { status, stderr } = spawnSync(program, flags, { cwd: folder, encoding: 'utf8' })
  expect(status, `${program}: ${stderr}`).toBe(0)
}

const noted = 'SecretByTool'

const fields = [
  ...[
    'location=+52.3702+004.8952/',
    'title=Evening talk',
    'artist=Asha Rao',
    'creation_time=2024-10-24T09:00:00Z',
  ],
  ...['comment', 'make', 'model', 'encoded_by', 'copyright', 'album', 'com.apple.quicktime.make'].map(
    name => `${name}=${noted}`,
  ),
].flatMap(field => ['-metadata', field])
const ofTracks = [
  '-metadata:s:0',
  `handler_name=/Users/jane/${noted}.mov`,
  '-metadata:s:0',
  `comment=${noted}`,
]

const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
const film = ['-map', '0', '-map', '1']
const sound = ['-map', '1']
const covered = ['-map', '1', '-map', '2', '-c:v', 'copy', '-disposition:v', 'attached_pic']

const made: Readonly<Record<string, readonly string[]>> = {
  'fast.mp4': [...film, ...h264, '-movflags', '+faststart'],
  'last.mp4': [...film, ...h264, '-movflags', 'use_metadata_tags'],
  'frag.mp4': [...film, ...h264, '-movflags', '+frag_keyframe+empty_moov+default_base_moof'],
  'chapters.mp4': [...film, ...h264, '-map_chapters', '3'],
  'clock.mov': [...film, ...h264, '-timecode', '01:02:03:04', '-movflags', 'use_metadata_tags'],
  'phone.3gp': [...film, ...h264],
  'vp8.webm': [...film, '-c:v', 'libvpx', '-c:a', 'libopus', '-map_chapters', '3'],
  'stream.webm': [...film, '-c:v', 'libvpx', '-c:a', 'libvorbis', '-live', '1'],
  'film.mkv': [...film, ...h264, '-attach', 'cover.jpg', '-metadata:s:t', 'mimetype=image/jpeg'],
  'old.avi': [...film, '-c:v', 'mpeg4', '-c:a', 'libmp3lame'],
  'cover.m4a': [...covered, '-c:a', 'aac'],
  'cover3.mp3': [...covered, '-c:a', 'libmp3lame', '-id3v2_version', '3', '-write_id3v1', '1'],
  'plain4.mp3': [...sound, '-c:a', 'libmp3lame', '-id3v2_version', '4'],
  'vorbis.ogg': [...sound, '-c:a', 'libvorbis'],
  'opus.ogg': [...sound, '-c:a', 'libopus'],
  'flac.ogg': [...sound, '-c:a', 'flac'],
  'cover.flac': [...covered, '-c:a', 'flac'],
  'broadcast.wav': [...sound, '-write_bext', '1', '-metadata', `description=${noted}`],
  'long.wav': [...sound, '-rf64', 'always'],
}

const chapters = `;FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=${noted}\n`

const tags = [
  ...[
    'EXIF:Artist',
    'EXIF:Make',
    'EXIF:Model',
    'EXIF:SerialNumber',
    'EXIF:LensSerialNumber',
    'EXIF:OwnerName',
  ],
  ...['EXIF:ImageDescription', 'EXIF:UserComment', 'EXIF:Copyright', 'EXIF:HostComputer', 'EXIF:XPAuthor'],
  ...['IPTC:By-line', 'IPTC:City', 'IPTC:Caption-Abstract', 'Photoshop:CopyrightFlag=1', 'File:Comment'],
  ...['XMP-dc:Creator', 'XMP-dc:Title', 'XMP-photoshop:City', 'XMP-aux:SerialNumber', 'XMP-aux:OwnerName'],
  ...[
    'XMP-xmpMM:DerivedFromFilePath=/Users/jane/Secret.psd',
    'XMP-iptcCore:Location',
    'XMP-exif:GPSLatitude=52.3702',
  ],
  ...['GPS:GPSLatitude=52.3702', 'GPS:GPSLatitudeRef=N', 'GPS:GPSLongitude=4.8952', 'GPS:GPSLongitudeRef=E'],
  ...['PNG:Author', 'PNG:Source', 'PNG:Comment', 'PNG:CreationTime', 'GIF:Comment', 'SVG:Author'],
  ...['Keys:Author', 'Keys:GPSCoordinates=52.3702, 4.8952, 3', 'Keys:Make', 'Keys:Software'],
  ...['UserData:Author', 'UserData:GPSCoordinates=52.3702, 4.8952, 3', 'UserData:Make', 'ItemList:Author'],
  ...[
    'ItemList:Comment',
    'ItemList:Encoder',
    'Microsoft:Category',
    'Track1:TrackCreateDate=2024:10:24 09:00:00',
  ],
].map(tag => `-${tag}${tag.includes('=') ? '' : `=${noted}`}`)

const drawing = (photo: Buffer) => `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${secret}: /Users/jane/Secret.ai -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" width="64" height="48" sodipodi:docname="${secret}">
<metadata>${secret}</metadata><image width="64" height="48" xlink:href="data:image/jpeg;base64,${photo.toString('base64')}"/></svg>
`

/** Every kind by its file name. */
export const plantMedia = async (folder: string): Promise<ReadonlyMap<string, Buffer>> => {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes)
  const jpeg = await pictureFromCamera('jpeg')
  const pictures = {
    'photo.jpg': jpeg,
    'shot.png': await pictureFromCamera('png'),
    'web.webp': await pictureFromCamera('webp'),
    'new.avif': await pictureFromCamera('avif'),
    'moving.gif': gifFromCamera(),
    'map.svg': drawing(jpeg),
  }
  for (const [name, bytes] of Object.entries(pictures)) write(name, bytes)
  write('cover.jpg', jpeg)
  write('chapters.txt', chapters)
  const picture = ['-f', 'lavfi', '-i', 'testsrc=s=64x48:d=0.6:r=5']
  const inputs = [...picture, '-f', 'lavfi', '-i', 'sine=d=0.6', '-i', 'cover.jpg', '-i', 'chapters.txt']
  const outputs = Object.entries(made).flatMap(([name, flags]) => [
    ...flags,
    ...(flags.includes('-map_chapters') ? [] : ['-map_chapters', '-1']),
    ...fields,
    ...ofTracks,
    name,
  ])
  run('ffmpeg', ['-v', 'error', '-y', ...inputs, ...outputs], folder)
  const writable = [...Object.keys(pictures), ...Object.keys(made)].filter(name =>
    /(?<!frag)\.(?:jpg|png|webp|avif|gif|mp4|mov|3gp|m4a)$/.test(name),
  )
  run(
    'exiftool',
    ['-overwrite_original', '-q', '-q', '-m', ...tags, '-ThumbnailImage<=cover.jpg', ...writable],
    folder,
  )
  const more = { 'photo.jpg': [2, jpegNotes()], 'shot.png': [33, pngNotes()] } as const
  for (const [name, [at, notes]] of Object.entries(more))
    write(name, inserted(readFileSync(join(folder, name)), at, notes))
  const names = [...Object.keys(pictures), ...Object.keys(made)]
  return new Map(names.map(name => [name, readFileSync(join(folder, name))]))
}

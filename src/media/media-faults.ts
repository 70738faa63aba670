// What is said of a media file that cannot be published as it should be.

import type { Fault } from '../domain/problem.ts'
import { nameOf } from '../domain/site-paths.ts'
import type { Stripping } from './stripping.ts'

type Unpublishable = Extract<Stripping, string>
type Found = Exclude<Stripping, string>

/** `file` is how the fault names it, `kind` is what it is: “JPEG”. */
export const faultOf = (found: Unpublishable, file: string, kind: string): Fault => {
  switch (found) {
    case 'cut-short':
      return {
        code: 'media-cut-short',
        message: `${file} ends before it says it does: only a part of it is here`,
        hint: 'copy it again from its source, or export it again',
      }
    case 'unknown':
      return {
        code: 'media-unread',
        message: `${file} is not built as ${kind} files are, so nobody can say what its camera or program noted in it`,
        hint: 'open it in the program that made it, and export it again',
      }
    case 'unreadable-kind':
      return {
        code: 'media-unread',
        message: `${file} is of a kind (${kind}) in which cameras and programs note places and names, and which Dateline cannot read`,
        hint: 'save it as JPEG, PNG, MP4, MP3, WAV or PDF',
      }
    case 'revealing':
      return {
        code: 'media-revealing',
        message: `${file} holds what its camera or program noted, which Dateline cannot take out of a ${kind}`,
        hint: `save it as JPEG or PNG, or type exiftool -all= -CommonIFD0= ${nameOf(file)}`,
      }
  }
}

export const warningsOf = ({ unplayed = [], revealed = [] }: Found, file: string): readonly Fault[] => [
  ...(unplayed.length === 0 ? [] : [notPlayed(file, unplayed)]),
  ...(revealed.length === 0 ? [] : [revealing(file, revealed)]),
]

const revealing = (file: string, revealed: readonly string[]): Fault => ({
  code: 'document-revealing',
  message: `${file} tells readers ${revealed.join('; ')}`,
  hint: hintFor(file, revealed),
})

const hintFor = (file: string, revealed: readonly string[]): string => {
  const text = revealed.join('; ')
  if (text.includes('hardly meant'))
    return 'pack it again without that; if others could have it before, change the passwords and keys in it'
  if (/\.pdf$/i.test(file) && /comments|packed/.test(text))
    return 'in Acrobat: Redact, Remove Hidden Information; or print it into a new PDF'
  if (/\.(?:m?js|map|\w*json(?:ld)?|ipynb|xml|[ct]sv|ya?ml|gpx|kml|dxf|txt|md|x?html?|css)$/i.test(file))
    return 'remove the path, or leave out what a program needs only to find faults, such as source maps'
  if (/\.srt$/i.test(file))
    return 'remove the file, or what its camera wrote into it; captions for readers are words'
  return /\.pdf$/i.test(file)
    ? `export it without properties, or type exiftool -all= ${nameOf(file)} and then qpdf --linearize ${nameOf(file)} new.pdf, as the first alone leaves the old words in the file`
    : 'in Word, Excel and PowerPoint: File, Info, Check for Issues, Inspect Document; in LibreOffice: File, Properties, Reset Properties; of photos: type exiftool -all= *.jpg before you pack them'
}

const notPlayed = (file: string, unplayed: readonly string[]): Fault => ({
  code: 'media-not-played',
  message: `${file} holds ${unplayed.join(' and ')}, which Firefox and many copies of Chrome do not play`,
  hint: exportAs(nameOf(file), unplayed),
})

const exportAs = (name: string, unplayed: readonly string[]): string => {
  const stem = name.replace(/\.[^.]*$/, '')
  return unplayed.every(each => each.includes('sound') && !each.includes('video'))
    ? `export it as AAC, or type ffmpeg -i ${name} -c:v copy -c:a aac ${stem}-new.${/\.m4a$/i.test(name) ? 'm4a' : 'mp4'}`
    : `export it as H.264 with AAC (iPhone: Settings, Camera, Formats, Most Compatible), or type ffmpeg -i ${name} -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart ${stem}-new.mp4`
}

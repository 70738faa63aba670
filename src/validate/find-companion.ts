// The file that was meant for a video's captions or transcript, where none has the right name: its name is nearly right, or
// it is in another form.

import { besideMedia, mediaKindOf } from '../domain/media.ts'
import { nearestWord } from '../domain/near-miss.ts'
import { folderOf, nameOf, pathBelow } from '../domain/site-paths.ts'

/** Captions as other programs write them, and what these are called. ffmpeg reads the first three. */
const captionFormats: ReadonlyMap<string, string> = new Map([
  ['srt', 'SubRip'],
  ['ass', 'SubStation Alpha'],
  ['ssa', 'SubStation Alpha'],
  ['sbv', 'captions of YouTube'],
  ['scc', 'captions for television'],
  ['stl', 'captions for television'],
  ['ttml', 'TTML'],
  ['dfxp', 'TTML'],
])
const convertible = ['srt', 'ass', 'ssa']

const documents = ['docx', 'doc', 'odt', 'rtf', 'pdf', 'pages']

/** `names`: of all files beside the video. Null when none of them can be meant. */
export const adviseCaptions = (media: string, names: readonly string[]): string | null => {
  const file = besideMedia(media).captions[0] ?? ''
  const misnamed = findSimilar(media, names, ['vtt', 'webvtt', 'vtt.txt'])
  if (misnamed !== null) return rename(misnamed, file)
  const other = findSimilar(media, names, [...captionFormats.keys()])
  if (other === null) return null
  const ending = endingOf(other)
  const said = `${other} is ${captionFormats.get(ending)}, which browsers do not show`
  if (!convertible.includes(ending)) return `${said}: export it as WebVTT, and name it ${nameOf(file)}`
  const from = pathBelow(folderOf(media), other)
  const byHand =
    ending === 'srt'
      ? '; or copy it, begin the copy with a line WEBVTT and an empty line, write a point for each comma in its times'
      : '; or export it as WebVTT'
  return `${said}: type ffmpeg -i ${quoted(from)} ${quoted(file)}${byHand}, and name it ${nameOf(file)}`
}

export const adviseTranscript = (media: string, names: readonly string[]): string | null => {
  const file = besideMedia(media).transcripts[0] ?? ''
  const misnamed = findSimilar(media, names, ['txt', 'text'])
  if (misnamed !== null) return rename(misnamed, file)
  const other = findSimilar(media, names, documents)
  return other && `save ${other} as plain text in UTF-8, and name it ${nameOf(file)}`
}

const rename = (name: string, file: string): string => `did you mean “${name}”? Rename it to ${nameOf(file)}`

/** For the shell. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `"${path}"`)

const endingOf = (name: string): string => /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''

const findSimilar = (media: string, names: readonly string[], endings: readonly string[]): string | null => {
  const wanted = simple(stemOf(nameOf(media)))
  const own = new Set(names.filter(name => mediaKindOf(name) !== null).map(name => stemOf(name)))
  const candidates = names.flatMap(name => {
    const ending = endings.find(each => name.toLowerCase().endsWith(`.${each}`))
    if (ending === undefined) return []
    const stem = name.slice(0, -ending.length - 1)
    return own.has(stem) && stem !== stemOf(nameOf(media)) ? [] : [{ name, stems: stemsOf(stem) }]
  })
  const same = candidates.find(({ stems }) => stems.includes(wanted))
  if (same !== undefined) return same.name
  const byStem = new Map(
    candidates.flatMap(({ name, stems }) =>
      stems.filter(stem => digitsOf(stem) === digitsOf(wanted)).map(stem => [stem, name] as const),
    ),
  )
  return byStem.get(nearestWord(wanted, [...byStem.keys()]) ?? '') ?? null
}

const stemOf = (name: string): string => name.replace(/\.\w+$/, '')

/** Letter case, accents written in two ways, blanks and dashes are what people get wrong. */
const simple = (stem: string): string =>
  stem
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._-]+/g, '')

/** What programs and people put behind the name: a language, what it is, the ending of the video. */
const tail =
  /[._\s-]+(?:[a-z]{2,3}(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3}))?|mp[34]|m4a|webm|ogg|captions?|subtitles?|transcript(?:ion)?|auto|english)$/i

const stemsOf = (stem: string): readonly string[] => {
  const short = stem.replace(tail, '')
  return [...new Set([stem, short, short.replace(tail, '')].map(simple))]
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

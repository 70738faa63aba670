// A video or a sound of the newsroom's own, with what stands beside its file under the same name.

export type MediaKind = 'video' | 'audio'

type CompanionFile = {
  /** Relative to the site's root. */
  readonly file: string
  /** With a name that changes with the content. */
  readonly url: string
  /** Of the file. */
  readonly digest: string
  /** Of what is published of it, where that is not the file as it is. */
  readonly strippedDigest?: string
}

export type MediaFile = CompanionFile & {
  /** As the editor wrote it, without “#silent”. */
  readonly src: string
  readonly kind: MediaKind
  readonly isSilent: boolean
  /** How many the file has. */
  readonly bytes: number
  /** CSS pixels; null for a sound, and for a video that does not say. */
  readonly size: { readonly width: number; readonly height: number } | null
  /** WebVTT: what is said and heard, for those who cannot hear it. */
  readonly captions: CompanionFile | null
  /** Shown before it plays. */
  readonly poster: CompanionFile | null
  /** The text to read instead, and its digest. It is part of the page, not a file of its own. */
  readonly transcript: { readonly file: string; readonly digest: string } | null
}

const kinds: ReadonlyMap<string, MediaKind> = new Map([
  ['mp4', 'video'],
  ['webm', 'video'],
  ['mp3', 'audio'],
  ['m4a', 'audio'],
  ['ogg', 'audio'],
])

/** By the ending of its name; null for all other files. */
export const mediaKindOf = (name: string): MediaKind | null =>
  kinds.get(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '') ?? null

/** Where a file's captions, transcript and poster may stand, the usual name of each first. */
export const besideMedia = (name: string) => {
  const stem = name.replace(/\.\w+$/, '')
  const named = (...endings: readonly string[]) =>
    endings.flatMap(inAnyCase).map(ending => `${stem}.${ending}`)
  return {
    captions: named('vtt'),
    transcripts: named('txt'),
    posters: named('jpg', 'jpeg', 'png', 'webp', 'avif'),
  }
}

/** As people and programs write an ending: "vtt", "VTT", "Vtt". */
const inAnyCase = (ending: string): readonly string[] => [
  ending,
  ending.toUpperCase(),
  ending.charAt(0).toUpperCase() + ending.slice(1),
]

/** The files whose captions or transcript a text could be. */
export const mediaBeside = (text: string): readonly string[] =>
  [...kinds.keys()].flatMap(inAnyCase).map(ending => text.replace(/\w+$/, ending))

/** What a page that shows it asks for. */
export const publishedFiles = (media: MediaFile): readonly CompanionFile[] =>
  [media, media.captions, media.poster].filter(file => file !== null)

/** All files that it depends on, also those that are not there: its page changes when one of them comes. */
export const filesBehind = ({ file }: MediaFile): readonly string[] => {
  const { captions, transcripts, posters } = besideMedia(file)
  return [file, ...captions, ...transcripts, ...posters]
}

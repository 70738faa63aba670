// A video or sound that a story names: a file of this site that browsers play, with words for those who cannot hear or see it.

import { besideMedia, type MediaFile, type MediaKind, mediaKindOf } from '../domain/media.ts'
import { errorAt, type Fault, type Location, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { readMediaSrc } from '../markdown/media.ts'
import { isLfsPointer, lfsPointer } from '../media/lfs-pointer.ts'
import { pathAsItIs, urlOfPath } from '../pictures/picture-outputs.ts'
import type { MediaDisk } from '../read/media-disk.ts'
import { digestOf } from '../system/digest.ts'
import { findConflictMarkers } from './find-conflict-markers.ts'
import { faultOfSrc, fileOfSrc } from './shown-file.ts'
import { faultOfWebVtt } from './text/find-caption-faults.ts'
import { hasRefusedCharacter, refusedCharacter, refusedCharacters } from './text/find-odd-characters.ts'
import { commentUnclosed, faultOfText } from './text/shown-text.ts'

type Report = (fault: Fault) => void

/** `written`: its src as the editor wrote it. `storyFile`: relative to the site's root. */
export const validateMedia = (
  written: string,
  storyFile: string,
  disk: MediaDisk,
  locationOf: () => Location,
  warn: (problem: Problem) => void = () => {},
): Result<MediaFile, readonly Problem[]> => {
  const problems: Problem[] = []
  const report: Report = fault => problems.push(errorAt(locationOf(), fault))
  const { src, isSilent } = readMediaSrc(written) ?? { src: written, isSilent: false }
  const kind = mediaKindOf(src) ?? 'video'
  const fault = faultOfSrc(src, 'media')
  if (fault !== null) return failure([errorAt(locationOf(), fault)])
  const file = fileOfSrc(storyFile, src)
  const head = disk.mediaAt(file)
  if ('code' in head) return failure([errorAt(locationOf(), head)])
  const media = { src, file, kind, isSilent: isSilent && kind === 'video' }
  const captions = readCaptions(media, disk, report)
  const transcript = readTranscript(media, disk, report)
  const poster = readPoster(media, disk, report)
  for (const warning of [...head.warnings, ...(poster?.warnings ?? [])])
    warn({ ...errorAt(locationOf(), warning), severity: 'warning' })
  if (problems.length > 0) return failure(problems)
  const { bytes, size } = head
  return success({
    ...media,
    ...published({ ...head, file }),
    bytes,
    size: size ?? (poster && { width: poster.width, height: poster.height }),
    captions: captions && published(captions),
    poster: poster && published(poster),
    transcript,
  })
}

type Media = {
  readonly src: string
  readonly file: string
  readonly kind: MediaKind
  readonly isSilent: boolean
}

const orSilent = ({ src, kind }: Media): string =>
  kind === 'video' ? `, or write ${src}#silent if the video is silent` : ''

/** The first that is there; else the first name. */
const firstText = (files: readonly string[], disk: MediaDisk) => {
  for (const file of files) {
    const there = disk.textAt(file)
    if (there !== null) return { file, there }
  }
  return { file: files[0] ?? '', there: null }
}

const readCaptions = (media: Media, disk: MediaDisk, report: Report) => {
  const { src, kind, isSilent } = media
  if (kind !== 'video') return null
  const { file, there } = firstText(besideMedia(media.file).captions, disk)
  if (there !== null && isLfsPointer(there.text)) report(lfsPointer(file))
  else if (there !== null) {
    const fault = faultOfWebVtt(file, there.text)
    if (fault !== null) report(fault)
  }
  const shown = faultOfCaptions(there?.text ?? '')
  if (shown !== null) report({ ...shown, message: `${file}: ${shown.message}` })
  reportConflicts(file, there?.text ?? '', report)
  if (there === null && !isSilent) {
    const message = `${src} has no captions: there is no ${file}`
    report({ code: 'captions-missing', message, hint: `add the file (WebVTT, in UTF-8)${orSilent(media)}` })
  }
  return there && { ...there, file }
}

const openComment = /<!--(?!-?>|(?:(?!<!--|\n\r?\n)[\s\S])*?-->)/

/** Whole comments are left out of what is published. */
const faultOfCaptions = (text: string): Fault | null => {
  if (hasRefusedCharacter(text)) return refusedCharacter(refusedCharacters(text)[0]?.character ?? '')
  return text.includes('<!--') && openComment.test(text) ? commentUnclosed : null
}

const reportConflicts = (file: string, text: string, report: Report): void => {
  for (const { code, message, hint, location } of findConflictMarkers({ file, text }))
    report({ code, message: `${file}, line ${location.line}: ${message}`, hint })
}

const readTranscript = (media: Media, disk: MediaDisk, report: Report): MediaFile['transcript'] => {
  const { file, there } = firstText(besideMedia(media.file).transcripts, disk)
  const text = there?.text ?? ''
  if (isLfsPointer(text)) report(lfsPointer(file))
  const shown = faultOfText(text)
  if (shown !== null) report({ ...shown, message: `${file}: ${shown.message}` })
  reportConflicts(file, text, report)
  if (text.trim() !== '') return { file, digest: digestOf(text) }
  if (!media.isSilent) {
    const message = `${media.src} has no transcript: ${file} is missing or empty`
    const hint = `write in it what is said and heard${orSilent(media)}`
    report({ code: 'transcript-missing', message, hint })
  }
  return null
}

const readPoster = (media: Media, disk: MediaDisk, report: Report) => {
  for (const file of media.kind === 'video' ? besideMedia(media.file).posters : []) {
    const head = disk.posterAt(file)
    if (!('code' in head)) return { file, ...head }
    if (head.code === 'picture-missing') continue
    report(head)
    return null
  }
  return null
}

const published = ({ file, digest, strippedDigest }: Parameters<typeof pathAsItIs>[0]) => ({
  file,
  digest,
  ...(strippedDigest === undefined ? {} : { strippedDigest }),
  url: urlOfPath(pathAsItIs({ file, digest, ...(strippedDigest === undefined ? {} : { strippedDigest }) })),
})

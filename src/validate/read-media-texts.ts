// The words beside a video or sound, its captions and its transcript: each fault stands at its line of their own file.

import { besideMedia, type MediaFile, type MediaKind } from '../domain/media.ts'
import { errorAt, type Fault, lineStartsOf, locationInText, type Problem } from '../domain/problem.ts'
import { isLfsPointer, lfsPointer } from '../media/lfs-pointer.ts'
import type { MediaDisk } from '../read/media-disk.ts'
import { digestOf } from '../system/digest.ts'
import { adviseCaptions, adviseTranscript } from './find-companion.ts'
import { findConflictMarkers } from './find-conflict-markers.ts'
import { faultOfWebVtt } from './text/find-caption-faults.ts'
import { hasRefusedCharacter, refusedCharacter, refusedCharacters } from './text/find-odd-characters.ts'
import { commentUnclosed, faultOfText } from './text/shown-text.ts'

export type Media = {
  /** As the story has it. */
  readonly src: string
  readonly file: string
  readonly kind: MediaKind
  readonly isSilent: boolean
  readonly storyFile: string
}

/** Where the fault stands, or in the story. */
export type Report = (fault: Fault, problem?: Problem) => void

type TextFile = { readonly file: string; readonly text: string }

export const readCaptions = (media: Media, disk: MediaDisk, report: Report) => {
  const { src, kind, isSilent } = media
  if (kind !== 'video') return null
  const { file, there, isUnreadable } = firstText(besideMedia(media.file).captions, disk, report)
  if (there !== null) reportCaptions({ file, text: there.text }, media, report)
  else if (!isSilent && !isUnreadable) {
    const hint =
      adviseCaptions(media.file, disk.namesBeside(media.file)) ??
      `add the file (WebVTT, in UTF-8)${orSilent(media)}`
    const message = `${src} has no captions: there is no ${file}`
    report({ code: 'captions-missing', message, hint })
  }
  return there && { ...there, file }
}

export const readTranscript = (media: Media, disk: MediaDisk, report: Report): MediaFile['transcript'] => {
  const { file, there, isUnreadable } = firstText(besideMedia(media.file).transcripts, disk, report)
  const text = there?.text ?? ''
  if (isLfsPointer(text)) report(lfsPointer(file))
  const source = { file, text }
  const shown = faultOfText(text)
  if (shown !== null)
    reportAt(source, spanOf(text, shown.words), shown, `the transcript of ${inStory(media)}`, report)
  reportConflicts(source, `the transcript of ${inStory(media)}`, report)
  if (text.trim() !== '') return { file, digest: digestOf(text) }
  if (!media.isSilent && !isUnreadable) {
    const message = `${media.src} has no transcript: ${file} is missing or empty`
    const meant = there === null ? adviseTranscript(media.file, disk.namesBeside(media.file)) : null
    const hint = meant ?? `write in it what is said and heard${orSilent(media)}`
    report({ code: 'transcript-missing', message, hint })
  }
  return null
}

const orSilent = ({ src, kind }: Media): string =>
  kind === 'video' ? `, or write ${src}#silent if the video is silent` : ''

/** The first that is there; else the first name. */
const firstText = (files: readonly string[], disk: MediaDisk, report: Report) => {
  for (const file of files) {
    const there = disk.textAt(file)
    if (there !== null) return { file, there, isUnreadable: false }
    const problem = disk.faultOfText(file)
    if (problem === null) continue
    report(problem, problem)
    return { file, there: null, isUnreadable: true }
  }
  return { file: files[0] ?? '', there: null, isUnreadable: false }
}

const reportCaptions = (source: TextFile, media: Media, report: Report): void => {
  const { file, text } = source
  const owner = `the captions of ${inStory(media)}`
  if (isLfsPointer(text)) {
    report(lfsPointer(file))
    return
  }
  const fault = faultOfWebVtt(text)
  if (fault !== null) {
    const start = lineStartsOf(text)[fault.line] ?? 0
    reportAt(source, { at: start, length: Number.POSITIVE_INFINITY }, fault, owner, report)
  }
  const [refused] = hasRefusedCharacter(text) ? refusedCharacters(text) : []
  const comment = text.indexOf('<!--') === -1 ? -1 : text.search(openComment)
  if (refused !== undefined)
    reportAt(source, { at: refused.at, length: 1 }, refusedCharacter(refused.character), owner, report)
  // Whole comments are left out of what is published.
  else if (comment !== -1) reportAt(source, { at: comment, length: 4 }, commentUnclosed, owner, report)
  reportConflicts(source, owner, report)
}

const openComment = /<!--(?!-?>|(?:(?!<!--|\n\r?\n)[\s\S])*?-->)/

const inStory = ({ src, storyFile }: Media): string => `${src} in ${storyFile}`

const reportConflicts = (source: TextFile, owner: string, report: Report): void => {
  for (const { location, ...problem } of findConflictMarkers(source))
    report(problem, { ...problem, message: `${owner}: ${problem.message}`, location })
}

type Span = { readonly at: number; readonly length: number }

const reportAt = (
  { file, text }: TextFile,
  { at, length }: Span,
  { code, message, hint }: Fault,
  owner: string,
  report: Report,
): void => {
  const fault = { code, message: `${owner}: ${message}`, hint }
  report(fault, errorAt(locationInText(file, text, at, length), fault))
}

/** Not in a comment, but where there alone. */
const spanOf = (text: string, words: string): Span => {
  const shown = text.replace(/<!--[\s\S]*?-->/g, comment => ' '.repeat(comment.length))
  const at = shown.indexOf(words)
  return { at: Math.max(0, at === -1 ? text.indexOf(words) : at), length: words.length }
}

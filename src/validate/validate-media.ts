// A video or sound that a story names: a file of this site that browsers play, with words for those who cannot hear or see it.

import { besideMedia, type MediaFile, mediaKindOf } from '../domain/media.ts'
import { errorAt, type Location, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { readMediaSrc } from '../markdown/media.ts'
import { pathAsItIs, urlOfPath } from '../pictures/picture-outputs.ts'
import type { MediaDisk } from '../read/media-disk.ts'
import { type Report, readCaptions, readTranscript } from './read-media-texts.ts'
import { faultOfSrc, fileOfSrc } from './shown-file.ts'

/** `written`: its src as the editor wrote it. `storyFile`: relative to the site's root. */
export const validateMedia = (
  written: string,
  storyFile: string,
  disk: MediaDisk,
  locationOf: () => Location,
  warn: (problem: Problem) => void = () => {},
): Result<MediaFile, readonly Problem[]> => {
  const problems: Problem[] = []
  const report: Report = (fault, problem) => problems.push(problem ?? errorAt(locationOf(), fault))
  const { src, isSilent } = readMediaSrc(written) ?? { src: written, isSilent: false }
  const kind = mediaKindOf(src) ?? 'video'
  const fault = faultOfSrc(src, 'media')
  if (fault !== null) return failure([errorAt(locationOf(), fault)])
  const file = fileOfSrc(storyFile, src)
  const head = disk.mediaAt(file)
  if ('code' in head) return failure([errorAt(locationOf(), head)])
  const media = { src, file, kind, isSilent: isSilent && kind === 'video' }
  const captions = readCaptions({ ...media, storyFile }, disk, report)
  const transcript = readTranscript({ ...media, storyFile }, disk, report)
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

const readPoster = (media: Pick<MediaFile, 'file' | 'kind'>, disk: MediaDisk, report: Report) => {
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

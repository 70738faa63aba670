// A picture that a story names: it must be a file of this site, and a browser must be able to show it.

import type { Location, Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { PictureFile } from '../domain/story.ts'
import type { KnownPicture, LookUpPicture } from '../pictures/look-up-picture.ts'
import type { PictureFault } from '../read/read-picture.ts'
import { faultOfSrc, fileOfSrc } from './site-file.ts'

/** Looks a picture up for one story. The path comes back even when there is no such file. */
export type FindPicture = (src: string) => {
  readonly file: string
  readonly sight: KnownPicture | PictureFault
}

/** `storyFile`: of the story that shows the pictures. */
export const createFindPicture =
  (storyFile: string, lookUp: LookUpPicture): FindPicture =>
  src => {
    const file = fileOfSrc(storyFile, src)
    return { file, sight: lookUp(file) }
  }

export const validatePicture = (
  src: string,
  locationOf: () => Location,
  find: FindPicture,
): Result<PictureFile, Problem> => {
  const fail = (code: string, message: string, hint: string) =>
    failure<Problem>({ code, severity: 'error', message, hint, location: locationOf() })
  const fault = faultOfSrc(src, 'pictures')
  if (fault !== null) return fail(`picture-${fault.code}`, fault.message, fault.hint)
  const { file, sight } = find(src)
  if ('code' in sight) return fail(sight.code, sight.message, sight.hint)
  return success({ src, file, ...sight })
}

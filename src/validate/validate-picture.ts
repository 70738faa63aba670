// A picture that a story names: it must be a file of this site, and a browser must be able to show it.

import { errorAt, type Fault, type Location, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { PictureFile } from '../domain/story.ts'
import type { KnownPicture, LookUpPicture } from '../pictures/look-up-picture.ts'
import { faultOfSrc, fileOfSrc } from './shown-file.ts'

/** Looks a picture up for one story. The path comes back even when there is no such file. */
export type FindPicture = (src: string) => {
  readonly file: string
  readonly picture: KnownPicture | Fault
}

/** `storyFile`: of the story that shows the pictures. */
export const createFindPicture =
  (storyFile: string, lookUp: LookUpPicture): FindPicture =>
  src => {
    const file = fileOfSrc(storyFile, src)
    return { file, picture: lookUp(file) }
  }

export const validatePicture = (
  src: string,
  locationOf: () => Location,
  find: FindPicture,
): Result<PictureFile, Problem> => {
  const fail = (fault: Fault) => failure(errorAt(locationOf(), fault))
  const fault = faultOfSrc(src, 'picture')
  if (fault !== null) return fail(fault)
  const { file, picture } = find(src)
  return 'code' in picture ? fail(picture) : success({ src, file, ...picture })
}

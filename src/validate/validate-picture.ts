// A picture that a story names: it must be a file of this site, and a browser must be able to show it.

import { errorAt, type Fault, type Location, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { nameOf } from '../domain/site-paths.ts'
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
    const picture = lookUp(file)
    return { file, picture: 'code' in picture ? orBeside(picture, storyFile, src, lookUp) : picture }
  }

/** `images/boat.jpg`, `/boat.jpg`: editors of other programs keep pictures elsewhere. */
const orBeside = (fault: Fault, storyFile: string, src: string, lookUp: LookUpPicture): Fault => {
  const name = nameOf(src)
  if (fault.code !== 'picture-missing' || name === src || name === '') return fault
  return 'code' in lookUp(fileOfSrc(storyFile, name))
    ? fault
    : { ...fault, hint: `write ${name}: it stands beside the story` }
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

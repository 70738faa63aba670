// A picture that a story names: it must be a file of this site, and a browser must be able to show it.

import type { Place, Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { PictureFile } from '../domain/story.ts'
import type { LookUpPicture, PictureSight } from '../pictures/look-up-picture.ts'
import type { PictureFault } from '../read/read-picture.ts'
import { isTooLong } from './fields.ts'

/** Looks a picture up for one story. The path comes back even when there is no such file. */
export type FindPicture = (src: string) => {
  readonly file: string
  readonly sight: PictureSight | PictureFault
}

/**
 * `storyFile` is "content/stories/2024/10/24/talks.md". A src stands beside it, or in content/static/ when it begins
 * with "/".
 */
export const createFindPicture =
  (storyFile: string, lookUp: LookUpPicture): FindPicture =>
  src => {
    const folder = storyFile.slice(0, storyFile.lastIndexOf('/') + 1)
    const file = src.startsWith('/') ? `content/static${src}` : `${folder}${src}`
    return { file, sight: lookUp(file) }
  }

export const validatePicture = (
  src: string,
  placeOf: () => Place,
  find: FindPicture,
): Result<PictureFile, Problem> => {
  const fail = (code: string, message: string, hint: string) =>
    failure<Problem>({ code, severity: 'error', message, hint, place: placeOf() })
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) {
    return fail(
      'picture-foreign',
      'a page may not load pictures from elsewhere',
      'put the file beside the story and write its name',
    )
  }
  if (src.split('/').some(segment => /^\.\.?$/.test(segment)) || /[?#\\]/.test(src)) {
    return fail(
      'picture-path',
      `“${src}” does not name a file beside the story`,
      'write the name of a file in the story’s folder',
    )
  }
  // Eleventy takes the paths of files that it copies for patterns.
  if (/[()[\]{}*!+@|]/.test(src)) {
    const plain = src.replace(/[()[\]{}*!+@|\s]+/g, '-').replace(/-+(?=\.|$)/g, '')
    return fail(
      'picture-name',
      `“${src}” holds signs that file names are better off without`,
      `rename the file to ${plain}`,
    )
  }
  if (isTooLong(src.split('/').at(-1) ?? ''))
    return fail('picture-name', `“${src}” is too long a name`, 'give the file a shorter one')
  const { file, sight } = find(src)
  if ('code' in sight) return fail(sight.code, sight.message, sight.hint)
  return success({ src, file, ...sight })
}

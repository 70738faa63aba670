// A picture that a story names: it must be a file of this site, and a browser must be able to show it.

import type { Place, Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { PictureFile } from '../domain/story.ts'
import type { PictureSize } from '../read/read-picture-size.ts'

/** Looks a picture up for one story. The path and url come back even when there is no such file. */
export type FindPicture = (src: string) => {
  file: string
  url: string
  size: PictureSize | 'missing' | 'unreadable'
}

/**
 * `storyFile` is "content/stories/2024/10/24/talks.md". A src beside it is published under /media/2024/10/24/,
 * whatever the story's section; one that begins with "/" is a file of content/static/.
 */
export const createFindPicture =
  (storyFile: string, sizeOf: (file: string) => PictureSize | 'missing' | 'unreadable'): FindPicture =>
  src => {
    const folder = storyFile.slice(0, storyFile.lastIndexOf('/') + 1)
    const file = src.startsWith('/') ? `content/static${src}` : `${folder}${src}`
    const url = src.startsWith('/') ? src : `/media/${folder.slice('content/stories/'.length)}${src}`
    return { file, url: encodeURI(url), size: sizeOf(file) }
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
  const { file, url, size } = find(src)
  if (size === 'missing')
    return fail('picture-missing', `there is no file ${file}`, 'put the picture there, or mend its name')
  if (size === 'unreadable') {
    return fail(
      'picture-unreadable',
      `${file} is not a picture that browsers show`,
      'use SVG, PNG, JPEG, WebP or AVIF, with a size',
    )
  }
  return success({ src, file, url, ...size })
}

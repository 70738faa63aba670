// A file that a story names: it stands beside the story, or is one of the whole site's.

import { folderOf, pathBelow, staticFileOf } from '../domain/site-paths.ts'
import { isTooLong } from './fields.ts'

/**
 * `storyFile` is "content/stories/2024/10/24/talks.md". A src stands beside it, or in content/static/ when it begins
 * with "/".
 */
export const fileOfSrc = (storyFile: string, src: string): string =>
  src.startsWith('/') ? staticFileOf(src) : pathBelow(folderOf(storyFile), src)

type SrcFault = {
  readonly code: 'foreign' | 'path' | 'name'
  readonly message: string
  readonly hint: string
}

/** What keeps a src from naming a file of this site, or null. `what`: "pictures", "videos". */
export const faultOfSrc = (src: string, what: string): SrcFault | null => {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) {
    return {
      code: 'foreign',
      message: `a page cannot load ${what} from another site`,
      hint: 'put the file beside the story and write its name',
    }
  }
  if (src.split('/').some(segment => /^\.\.?$/.test(segment)) || /[?#\\]/.test(src)) {
    return {
      code: 'path',
      message: `“${src}” does not name a file beside the story`,
      hint: 'write the name of a file in the story’s folder',
    }
  }
  // Eleventy takes the paths of files that it copies for patterns.
  if (/[()[\]{}*!+@|]/.test(src)) {
    const unsupported = [...new Set(src.match(/[()[\]{}*!+@|]/g))].join(' ')
    const plain = src.replace(/[()[\]{}*!+@|\s]+/g, '-').replace(/-+(?=\.|$)/g, '')
    return {
      code: 'name',
      message: `the file name “${src}” contains unsupported characters: ${unsupported}`,
      hint: `rename the file to ${plain}`,
    }
  }
  if (isTooLong(src.split('/').at(-1) ?? ''))
    return {
      code: 'name',
      message: `the file name “${src}” is too long`,
      hint: 'shorten the name of the file',
    }
  return null
}

// A file that a story shows: it stands beside the story, or is one of the whole site's.

import { isDeviceName } from '../domain/portable-name.ts'
import type { Fault } from '../domain/problem.ts'
import {
  contentFolder,
  folderOf,
  leftBehindAt,
  nameOf,
  pathBelow,
  staticFileOf,
} from '../domain/site-paths.ts'
import { isTooLong } from './fields.ts'

/**
 * `storyFile` is "content/stories/2024/10/24/talks.md". A src stands beside it, or in content/static/ when it begins
 * with "/".
 */
export const fileOfSrc = (storyFile: string, src: string): string =>
  src.startsWith('/') ? staticFileOf(src) : pathBelow(folderOf(storyFile), src)

/** As problems call them, by the first word of their codes. */
const names = { picture: 'pictures', media: 'videos and sounds' } as const

/** "./boat.jpg", "../23/boat.jpg". */
const adviseBeside = (src: string): string => {
  const name = nameOf(src.replaceAll('\\', '/').replace(/[?#].*$/s, ''))
  if (!/\w\.\w+$/.test(name)) return 'write the name of a file in the story’s folder'
  return /(?:^|[\\/])\.\.[\\/]/.test(src)
    ? `put the file into the story’s folder and write ${name}`
    : `write ${name}`
}

// Eleventy takes the paths of files that it copies for patterns.
const unsupported = /[()[\]{}*!+@|]/g

/** "C:\\Users\\asha\\map.jpg", "~/map.jpg", "file:///home/asha/map.jpg". */
const isOfComputer = (src: string): boolean => /^(?:[a-z]:[\\/]|\\\\|~\/|file:)/i.test(src)

/** What keeps a src from naming a file of this site, or null. */
export const faultOfSrc = (src: string, kind: keyof typeof names): Fault | null => {
  if (isOfComputer(src)) {
    const name = src.split(/[\\/]/).at(-1) || 'its name'
    return {
      code: `${kind}-path`,
      message: `“${src}” is a path of your computer, and no reader has it`,
      hint: `put the file beside the story and write ${name}`,
    }
  }
  if (/^data:/i.test(src)) {
    return {
      code: `${kind}-foreign`,
      message:
        'the picture stands in the text itself, as letters and digits: the program that it was copied from wrote it so',
      hint: 'save it as a file beside the story, and write ![what it shows](its-name.png)',
    }
  }
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) {
    return {
      code: `${kind}-foreign`,
      message: `a page cannot load ${names[kind]} from another site`,
      hint: 'put the file beside the story and write its name',
    }
  }
  if (src.split('/').some(segment => /^\.\.?$/.test(segment)) || /[?#\\]/.test(src)) {
    return {
      code: `${kind}-path`,
      message: `“${src}” does not name a file beside the story`,
      hint: adviseBeside(src),
    }
  }
  const left = leftBehindAt(src.startsWith('/') ? staticFileOf(src) : pathBelow(contentFolder, src))
  if (left !== null) {
    return {
      code: `${kind}-name`,
      message: 'by its name this file is none for readers, so it is left out of the site',
      hint: 'give it a name that begins with a letter or digit and ends like others of its kind',
    }
  }
  const characters = [...new Set(src.match(unsupported))]
  if (characters.length > 0) {
    const plain = src.replace(/[()[\]{}*!+@|\s]+/g, '-').replace(/-+(?=\.|$)/g, '')
    return {
      code: `${kind}-name`,
      message: `the file name contains unsupported characters: ${characters.join(' ')}`,
      hint: `rename the file to ${plain}`,
    }
  }
  const device = src.split('/').find(isDeviceName)
  if (device !== undefined) {
    return {
      code: `${kind}-name`,
      message: `Windows keeps the name “${device}” for a device`,
      hint: 'give it another name',
    }
  }
  if (!isTooLong(nameOf(src))) return null
  return { code: `${kind}-name`, message: 'the file name is too long', hint: 'give the file a shorter name' }
}

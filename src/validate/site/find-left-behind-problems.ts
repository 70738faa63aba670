// Names what is left out of the site because a program or a system left it there, and what looks like a secret.

import type { LeftBehind } from '../../domain/left-behind.ts'
import { locationOfFile, type Problem } from '../../domain/problem.ts'
import { isInArchive, isStatic, leftBehindAt } from '../../domain/site-paths.ts'

/** `path`: of a file; with a slash at its end, of a folder. */
export const findLeftBehindProblems = (path: string): readonly Problem[] => {
  const left = leftBehindAt(path)
  return left === null || isUsual(left) ? [] : [problemOf(left)]
}

/** Only static files are published for standing where they do. Elsewhere editors and systems are at home. */
const isUsual = ({ top, owner }: LeftBehind): boolean => {
  if (isStatic(top) || owner === 'secret' || owner === 'conflict') return false
  const isFolder = top.endsWith('/')
  return isFolder ? !isInArchive(top) : owner !== 'copy' && owner !== 'records'
}

const problemOf = ({ top, owner }: LeftBehind): Problem => {
  const subject = top.endsWith('/') ? 'this folder, with all that is in it,' : 'this file'
  const { because, hint } = words[owner]
  return {
    code: owner === 'secret' ? 'secret-left-out' : 'file-left-out',
    severity: 'warning',
    message: `${subject} is left out of the site: ${because}`,
    hint,
    location: locationOfFile(top),
  }
}

const away = 'delete it, or move it out of content/'

const words: Readonly<Record<LeftBehind['owner'], { readonly because: string; readonly hint: string }>> = {
  secret: {
    because: 'by its name it holds passwords, keys or something else that is secret',
    hint: 'move it out of content/; if others could see it before, change the passwords and keys in it',
  },
  'version-control': { because: 'version control, such as git, keeps it for itself', hint: away },
  system: { because: 'an operating system keeps it for itself', hint: away },
  editor: { because: 'an editor keeps it for itself', hint: away },
  copy: { because: 'by its name it is an old copy, or one that is not complete', hint: away },
  conflict: {
    because: 'a program that keeps folders the same made it of two versions of one file',
    hint: 'compare it with the file that it is a copy of, take over what is missing there, and delete it',
  },
  records: {
    because: 'by its name a program keeps its records or its store in it',
    hint: `${away}; if readers are to have it, put it into a ZIP file`,
  },
  hidden: {
    because: 'its name begins with a dot, and servers show no such files',
    hint: 'if readers are to have it, let its name begin with a letter; else move it out of content/',
  },
}

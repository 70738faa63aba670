// What the system says when it cannot read or write, in words that say where and what to do.

import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'

type DiskFault = Error & {
  readonly code?: string
  readonly path?: string
  /** Where a file was to be copied or moved to. */
  readonly dest?: string
  readonly syscall?: string
}

const advice: Readonly<Record<string, readonly [fault: string, hint: string]>> = {
  ENOSPC: ['the disk is full', 'free some space, then run it again'],
  EDQUOT: ['your share of the disk is used up', 'free some space, then run it again'],
  EACCES: ['permission is denied', 'give yourself the right to it, or run as its owner'],
  EPERM: ['the system does not permit it', 'give yourself the right to it, or run as its owner'],
  EROFS: ['the disk can only be read', 'make it writable, or work in another folder'],
  ENOTDIR: ['there is a file where a folder should be', 'move the file away, or rename it'],
  EISDIR: ['there is a folder where a file should be', 'move the folder away, or rename it'],
  ENOTEMPTY: ['the folder is not empty', 'look at what is in it, and move it away'],
  EEXIST: ['something of that name is there already', 'move it away, or rename it'],
  EMFILE: ['too many files are open', 'allow more, with ulimit -n 4096, then run it again'],
  ENFILE: ['the machine has too many files open', 'end other programs, then run it again'],
  ENAMETOOLONG: ['the name is too long for the disk', 'shorten the name of the file or of its folder'],
  ELOOP: ['symbolic links lead round in a circle', 'remove one of them'],
  EIO: ['the disk does not answer', 'check the disk, then run it again'],
  EBUSY: ['another program is using it', 'close that program, then run it again'],
  ENOENT: ['it is not there', 'if another program removed it meanwhile, run it again'],
}

/** Of files that are watched the system has another limit, and says so by the same codes. */
const watching: typeof advice = {
  ENOSPC: [
    'the machine watches too many files',
    'allow more, with sysctl fs.inotify.max_user_watches=524288, then run it again',
  ],
  EMFILE: [
    'too many programs of this machine watch files',
    'end some of them, or allow more, with sysctl fs.inotify.max_user_instances=1024, then run it again',
  ],
}

/** As LevelDB says it, in the words of the system: "IO error: /site/.dateline/lock/LOG: No space left on device". */
const inWords: Readonly<Record<string, string>> = {
  'No space left on device': 'ENOSPC',
  'Disk quota exceeded': 'EDQUOT',
  'Permission denied': 'EACCES',
  'Operation not permitted': 'EPERM',
  'Read-only file system': 'EROFS',
  'Too many open files': 'EMFILE',
  'Too many open files in system': 'ENFILE',
  'File name too long': 'ENAMETOOLONG',
  'Input/output error': 'EIO',
}

/** Faults that only a place that is written to can have. */
const isOfTarget = /^(?:ENOSPC|EDQUOT|EROFS|ENAMETOOLONG)$/

/** What an error says of itself; in its words only, where it came from a database or another thread. */
const factsOf = (error: DiskFault): Pick<DiskFault, 'code' | 'path' | 'syscall'> => {
  if (error.code !== undefined && error.syscall !== undefined)
    return error.dest !== undefined && isOfTarget.test(error.code) ? { ...error, path: error.dest } : error
  const [, file, words = ''] = /^IO error: (.*): ([^:]+)$/.exec(error.message) ?? []
  if (file !== undefined) return { code: inWords[words] ?? '', path: file, syscall: 'write' }
  const [, code = '', syscall = '', path] =
    /^(E[A-Z0-9]+): [^,]+, (\w+)(?: '([^']*)')?/.exec(error.message) ?? []
  return { code, syscall, ...(path === undefined ? {} : { path }) }
}

/** The disk itself refuses, whatever stands on it: what is there is not to blame, and not to be given up. */
export const isDiskRefusing = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EMFILE|ENFILE|ENAMETOOLONG)$/.test(factsOf(error).code ?? '')

/** The error of a read or write that was under way: it does not say by itself which file it was. */
export const namingFile = (error: unknown, path: string): unknown => {
  const fault = error as DiskFault
  if (!(error instanceof Error) || fault.syscall === undefined || fault.path !== undefined) return error
  // In words too, as Node has them: other threads get nothing else.
  error.message += ` '${path}'`
  return Object.assign(error, { path })
}

/** Null for what is no fault of the disk. `root`: paths in it are shown from there. */
export const explainDiskFault = (error: Error, root: string): string | null => {
  const { code: said = '', path, syscall = '' } = factsOf(error)
  // Node says so of a disk that can only be read.
  const code = said === 'ENOENT' && syscall === 'mkdir' && path ? (refusalAt(path) ?? said) : said
  const known = advice[code]
  if (known === undefined || syscall === '') return null
  const [fault, hint] = (syscall === 'watch' ? watching[code] : null) ?? known
  const meant = path?.replace(/\.dateline-new$/, '')
  const where =
    meant === undefined ? 'a file' : meant.startsWith(`${root}/`) ? meant.slice(root.length + 1) : meant
  const isRead = /^(?:scandir|l?stat|read|access|readlink|realpath)/.test(syscall)
  const verb = syscall === 'open' || syscall === 'watch' ? syscall : isRead ? 'read' : 'write'
  return `cannot ${verb} ${where}: ${fault}; ${hint}`
}

/** Why nothing can be made in the nearest folder that is there. */
const refusalAt = (path: string): string | null => {
  try {
    accessSync(path, constants.W_OK)
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' && dirname(path) !== path ? refusalAt(dirname(path)) : (code ?? null)
  }
}

/** Of anything that was thrown: in one plain line, without its stack. */
export const plainReason = (error: unknown, root: string): string =>
  error instanceof Error ? (explainDiskFault(error, root) ?? error.message) : String(error)

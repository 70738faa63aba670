// What the system says when it cannot read or write, in words that say where and what to do.

type DiskFault = Error & { readonly code?: string; readonly path?: string; readonly syscall?: string }

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

/** Null for what is no fault of the disk. `root`: paths in it are shown from there. */
export const explainDiskFault = (error: Error, root: string): string | null => {
  const { code = '', path, syscall = '' } = error as DiskFault
  const known = advice[code]
  if (known === undefined || syscall === '') return null
  const [fault, hint] = known
  const where =
    path === undefined ? 'a file' : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path
  const isRead = /^(?:scandir|l?stat|read|access|readlink|realpath)/.test(syscall)
  const verb = syscall === 'open' ? 'open' : isRead ? 'read' : 'write'
  return `cannot ${verb} ${where}: ${fault}; ${hint}`
}

/** Of anything that was thrown: in one plain line, without its stack. */
export const plainReason = (error: unknown, root: string): string =>
  error instanceof Error ? (explainDiskFault(error, root) ?? error.message) : String(error)

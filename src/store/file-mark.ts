// Marks of the input files as they were at the last publish, so that an unchanged file need not be read again.

/** Times in ms, with fraction, as stat gives them. */
export type FileMark = {
  readonly size: number
  /** 0 when the file was so young that it could change again and look the same. */
  readonly mtime: number
  /** Nobody can set it back, as copies and archives do with `mtime`. */
  readonly ctime: number
  /** Another one is another file. */
  readonly inode: number
  readonly digest: string
}

/** Name in the folder → mark. */
export type FolderMarks = Readonly<Record<string, FileMark>>

/** Folders are relative to the site's root, with forward slashes; "" is the root itself. */
export type KnownMarks = {
  /** Cheap. */
  readonly get: (folder: string) => FolderMarks | undefined
  /** Reads everything. */
  readonly all: () => Promise<ReadonlyMap<string, FolderMarks>>
  /** The known folders at `folder` and below it, in any order. Cheap. */
  readonly below: (folder: string) => Iterable<string>
}

/** The marks while they are compared with the disk. */
export type Marks = Omit<KnownMarks, 'all'>

export const marksOf = (all: ReadonlyMap<string, FolderMarks>): Marks => {
  const folders = [...all.keys()]
  return {
    get: folder => all.get(folder),
    below: folder => folders.filter(each => each === folder || each.startsWith(`${folder}/`)),
  }
}

// Marks of the input files as they were at the last publish, so that an unchanged file need not be read again.

/** `mtime` in ms, with fraction, as stat gives it; 0 when it cannot be trusted. */
export type FileMark = { readonly size: number; readonly mtime: number; readonly digest: string }

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

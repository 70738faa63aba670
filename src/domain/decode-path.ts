// An address in the letters that people type and disks use, instead of percent signs.

/** One with a stray % stays as it is. */
export const decodePath = (path: string): string => {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

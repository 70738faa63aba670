// A path as it is called on a disk; one with a stray % stays as it is.

export const decodePath = (path: string): string => {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

// Web addresses: read, compared, and written in the letters that people type.

/** Null for text that is no address. Not by URL.canParse: Node 20's, called often enough, refuses hosts such as café.example. */
export const parseUrl = (address: string, base?: string): URL | null => {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}

/** The same for two addresses of one page: letter case, composed letters and a last slash do not tell them apart. */
export const addressKey = (url: string): string =>
  url
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/(?:index\.html)?$/, '')

/** A path of this site that an address takes over letter by letter. */
export const isPlainPath = (path: string): boolean => /^(?=\/)(?:\/[\w-][\w.-]*)*\/?$/.test(path)

/** A path as every server reads it before it looks for a file: percent-decoded once. A stray % stays as it is. */
export const servedPath = (path: string): string =>
  path.replace(/(?:%[0-9a-f]{2})+/gi, encoded => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })

/** Without percent signs, as disks have it. A path with a stray % stays as it is. */
export const decodePath = (path: string): string => {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

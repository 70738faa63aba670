// A web address in its parts. Not by URL.canParse: Node 20's, called often enough, refuses hosts such as café.example.

/** Null when it is none. */
export const parseUrl = (address: string, base?: string): URL | null => {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}

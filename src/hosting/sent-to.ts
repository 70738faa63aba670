// Where a redirect sends readers, as it is written for every server.

/**
 * A path or a full address, percent-encoded as in a browser's request, and so that no server takes a part of it for a
 * variable: in no address does one of these characters mean something else than its code.
 */
export const sentTo = (to: string): string => {
  const base = new URL('https://site.example')
  const url = new URL(to, base)
  const written = url.origin === base.origin ? url.href.slice(url.origin.length) : url.href
  return written.replace(
    /[$"'\\{}<>`^|]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

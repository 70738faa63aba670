// What to write for the target of a link that is neither a full web address nor a path on this site.

/** Null when nobody can say what is meant. */
export const adviseLink = (href: string): string | null => {
  const written = href.trim()
  const unquoted = /^[“”„‟"«»‘’‚'`]+(.+?)[“”„‟"«»‘’‚'`]+$/.exec(written)?.[1]
  if (unquoted !== undefined) return `write ${unquoted}, without quotation marks`
  if (misspelled.test(written))
    return `write ${written.replace(misspelled, /^[^:;/]*s/i.test(written) ? 'https://' : 'http://')}`
  if (isOfComputer.test(written))
    return `that is a path of your computer: ${toStatic(written.split(/[\\/]|%5C/i).at(-1) ?? '')}`
  if (address.test(written)) return `write mailto:${written}`
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? []
  if (/\.(?:md|markdown)$/i.test(path)) {
    const name = path.replace(/^.*\//, '').replace(/\.\w+$/, '')
    return `write the address of its page, which ends in /${name}/, such as /world/2024/10/24/${name}/`
  }
  if (file.test(path)) return toStatic(path.replace(/^.*\//, ''))
  if (host.test(path)) return `write https://${written}`
  if (/^(?:\.{0,2}\/)*[\w-]+(?:\/[\w.-]+)*\/?$/.test(path) && !path.startsWith('//')) {
    const full = path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/?$/, '/')
    return `write /${full}${rest}, from the root of the site`
  }
  return null
}

const toStatic = (name: string): string => `put the file into content/static/ and write /${name}`

const isOfComputer = /^(?:[a-z]:[\\/]|[a-z]:%5C|\\\\|~\/|file:)/i

/** "htps://", "https:/", "https//". */
const misspelled = /^h?t{1,3}p{0,3}s?\s?[:;]?\/{1,3}(?=[\w-]+\.)/i

const address = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/

/** What stands in downloads; other short words behind a point may be those of hosts. */
const file =
  /\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|tsv|pptx?|odp|zip|epub|txt|json|xml|ics|geojson|kml|gpx|jpe?g|png|gif|webp|avif|svg|tiff?|heic|mp[34]|m4[av]|mov|webm|og[gv]|wav|vtt|html?)$/i

const host = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:\/|$)/i

/** What to write for a link to the computer of whoever follows it, which nobody meant who copied it from the preview; else null. */
export const adviseOwnMachine = (href: string): string | null => {
  const [found, path] = ownMachine.exec(href.trim()) ?? []
  return found === undefined
    ? null
    : `write ${path || '/'} for that page of this site, or the address that readers have`
}

const ownMachine = /^https?:\/\/(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?(?=[/?#]|$)(.*)$/is

// The hosts whose addresses are those of the old site, and what of an address is its path there.

/** "https://www.old.example" and "old.example" are one. */
const hostKey = (host: string): string => host.toLowerCase().replace(/^www\./, '')

const hostOf = (origin: string): string =>
  hostKey(origin.replace(/^[a-z]+:\/\//i, '').replace(/[/?#].*$/s, ''))

/** Origins, or null where none is known. */
export const hostsOf = (...origins: readonly (string | null)[]): ReadonlySet<string> =>
  new Set(origins.filter(origin => origin !== null).map(hostOf))

/** A path, rooted or not, of an address on one of the hosts or without a host; null for other addresses. */
export const pathOnHosts = (url: string, hosts: ReadonlySet<string>): string | null => {
  const [, host = '', rest = ''] = /^(?:https?:)?\/\/([^/?#\\]*)(.*)$/is.exec(url) ?? []
  if (host !== '' && hosts.has(hostKey(host))) return rest.startsWith('/') ? rest : `/${rest}`
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url) ? null : url
}

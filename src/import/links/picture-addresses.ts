// An address of a picture as the paths on the old site that it may stand for: services that resize pictures wrap the address of the original.

import { parseUrl, servedPath } from '../../domain/web-address.ts'
import { pathOnHosts } from './old-hosts.ts'

/** Query fields in which a service finds the original: `/_next/image?url=…`, `wsrv.nl/?url=…`. */
const originalKeys = ['url', 'src', 'source', 'image', 'img', 'u', 'href']

/** Likeliest first. `hosts`: of the old site, and of the new one. None for a picture of another site. */
export const pathsOfPicture = (src: string, hosts: ReadonlySet<string>): readonly string[] => {
  const own = pathOnHosts(src, hosts)
  const url = parseUrl(src.replace(/^\/\//, 'https://'), 'https://old.invalid/')
  if (url === null) return own === null ? [] : [own]
  const isOwn = own !== null
  const inside = [...inQuery(url, isOwn), ...inPath(url, hosts, isOwn)]
  return [...new Set([...(isOwn ? [own] : []), ...inside.flatMap(each => pathOnHosts(each, hosts) ?? [])])]
}

const inQuery = ({ searchParams }: URL, isOwn: boolean): readonly string[] =>
  originalKeys
    .map(key => searchParams.get(key))
    .filter(value => value !== null)
    .map(value => (isOwn || /^(?:https?:)?\/\//i.test(value) ? value : `//${value}`))
    .filter(value => /\//.test(value))

/** `/cdn-cgi/image/width=300/img/a.png` of Cloudflare, `i0.wp.com/old.example/a.png`, `…/fetch/w_300/https://old.example/a.png`. */
const inPath = ({ pathname }: URL, hosts: ReadonlySet<string>, isOwn: boolean): readonly string[] => {
  const path = servedPath(pathname)
  const full = /https?:\/{1,2}(?=[^/])/gi
  const starts = [...path.matchAll(full)].map(({ index, 0: scheme }) => path.slice(index + scheme.length))
  const wrapped = starts.map(rest => `//${rest}`)
  const ofCloudflare = /^\/cdn-cgi\/image\/[^/]*(\/.+)$/.exec(path)?.[1]
  const bare = ofCloudflare === undefined || /^\/https?:/i.test(ofCloudflare) ? [] : [ofCloudflare]
  return [...wrapped, ...(isOwn ? bare : hostInPath(path, hosts))]
}

const hostInPath = (path: string, hosts: ReadonlySet<string>): readonly string[] => {
  const steps = path.split('/')
  const at = steps.findIndex(step => hosts.has(step.toLowerCase().replace(/^www\./, '')) && step !== '')
  return at === -1 ? [] : [`//${steps.slice(at).join('/')}`]
}

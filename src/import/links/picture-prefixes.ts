// Where an old site had its pictures besides its own host: a prefix that many pictures share whose files are in the archive.

import { parseUrl } from '../../domain/web-address.ts'

export type PicturePrefixes = {
  /** Hears of a picture of another host, before the first is asked for. */
  readonly see: (src: string) => void
  /** The path in the archive that a picture of a known prefix has; null for others. */
  readonly pathOf: (src: string) => string | null
}

type Rules = {
  /** Whether the archive has the picture of a path. */
  readonly has: (path: string) => boolean
  readonly hosts: ReadonlySet<string>
  /** Addresses that the settings of the old site name. */
  readonly declared: readonly string[]
}

type Votes = { found: number; missing: number }

/** Services that show pictures under a name of their customer's, so that nobody else's are there. */
const services =
  /(?:^|\.)(?:imgix\.net|cloudinary\.com|imagekit\.io|gumlet\.io|twic\.pics|sirv\.com|uploadcare\.com|ucarecdn\.com|b-cdn\.net|kxcdn\.com|cdn77\.org|cloudfront\.net|fastly\.net|azureedge\.net|akamaized\.net|cloudimg\.io|files\.wordpress\.com|wp\.com|statically\.io|digitaloceanspaces\.com|r2\.dev|blob\.core\.windows\.net|amazonaws\.com|storage\.googleapis\.com)$/i

/** No address has more folders before the path. */
const mostSteps = 10

export const createPicturePrefixes = ({ has, hosts, declared }: Rules): PicturePrefixes => {
  const votes = new Map<string, Votes>()
  const seen = new Map<string, readonly Split[]>()
  const splitsOf = (src: string): readonly Split[] => {
    const known = seen.get(src)
    if (known !== undefined) return known
    const found = splitUp(src).filter(({ path }) => has(path))
    seen.set(src, found)
    return found
  }
  return {
    see: src => {
      if (seen.has(src)) return
      const [longest] = splitsOf(src)
      for (const { prefix } of splitUp(src)) {
        const count = votes.get(prefix) ?? { found: 0, missing: 0 }
        votes.set(prefix, count)
        if (prefix === longest?.prefix) count.found++
        else if (longest === undefined) count.missing++
      }
    },
    pathOf: src => {
      const isDeclared = declared.some(each => src.replace(/^(?:http:)?\/\//, 'https://').startsWith(each))
      return (
        splitsOf(src).find(({ prefix, steps }) => {
          const { found, missing } = votes.get(prefix) ?? { found: 0, missing: 0 }
          const host = hostOf(prefix)
          const isOwn = [...hosts].some(own => own !== '' && host.endsWith(`.${own}`))
          if (isDeclared || isOwn || services.test(host)) return true
          return found >= 2 && found >= missing && steps > 1
        })?.path ?? null
      )
    },
  }
}

type Split = { readonly prefix: string; readonly path: string; readonly steps: number }

const hostOf = (prefix: string): string => /^https?:\/\/([^/]*)/.exec(prefix)?.[1]?.toLowerCase() ?? ''

/** The longest path first. */
const splitUp = (src: string): readonly Split[] => {
  const url = parseUrl(src.replace(/^\/\//, 'https://'))
  if (url === null || !/^https?:$/.test(url.protocol)) return []
  const steps = url.pathname.split('/').slice(1)
  return steps.slice(0, mostSteps).map((_, at) => ({
    prefix: `https://${[url.host, ...steps.slice(0, at)].join('/')}/`,
    path: `/${steps.slice(at).join('/')}`,
    steps: steps.length - at,
  }))
}

// Where else a person is to be found: a web address has the name that people call its site by.

import { parseUrl } from './web-address.ts'

export type ProfileLink = { readonly name: string; readonly url: string }

const names: Readonly<Record<string, string>> = {
  'bsky.app': 'Bluesky',
  'facebook.com': 'Facebook',
  'github.com': 'GitHub',
  'instagram.com': 'Instagram',
  'linkedin.com': 'LinkedIn',
  'medium.com': 'Medium',
  'muckrack.com': 'Muck Rack',
  'orcid.org': 'ORCID',
  't.me': 'Telegram',
  'threads.com': 'Threads',
  'threads.net': 'Threads',
  'tiktok.com': 'TikTok',
  'twitter.com': 'X',
  'x.com': 'X',
  'youtube.com': 'YouTube',
}

/** A server of Mastodon may have any name: its profiles are known by their path. Other sites are called by their host. */
export const profileLink = (url: string): ProfileLink => {
  const { hostname, pathname } = parseUrl(url) ?? { hostname: url, pathname: '' }
  const host = hostname.replace(/^www\./, '')
  const known = Object.keys(names).find(name => host === name || host.endsWith(`.${name}`))
  const named = known === undefined ? undefined : names[known]
  return { name: named ?? (/^\/@[\w.]+\/?$/.test(pathname) ? 'Mastodon' : host), url }
}

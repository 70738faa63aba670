// The address that a reader would open, for the address that a frame or a shortcode shows.

import { parseUrl } from '../../domain/web-address.ts'

const players: readonly (readonly [RegExp, string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{6,})/,
    'https://www.youtube.com/watch?v=$1',
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/, 'https://vimeo.com/$1'],
  [/^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/, 'https://www.dailymotion.com/video/$1'],
]

/** Null when the address is not one of the web. */
export const embedUrl = (src: string): string | null => {
  const url = src.trim().replace(/^\/\//, 'https://')
  if (!/^https?:\/\/\S+$/.test(url) || parseUrl(url) === null) return null
  for (const [player, page] of players) {
    const parts = player.exec(url)
    if (parts) return page.replace('$1', parts[1] ?? '')
  }
  return url
}

const services: Readonly<Record<string, (id: string) => string>> = {
  youtube: id => `https://www.youtube.com/watch?v=${id}`,
  vimeo: id => `https://vimeo.com/${id}`,
  instagram: id => `https://www.instagram.com/p/${id}/`,
  gist: id => `https://gist.github.com/${id}`,
  tweet: id => `https://twitter.com/i/status/${id}`,
  spotify: id => `https://open.spotify.com/${id.includes('/') ? id : `track/${id}`}`,
  soundcloud: id => `https://soundcloud.com/${id}`,
  tiktok: id => `https://www.tiktok.com/embed/v2/${id}`,
  dailymotion: id => `https://www.dailymotion.com/video/${id}`,
}

/** The page of a video or post that a template tag names by its id or by its address. */
export const pageOfEmbed = (service: string, id: string): string | null => {
  if (/^(?:https?:)?\/\//.test(id)) return embedUrl(id)
  const name = service
    .replace(/^(?:lite|responsive|simple|privacy|my|embed)_?(?=[a-z]{2})/, '')
    .replace(/^yt$/, 'youtube')
    .replace(/^(?:twitter|x|twitter_?simple|x_?simple|tweet_?simple)$/, 'tweet')
    .replace(/_?(?:simple|video|embed|player)$/, '')
  return /^[\w./-]+$/.test(id) ? (services[name]?.(id) ?? null) : null
}

// A link alone in its paragraph to a video or a post becomes a static card: nothing is asked of a third party.

import type { MarkdownIt, Token } from 'markdown-it'
import { parseUrl } from '../domain/parse-url.ts'

const hosts: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'dailymotion.com': 'Dailymotion',
  'x.com': 'X',
  'twitter.com': 'X',
  'instagram.com': 'Instagram',
  'tiktok.com': 'TikTok',
  'facebook.com': 'Facebook',
  'threads.net': 'Threads',
  'bsky.app': 'Bluesky',
  'soundcloud.com': 'SoundCloud',
  'open.spotify.com': 'Spotify',
  't.me': 'Telegram',
}

/** The name of the service a link leads to, or null when it is not one that has cards. */
export const serviceOf = (url: string): string | null => {
  const parsed = /^https?:/.test(url) ? parseUrl(url) : null
  if (parsed === null) return null
  const host = parsed.hostname.replace(/^(?:www|m|mobile)\./, '')
  return parsed.pathname !== '/' && Object.hasOwn(hosts, host) ? (hosts[host] ?? null) : null
}

export const addEmbeds = (markdown: MarkdownIt): void => {
  markdown.core.ruler.push('embeds', state => {
    for (const [index, token] of state.tokens.entries()) {
      const paragraph = state.tokens[index - 1]
      // In a tight list the paragraph is not shown, so there is nothing to make a card of.
      const url = paragraph?.type === 'paragraph_open' && !paragraph.hidden ? loneLink(token) : null
      const service = url === null ? null : serviceOf(url)
      if (url === null || service === null) continue
      paragraph?.attrSet('class', 'embed')
      const label = token.children?.[1]
      if (label) label.content = url.replace(/^https?:\/\/(?:www\.)?/, '')
      token.children?.unshift(nameToken(new state.Token('embed_name', 'b', 0), service))
    }
  })
  markdown.renderer.rules.embed_name = (tokens, index) => `<b>${tokens[index]?.content}</b> `
}

const nameToken = (token: Token, service: string): Token => {
  token.content = service
  return token
}

const loneLink = (token: Token): string | null => {
  const [open, text, close, ...rest] = token.children ?? []
  if (
    token.type !== 'inline' ||
    open?.type !== 'link_open' ||
    close?.type !== 'link_close' ||
    rest.length > 0
  )
    return null
  const isBare = open.markup === 'linkify' || open.markup === 'autolink'
  return isBare && text?.type === 'text' ? String(open.attrGet('href')) : null
}

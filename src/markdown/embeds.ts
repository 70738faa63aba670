// A link alone in its paragraph to a video or a post becomes a static card: nothing is loaded from a third party.

import type { MarkdownIt, Token } from 'markdown-it'
import { fill } from '../domain/strings.ts'
import { parseUrl } from '../domain/web-address.ts'
import { isPlainParagraph } from './boxes.ts'
import { contextOf } from './markdown-context.ts'
import { inSiteLanguage, type MarkdownSite } from './markdown-site.ts'

type Kind = 'video' | 'audio' | 'post'

type Service = { readonly name: string; readonly kind: Kind }

const service = (name: string, kind: Kind): Service => ({ name, kind })

const services: ReadonlyMap<string, Service> = new Map([
  ['youtube.com', service('YouTube', 'video')],
  ['youtu.be', service('YouTube', 'video')],
  ['vimeo.com', service('Vimeo', 'video')],
  ['dailymotion.com', service('Dailymotion', 'video')],
  ['tiktok.com', service('TikTok', 'video')],
  ['x.com', service('X', 'post')],
  ['twitter.com', service('X', 'post')],
  ['instagram.com', service('Instagram', 'post')],
  ['facebook.com', service('Facebook', 'post')],
  ['threads.net', service('Threads', 'post')],
  ['bsky.app', service('Bluesky', 'post')],
  ['t.me', service('Telegram', 'post')],
  ['soundcloud.com', service('SoundCloud', 'audio')],
  ['open.spotify.com', service('Spotify', 'audio')],
])

/** The service that a link leads to, or null when it is not one that has cards. */
export const serviceOf = (url: string): Service | null => {
  const parsed = /^https?:/.test(url) ? parseUrl(url) : null
  if (parsed === null || parsed.pathname === '/') return null
  return services.get(parsed.hostname.replace(/^(?:www|m|mobile)\./, '')) ?? null
}

export const addEmbeds = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  markdown.core.ruler.push('embeds', state => {
    if (!state.src.includes('://')) return
    for (const [index, token] of state.tokens.entries()) {
      const paragraph = state.tokens[index - 1]
      // In a tight list the paragraph is not shown, so there is nothing to make a card of.
      const link = isPlainParagraph(paragraph) && !paragraph.hidden ? loneLink(token) : null
      const found = link && serviceOf(link.url)
      if (!link || !found) continue
      paragraph?.attrSet('class', 'embed')
      const name = new state.Token('embed_name', 'b', 0)
      name.meta = { ...found }
      token.children?.unshift(name)
      // Without a title of the author's own the card shows its address.
      if (link.address) link.address.content = link.url.replace(/^https?:\/\/(?:www\.)?/, '')
    }
  })
  if (site === null) return
  const words = {
    video: site.strings.videoOn,
    audio: site.strings.audioOn,
    post: site.strings.postOn,
  }
  markdown.renderer.rules.embed_name = (tokens, index, _options, env) => {
    const { name, kind } = (tokens[index] as Token).meta as Service
    const html = markdown.utils.escapeHtml(fill(words[kind], { service: name }))
    return `<b>${inSiteLanguage(html, site, contextOf(env))}</b> `
  }
}

type LoneLink = { readonly url: string; readonly address: Token | null }

/** A link alone in its paragraph: its address, or words that are its title. */
const loneLink = ({ type, children }: Token): LoneLink | null => {
  const [open, text] = children ?? []
  if (type !== 'inline' || open?.type !== 'link_open') return null
  if (children?.findIndex(child => child.type === 'link_close') !== (children?.length ?? 0) - 1) return null
  const isBare = open.markup === 'linkify' || open.markup === 'autolink'
  return { url: String(open.attrGet('href')), address: isBare && text?.type === 'text' ? text : null }
}

// Where a story's links may lead, and how they are written in feeds.

import type { MarkdownIt } from 'markdown-it'
import { anchorOf } from '../domain/live-blog.ts'
import { contextOf, type MarkdownContext, resolve } from './markdown-context.ts'

/** http(s), mailto, tel, a path on this site or an id on this page. */
export const isAllowedLink = (url: string): boolean =>
  /^(?:https?:\/\/[^/]|mailto:|tel:|\/(?![/\\])|#)/i.test(url.trim())

/** What markdown-it may turn into a link or a picture at all: never a scheme that runs something. */
export const isPossibleTarget = (url: string): boolean =>
  isAllowedLink(url) || /^[\w.%@+-]+(?:\/[\w.%@+-]+)*(?:#silent)?$/.test(url.trim())

export const addLinks = (markdown: MarkdownIt): void => {
  markdown.renderer.rules.link_open = (tokens, index, options, env, renderer) => {
    const token = tokens[index]
    const href = token?.attrGet('href')
    if (token && typeof href === 'string') token.attrSet('href', leadingOn(href, contextOf(env)))
    return renderer.renderToken(tokens, index, options)
  }
}

/** What is not on a page of some entries is on that of the story. */
const leadingOn = (href: string, context: MarkdownContext): string => {
  const { isPart, entries = [], url } = context
  const isElsewhere = isPart && href.startsWith('#') && !entries.some(at => href === `#${anchorOf(at)}`)
  return resolve(isElsewhere ? url + href : href, context)
}

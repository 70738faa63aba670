// Reads from a page's HTML what the checks ask about.

import { Parser } from 'htmlparser2'

type At = { readonly offset: number }

export type HtmlFacts = {
  readonly ids: readonly (At & { readonly id: string })[]
  /** Where a reader can go from here. */
  readonly links: readonly (At & { readonly href: string })[]
  /** What a browser asks for by itself while it shows the page. */
  readonly requests: readonly (At & { readonly url: string; readonly by: string })[]
  readonly times: readonly (At & {
    readonly datetime: string
    readonly role: string
    readonly text: string
  })[]
  readonly h1s: number
}

type Mutable<Facts> = {
  -readonly [Name in keyof Facts]: Facts[Name] extends readonly (infer Item)[] ? Item[] : Facts[Name]
}

/** `link` relations that make a browser fetch something. */
const fetched = /\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b/i

/** What a style fetches: pictures, fonts, other stylesheets. */
const fetchedByStyle = /url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)/gi

const sources: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  script: ['src'],
  iframe: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
}

export const readHtml = (html: string): HtmlFacts => {
  const facts: Mutable<HtmlFacts> = { ids: [], links: [], requests: [], times: [], h1s: 0 }
  let time: { offset: number; datetime: string; role: string; text: string } | null = null
  let style: { offset: number; text: string } | null = null
  const addRequest = (url: string, by: string, offset: number) => {
    if (!/^data:/i.test(url)) facts.requests.push({ url, by, offset })
  }
  const addRequestsOfStyle = (css: string, offset: number) => {
    for (const [, url, sheet] of css.matchAll(fetchedByStyle)) addRequest(url ?? sheet ?? '', 'style', offset)
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const offset = parser.startIndex
        if (name === 'h1') facts.h1s++
        if (attributes.id !== undefined) facts.ids.push({ id: attributes.id, offset })
        if ((name === 'a' || name === 'area') && attributes.href !== undefined)
          facts.links.push({ href: attributes.href, offset })
        if (name === 'link' && attributes.href !== undefined) {
          if (fetched.test(attributes.rel ?? '')) addRequest(attributes.href, 'link', offset)
          else facts.links.push({ href: attributes.href, offset })
        }
        for (const attribute of sources[name] ?? []) {
          const value = attributes[attribute]
          if (value === undefined) continue
          const urls =
            attribute === 'srcset' ? value.split(',').map(part => part.trim().split(/\s/)[0] ?? '') : [value]
          for (const url of urls) addRequest(url, name, offset)
        }
        if (attributes.style !== undefined) addRequestsOfStyle(attributes.style, offset)
        if (name === 'style') style = { offset, text: '' }
        if (name === 'time')
          time = { offset, datetime: attributes.datetime ?? '', role: attributes.class ?? '', text: '' }
      },
      ontext: text => {
        if (time) time.text += text
        if (style) style.text += text
      },
      onclosetag: name => {
        if (name === 'time' && time) {
          facts.times.push(time)
          time = null
        }
        if (name === 'style' && style) {
          addRequestsOfStyle(style.text, style.offset)
          style = null
        }
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return facts
}

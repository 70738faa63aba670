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
const fetched = /\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b/

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
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const offset = parser.startIndex
        if (name === 'h1') facts.h1s++
        if (attributes.id !== undefined) facts.ids.push({ id: attributes.id, offset })
        if ((name === 'a' || name === 'area') && attributes.href !== undefined)
          facts.links.push({ href: attributes.href, offset })
        if (name === 'link' && attributes.href !== undefined) {
          if (fetched.test(attributes.rel ?? ''))
            facts.requests.push({ url: attributes.href, by: 'link', offset })
          else facts.links.push({ href: attributes.href, offset })
        }
        for (const attribute of sources[name] ?? []) {
          const value = attributes[attribute]
          if (value === undefined) continue
          const urls =
            attribute === 'srcset' ? value.split(',').map(part => part.trim().split(/\s/)[0] ?? '') : [value]
          for (const url of urls) facts.requests.push({ url, by: name, offset })
        }
        if (name === 'time')
          time = { offset, datetime: attributes.datetime ?? '', role: attributes.class ?? '', text: '' }
      },
      ontext: text => {
        if (time) time.text += text
      },
      onclosetag: name => {
        if (name !== 'time' || !time) return
        facts.times.push(time)
        time = null
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return facts
}

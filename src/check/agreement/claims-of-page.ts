// What a story's own page claims of it: to readers, in its JSON-LD, and to those who share it.

import { Parser } from 'htmlparser2'
import type { HtmlParts } from '../html/html-parts.ts'
import type { JsonLd } from '../json/find-json-ld.ts'
import { timeIn } from '../json/json-values.ts'
import type { Claim } from './claim.ts'
import { claimsOfJsonLd } from './claims-of-json-ld.ts'

/** `self`: the page's own address, for a page that does not name it. */
export const claimsOfPage = (
  html: string,
  parts: HtmlParts,
  jsonLd: readonly JsonLd[],
  self: string,
): readonly Claim[] => {
  const end = html.indexOf('</head>')
  const { canonical = self, metas } = readHead(html.slice(0, end))
  const timeOf = (role: string) => parts.times.find(time => time.role.split(/\s+/).includes(role))?.datetime
  const heading = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(html)
  const authors = [...html.matchAll(/<a\b[^>]*\brel="author"[^>]*>([\s\S]*?)<\/a>/g)]
  const property = (name: string) => metas.get(name)
  return [
    {
      source: 'the page',
      url: canonical,
      offset: heading?.index ?? 0,
      headline: heading?.[1] === undefined ? undefined : textOf(heading[1]),
      published: timeIn(timeOf('published')),
      modified: timeIn(timeOf('updated')),
      authors: authors.length === 0 ? undefined : authors.map(([, name = '']) => textOf(name)),
      // The head has them as JSON-LD.
      html: html.slice(Math.max(0, end)),
    },
    {
      source: 'Open Graph',
      url: property('og:url') ?? canonical,
      offset: Math.max(0, html.indexOf('og:url')),
      headline: property('og:title'),
      published: timeIn(property('article:published_time')),
      modified: timeIn(property('article:modified_time')),
      section: property('article:section'),
    },
    ...jsonLd.flatMap(claimsOfJsonLd),
  ]
}

type Head = {
  readonly canonical: string | undefined
  /** The first value of each property. */
  readonly metas: ReadonlyMap<string, string>
}

const readHead = (html: string): Head => {
  const metas = new Map<string, string>()
  let canonical: string | undefined
  const parser = new Parser({
    onopentag: (name, { rel, href, property, content }) => {
      if (name === 'link' && rel === 'canonical') canonical = href
      if (name === 'meta' && property && !metas.has(property)) metas.set(property, content ?? '')
    },
  })
  parser.end(html)
  return { canonical, metas }
}

const textOf = (html: string): string => {
  if (!/[<&]/.test(html)) return html.trim()
  let text = ''
  const parser = new Parser({
    ontext: part => {
      text += part
    },
  })
  parser.end(html)
  return text.trim()
}

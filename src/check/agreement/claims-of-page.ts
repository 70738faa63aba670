// What a story's own page tells of it: to readers, in its JSON-LD, and to those who share it.

import { Parser } from 'htmlparser2'
import type { HtmlFacts } from '../html/html-parts.ts'
import type { JsonLd } from '../json/find-json-ld.ts'
import { claimsOfJsonLd } from './claims-of-json-ld.ts'
import type { Claim } from './compare-claims.ts'

/** `self`: the page's own address, which it need not say. */
export const claimsOfPage = (
  html: string,
  facts: HtmlFacts,
  jsonLd: readonly JsonLd[],
  self: string,
): readonly Claim[] => {
  const end = html.indexOf('</head>')
  const { canonical = self, metas } = readHead(html.slice(0, end))
  const timeOf = (role: string) => facts.times.find(time => time.role.split(/\s+/).includes(role))?.datetime
  const heading = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(html)
  const authors = [...html.matchAll(/<a\b[^>]*\brel="author"[^>]*>([\s\S]*?)<\/a>/g)]
  const property = (name: string) => metas.get(name)
  return [
    {
      by: 'the page',
      url: canonical,
      offset: heading?.index ?? 0,
      headline: heading?.[1] === undefined ? undefined : textOf(heading[1]),
      published: parsed(timeOf('published')),
      modified: parsed(timeOf('updated')),
      authors: authors.length === 0 ? undefined : authors.map(([, name = '']) => textOf(name)),
      // The head has them as JSON-LD.
      html: html.slice(Math.max(0, end)),
    },
    {
      by: 'Open Graph',
      url: property('og:url') ?? canonical,
      offset: Math.max(0, html.indexOf('og:url')),
      headline: property('og:title'),
      published: parsed(property('article:published_time')),
      modified: parsed(property('article:modified_time')),
      section: property('article:section'),
    },
    ...jsonLd.flatMap(claimsOfJsonLd),
  ]
}

const parsed = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Date.parse(time)

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

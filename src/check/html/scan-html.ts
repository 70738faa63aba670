// Reads HTML as layouts and markdown write it, several times faster than a parser does.

import { addStyle, addTag, type GatheredParts, type HtmlParts, hasParts, noParts } from './html-parts.ts'
import { parseHtml } from './parse-html.ts'

const startTag =
  /<([a-z][a-z0-9]*)((?:[ \t\n\f\r]+[a-z][a-z0-9_:.-]*(?:=(?:"[^"]*"|'[^']*'|[^ \t\n\f\r"'<>=`]+))?)*)[ \t\n\f\r]*\/?>/y
/** Most tags of a page have no parts that checks ask about. */
const plainTag = /<(?:p|li|ul|ol|em|strong|b|h[2-6]|div|span|header|blockquote)>/y
/** Most of the others are links. */
const plainLink = /<a href="([^"&]*)"(?: rel="[a-z ]*")?>/y
/** An icon that is nothing but lines: a link has one on each page. */
const plainIcon = /<svg viewBox="[\d .]*" aria-hidden="true">(?:<path d="[\w .,-]*" ?\/>)*<\/svg>/y
const attribute = /([a-z][a-z0-9_:.-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^ \t\n\f\r"'<>=`]+)))?/g
const checkedAttribute = /\b(?:id|style)\b|[ \t\n\f\r]on[a-z]+=/
const endTag = /<\/[a-z][a-z0-9]*>/y
const doctype = /<!doctype[ \t\n\f\r][^>]*>/iy

const [slash, exclamationMark, questionMark] = [0x2f, 0x21, 0x3f]
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** Elements that hold nothing but text up to their own end tag. */
const textEnds: ReadonlyMap<string, RegExp> = new Map(
  ['style', 'script', 'title'].map(name => [name, new RegExp(`</${name}[ \\t\\n\\f\\r/>]`, 'iy')]),
)

/** Elements that change how what follows them is read. */
const needsParser = new Set('iframe image math noembed noframes plaintext svg textarea xmp'.split(' '))

/** A form inside a form is ignored by browsers. */
const isForParser = (name: string, html: string, at: number): boolean =>
  needsParser.has(name) || (name === 'form' && html.indexOf('<form') < at)

/** The same as `parseHtml`, or null when the page contains something that takes a parser to read. */
export const scanHtml = (html: string): HtmlParts | null => {
  const parts = noParts()
  let at = html.indexOf('<')
  while (at !== -1) {
    const end = endOfTag(html, at, parts)
    if (end === null) return null
    at = html.indexOf('<', end)
  }
  return parts
}

/** The end of what begins with the `<`; null when only a parser can find it. */
const endOfTag = (html: string, at: number, parts: GatheredParts): number | null => {
  const next = html.charCodeAt(at + 1)
  if (next === slash) return endOf(endTag, html, at)
  if (isLetter(next)) return endOfStartTag(html, at, parts)
  if (next === exclamationMark) return endOf(doctype, html, at)
  return next === questionMark ? null : at + 1
}

const endOf = (pattern: RegExp, html: string, at: number): number | null => {
  pattern.lastIndex = at
  return pattern.test(html) ? pattern.lastIndex : null
}

const endOfStartTag = (html: string, at: number, parts: GatheredParts): number | null => {
  const plainEnd = endOf(plainTag, html, at) ?? endOf(plainIcon, html, at)
  if (plainEnd !== null) return plainEnd
  plainLink.lastIndex = at
  const [link, href] = plainLink.exec(html) ?? []
  if (link !== undefined && href !== undefined) {
    parts.links.push({ href, offset: at })
    return at + link.length
  }
  startTag.lastIndex = at
  const [all, name, attributes] = startTag.exec(html) ?? []
  if (all === undefined || name === undefined || attributes === undefined) return null
  if (isForParser(name, html, at)) return null
  const end = at + all.length
  if (name === 'time') return endOfTime(html, at, end, attributes, parts)
  if (hasParts(name, attributes) || checkedAttribute.test(attributes)) {
    // Only the parser knows all entities.
    if (attributes.includes('&')) addAll(parts, parseHtml(all), at)
    else addTag(parts, name, read(attributes), at)
  }
  const textEnd = textEnds.get(name)
  if (textEnd === undefined) return end
  // Searching with the pattern would take longer than all the rest of a page.
  let close = html.indexOf('</', end)
  while (close !== -1 && endOf(textEnd, html, close) === null) close = html.indexOf('</', close + 2)
  if (close === -1) return null
  if (name === 'style') addStyle(parts, html.slice(end, close), at)
  return close
}

const endOfTime = (
  html: string,
  at: number,
  textStart: number,
  attributes: string,
  parts: GatheredParts,
): number | null => {
  const textEnd = html.indexOf('</time>', textStart)
  if (textEnd === -1) return null
  const text = html.slice(textStart, textEnd)
  if (/[<&]/.test(text) || attributes.includes('&')) return null
  const values = read(attributes)
  addTag(parts, 'time', values, at)
  parts.times.push({ offset: at, datetime: values.datetime ?? '', role: values.class ?? '', text })
  return textEnd
}

const read = (attributes: string): Readonly<Record<string, string>> => {
  const values: Record<string, string> = {}
  attribute.lastIndex = 0
  for (let match = attribute.exec(attributes); match !== null; match = attribute.exec(attributes)) {
    const [, name = '', double, single, bare] = match
    if (!Object.hasOwn(values, name)) values[name] = double ?? single ?? bare ?? ''
  }
  return values
}

const addAll = (parts: GatheredParts, more: HtmlParts, at: number): void => {
  const moved = <Item extends { readonly offset: number }>(item: Item): Item => ({
    ...item,
    offset: item.offset + at,
  })
  for (const part of more.ids) parts.ids.push(moved(part))
  for (const part of more.links) parts.links.push(moved(part))
  for (const part of more.requests) parts.requests.push(moved(part))
  for (const part of more.scripts) parts.scripts.push(moved(part))
  for (const part of more.inline) parts.inline.push(moved(part))
  for (const part of more.asked) parts.asked.push(moved(part))
}

// The rules of _redirects, for Cloudflare Pages and Netlify alike: old addresses, and where they lead now.

import type { Moved } from '../archive/create-archive.ts'
import type { Cdn } from '../domain/newsroom.ts'
import { hasQuery, type Redirect, splitQuery } from '../domain/redirect.ts'
import { servedPath } from '../domain/web-address.ts'
import { sentTo } from './sent-to.ts'

/** Paths as browsers ask for them, percent-encoded; `from` with the words behind it that stand for a query. */
type RedirectRule = { readonly from: string; readonly to: string; readonly status: string }

type ChosenRedirects = {
  /** Those with a query first, then what programs ask for, then the newest stories', then the rows of _data/redirects.yaml. */
  readonly rules: readonly RedirectRule[]
  /** Old addresses without a rule: how many are over the limit, and those of the newest that no rule can express. */
  readonly tooMany: number
  readonly tooLong: readonly string[]
  readonly patterns: readonly string[]
  /** Rows with a query, which the host cannot tell from the path alone. */
  readonly queries: readonly string[]
}

/** Cloudflare Pages takes so many without patterns; above 10,000 Netlify may refuse the site. */
export const mostRedirects: Readonly<Record<Cdn, number>> = { cloudflare: 2000, netlify: 10_000, none: 0 }

/** Characters that Cloudflare Pages documents for one redirect. */
export const longestRedirect = 1000

/**
 * Every old address also has a page of its own that leads on, so one without a rule is not lost. Netlify shows that page
 * instead, unless the rule insists by a "!", which Cloudflare does not know.
 */
export const chooseRedirects = (moved: Moved, redirects: readonly Redirect[], cdn: Cdn): ChosenRedirects => {
  const most = mostRedirects[cdn]
  const status = cdn === 'netlify' ? '301!' : '301'
  const all = redirects.flatMap(({ path, to }) =>
    to === null ? [] : [{ path, to: withoutColons(sentTo(to)) }],
  )
  const rows = all.filter(({ path }) => !hasQuery(path))
  // Nothing else leads on from these, and a rule for their path alone would come before them.
  const asked = all.filter(({ path }) => hasQuery(path)).map(row => ({ ...row, rule: queryRule(row, cdn) }))
  const askedRules = asked.flatMap(({ rule }) => rule ?? [])
  const entries = [
    ...rows.filter(isForPrograms),
    ...moved
      .newest(most)
      .flatMap(({ url, aliases }) => aliases.map(path => ({ path, to: percentEncoded(url) }))),
    ...rows.filter(row => !isForPrograms(row)),
  ]
  const rulesFor = (spell: (alias: string) => readonly string[]) =>
    entries.flatMap(({ path, to }) => spell(path).map(from => ({ from, to, status })))
  const newest = rulesFor(alias => [percentEncoded(alias)])
  const fit = [...askedRules, ...newest.filter(rule => !isPattern(rule) && !isTooLong(rule))]
  // Networks compare letter by letter, so the other spellings of the same address get what room is left.
  const known = new Set(newest.map(({ from }) => from))
  const others = rulesFor(otherSpellings).filter(rule => {
    const isNew = !known.has(rule.from) && !isPattern(rule) && !isTooLong(rule)
    known.add(rule.from)
    return isNew
  })
  return {
    rules: [...fit, ...others].slice(0, most),
    tooMany: moved.count + rows.length - newest.length + Math.max(0, fit.length - most),
    tooLong: newest.filter(rule => !isPattern(rule) && isTooLong(rule)).map(({ from }) => from),
    patterns: newest.filter(isPattern).map(({ from }) => from),
    queries: asked.filter(({ rule }) => rule === null).map(({ path }) => path),
  }
}

/**
 * Netlify takes names and values as words: `/ p=12 /news/x/ 301!`. A row that leads to its own path is left out, as the
 * query goes on to where the rule leads. Cloudflare Pages takes none.
 */
const queryRule = (
  { path, to }: { readonly path: string; readonly to: string },
  cdn: Cdn,
): RedirectRule | null => {
  const { address, query } = splitQuery(path)
  const words = (query ?? '').split('&')
  const from = percentEncoded(address)
  const isSaid = cdn === 'netlify' && words.every(word => /^[\w-]+=[\w.~-]+$/.test(word))
  const rule = { from: [from, ...words].join(' '), to, status: '301!' }
  const isOwnPath = to.replace(/[?#].*$/s, '').replace(/\/$/, '') === from.replace(/\/$/, '')
  return isSaid && !isOwnPath && !/[*:]/.test(from) && !isTooLong(rule) ? rule : null
}

/** A feed or another file: those who ask for it follow no page that leads on. */
const isForPrograms = ({ path, to }: { readonly path: string; readonly to: string }): boolean =>
  [path, to].some(address => /\.(?!html?$)[a-z][a-z0-9]*$/i.test(address.replace(/[?#].*$/s, '')))

/** Behind the host, where a colon would begin a name that stands for other characters. */
const withoutColons = (to: string): string => {
  const start = /^[a-z]+:\/\/[^/]*/i.exec(to)?.[0].length ?? 0
  return to.slice(0, start) + to.slice(start).replaceAll(':', '%3A')
}

/** "/münchen/" → "/m%C3%BCnchen/", but "/q%26a/" as it is: the address as it stands in a browser's request. */
export const percentEncoded = (path: string): string => new URL(path, 'https://site.example').pathname

/** "/q%26a,b/" → "/q&a,b/" and "/q%26a%2Cb/"; of "/münchen/" also "/m%c3%bcnchen/". */
const otherSpellings = (alias: string): readonly string[] => {
  const path = servedPath(alias)
  // Where a character stands for others, no spelling of it is taken literally.
  if (/^[\w./-]*$|[*:]/.test(path)) return []
  const plain = percentEncoded(path.replace(/[%?#]/g, encodeURIComponent))
  const strict = path.split('/').map(encodeURIComponent).join('/')
  return [plain, strict].flatMap(spelling => [spelling, inSmallDigits(spelling)])
}

const inSmallDigits = (spelling: string): string =>
  spelling.replace(/%[0-9A-F]{2}/g, encoded => encoded.toLowerCase())

/** To both networks a * and a colon stand for other characters, and no spelling of them is taken literally. */
const isPattern = ({ from }: RedirectRule): boolean => /[*:]/.test(servedPath(from))

const isTooLong = ({ from, to, status }: RedirectRule): boolean =>
  `${from} ${to} ${status}`.length > longestRedirect

// The rules of _redirects, for Cloudflare Pages and Netlify alike: old addresses of stories, and where the stories are now.

import type { Moved } from '../archive/create-archive.ts'
import type { Cdn } from '../domain/newsroom.ts'

/** Paths as browsers ask for them, percent-encoded. */
type RedirectRule = { readonly from: string; readonly to: string; readonly status: string }

type ChosenRedirects = {
  /** The newest stories' first. */
  readonly rules: readonly RedirectRule[]
  /** Old addresses without a rule: how many are over the limit, and those of the newest that no rule can express. */
  readonly tooMany: number
  readonly tooLong: readonly string[]
  readonly patterns: readonly string[]
}

/** Cloudflare Pages takes so many without patterns; above 10,000 Netlify may refuse the site. */
export const mostRedirects: Readonly<Record<Cdn, number>> = { cloudflare: 2000, netlify: 10_000, none: 0 }

/** Characters that Cloudflare Pages documents for one redirect. */
export const longestRedirect = 1000

/**
 * Every old address also has a page of its own that leads on, so one without a rule is not lost. Netlify shows that page
 * instead, unless the rule insists by a "!", which Cloudflare does not know.
 */
export const chooseRedirects = (moved: Moved, cdn: Cdn): ChosenRedirects => {
  const most = mostRedirects[cdn]
  const status = cdn === 'netlify' ? '301!' : '301'
  const newest = moved
    .newest(most)
    .flatMap(({ url, aliases }) =>
      aliases.map(alias => ({ from: percentEncoded(alias), to: percentEncoded(url), status })),
    )
  const fit = newest.filter(rule => !isPattern(rule) && !isTooLong(rule))
  return {
    rules: fit.slice(0, most),
    tooMany: moved.count - newest.length + Math.max(0, fit.length - most),
    tooLong: newest.filter(rule => !isPattern(rule) && isTooLong(rule)).map(({ from }) => from),
    patterns: newest.filter(isPattern).map(({ from }) => from),
  }
}

/** "/münchen/" → "/m%C3%BCnchen/", but "/q%26a/" as it is: the address as it stands in a browser's request. */
export const percentEncoded = (path: string): string => new URL(path, 'https://site.example').pathname

/** To both networks a * and a colon stand for other characters, and no spelling of them is taken literally. */
const isPattern = ({ from }: RedirectRule): boolean => /[*:]/.test(from)

const isTooLong = ({ from, to, status }: RedirectRule): boolean =>
  `${from} ${to} ${status}`.length > longestRedirect

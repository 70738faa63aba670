// Warns of what does not fit into _headers and _redirects, and says what to do about it.

import type { Archive } from '../archive/create-archive.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import { locationOfFile, type Problem } from '../domain/problem.ts'
import { isPolicyTooLong, longestHeaderLine } from '../hosting/header-rules.ts'
import { chooseRedirects, longestRedirect, mostRedirects } from '../hosting/redirect-rules.ts'
import type { Plan } from './plan.ts'

/** Only when the files are written, not at every publish. */
export const hostingWarnings = (
  { pages }: Plan,
  { site }: Newsroom,
  { moved, redirects, styles }: Archive,
): readonly Problem[] => {
  const isPlanned = (kind: string) => pages.some(page => page.kind === kind)
  return [
    ...(isPlanned('headers') && isPolicyTooLong(site, styles) ? [policyLeftOut(styles.length)] : []),
    ...(isPlanned('redirects')
      ? redirectsLeftOut(chooseRedirects(moved, redirects(), site.hosting.cdn), site)
      : []),
  ]
}

const warning = (file: string, code: string, message: string, hint: string): Problem => ({
  code,
  severity: 'warning',
  message,
  hint,
  location: locationOfFile(`_site/${file}`),
})

const policyLeftOut = (styles: number): Problem =>
  warning(
    '_headers',
    'policy-left-out',
    `the content security policy is left out of _headers: with ${styles} styles it is longer than the ${longestHeaderLine} characters that Cloudflare Pages takes in a line`,
    'let fewer layouts have styles of their own, or put each optional part of a style into a style element of its own',
  )

const redirectsLeftOut = (
  { tooMany, tooLong, patterns, queries }: ReturnType<typeof chooseRedirects>,
  { hosting }: Newsroom['site'],
): readonly Problem[] => {
  const most = mostRedirects[hosting.cdn]
  const leftOut = (count: number, why: string, hint = eachHasPage): readonly Problem[] =>
    count === 0
      ? []
      : [
          warning(
            '_redirects',
            'redirects-left-out',
            `${count === 1 ? '1 old address is' : `${count} old addresses are`} left out of _redirects: ${why}`,
            hint,
          ),
        ]
  return [
    ...leftOut(tooMany, `the host takes ${most}, and those of files, then of the newest stories come first`),
    ...leftOut(
      tooLong.length,
      `the host takes ${longestRedirect} characters for a redirect (${listed(tooLong)})`,
    ),
    ...leftOut(
      patterns.length,
      `a * or a colon in them would match other addresses as well (${listed(patterns)})`,
    ),
    ...leftOut(
      queries.length,
      hosting.cdn === 'cloudflare'
        ? `Cloudflare Pages tells no queries apart (${listed(queries)})`
        : `Netlify takes queries of plain names and values that lead to another path (${listed(queries)})`,
      'readers of them see what stands at the path alone; to redirect them, use nginx or Caddy (npm run server-config), or a worker of your CDN',
    ),
  ]
}

const eachHasPage =
  'readers still arrive, as each old address has a page that leads on; to redirect all of them, use nginx or Caddy (npm run server-config), or a worker of your CDN'

const listed = (addresses: readonly string[]): string => {
  const shown = addresses
    .slice(0, 3)
    .map(address => (address.length > 60 ? `${address.slice(0, 60)}…` : address))
  return [...shown, ...(addresses.length > shown.length ? ['…'] : [])].join(', ')
}

// What does not fit into _headers and _redirects, and what to do about it.

import type { Archive } from '../archive/create-archive.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import { locationOfFile, type Problem } from '../domain/problem.ts'
import { isPolicyTooLong, longestHeaderLine } from '../hosting/header-rules.ts'
import { chooseRedirects, longestRedirect, mostRedirects } from '../hosting/redirect-rules.ts'
import type { Plan } from './plan.ts'

/** Told whenever the files are written, not at every publish. */
export const hostingWarnings = (
  { pages }: Plan,
  { site }: Newsroom,
  { moved, styles }: Archive,
): readonly Problem[] => {
  const isPlanned = (kind: string) => pages.some(page => page.kind === kind)
  return [
    ...(isPlanned('headers') && isPolicyTooLong(site, styles) ? [policyLeftOut(styles.length)] : []),
    ...(isPlanned('redirects') ? redirectsLeftOut(moved, site) : []),
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
    `the content security policy is left out: it names ${styles} styles, and Cloudflare Pages takes no line of more than ${longestHeaderLine} characters`,
    'let fewer layouts have styles of their own, or put each optional part of a style into a style element of its own',
  )

const redirectsLeftOut = (moved: Archive['moved'], { hosting }: Newsroom['site']): readonly Problem[] => {
  const { tooMany, tooLong, patterns } = chooseRedirects(moved, hosting.cdn)
  const most = mostRedirects[hosting.cdn]
  const leftOut = (count: number, why: string): readonly Problem[] =>
    count === 0
      ? []
      : [
          warning(
            '_redirects',
            'redirects-left-out',
            `${count === 1 ? 'an old address is' : `${count} old addresses are`} left out: ${why}`,
            'nothing is lost, as each has a page that leads on; nginx and Caddy take all of them (npm run server-config), or a worker of your network can',
          ),
        ]
  return [
    ...leftOut(tooMany, `there is room for ${most}, and the newest stories’ come first`),
    ...leftOut(tooLong.length, `a redirect has room for ${longestRedirect} characters (${listed(tooLong)})`),
    ...leftOut(
      patterns.length,
      `a * or a colon would stand for other addresses as well (${listed(patterns)})`,
    ),
  ]
}

const listed = (addresses: readonly string[]): string => {
  const shown = addresses
    .slice(0, 3)
    .map(address => (address.length > 60 ? `${address.slice(0, 60)}…` : address))
  return [...shown, ...(addresses.length > shown.length ? ['…'] : [])].join(', ')
}

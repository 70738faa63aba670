// The headers of the preview: those of the site, and what its own notice, its bar and its script for reloading need.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { contentPolicy } from '../domain/content-policy.ts'
import type { Site } from '../domain/newsroom.ts'
import { addresses } from '../domain/site-addresses.ts'
import { commonHeaders, policyHeader } from '../hosting/common-headers.ts'
import { hashForPolicy } from '../system/digest.ts'
import { barPath, listPath } from './bar-script.ts'
import { overlayStyle } from './overlay.ts'
import { storiesStyle } from './stories-page.ts'

/** What the last build says of the site; null while there was none. */
export type ServedSite = { readonly site: Site; readonly styles: readonly string[] } | null

/** The script by which pages reload stands at this path, and on error pages in the page itself. */
const reloadPath = '/.11ty/reload-client.js'
const reloadScript = readFileSync(
  createRequire(import.meta.url).resolve('@11ty/eleventy-dev-server/client/reload-client.js'),
  'utf8',
)

const own = { script: hashForPolicy(reloadScript), style: hashForPolicy(overlayStyle) }
const ofStories = hashForPolicy(storiesStyle)

/** `host`: the one that was asked, and that may be. */
export const previewHeaders = (
  served: ServedSite,
  host: string,
  path: string,
): Readonly<Record<string, string>> => {
  const styles = [...(served?.styles ?? []), own.style, ...(path.startsWith(listPath) ? [ofStories] : [])]
  const policy = contentPolicy(styles, path.startsWith(addresses.search) ? 'search' : 'elsewhere')
  const common = served === null ? [] : commonHeaders(served.site, styles)
  // Nothing here is encrypted.
  const headers = common.filter(({ name }) => name !== 'Strict-Transport-Security')
  return {
    ...Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    [policyHeader]: allowReloading(policy, host),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    // Drafts: no search engine may have them, and no other site may learn where they are.
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  }
}

const allowReloading = (policy: string, host: string): string => {
  const more = [
    ['script-src', `'${own.script}' http://${host}${reloadPath} http://${host}${barPath}`],
    ['connect-src', `ws://${host}`],
  ] as const
  return more.reduce(
    (made, [name, sources]) =>
      made.includes(`${name} `)
        ? made.replace(`${name} `, `${name} ${sources} `)
        : `${made}; ${name} ${sources}`,
    policy,
  )
}

// The headers of every response: how browsers keep readers safe, and what machines may do with the text.

import { contentUsage } from '../domain/ai-use.ts'
import { contentPolicy } from '../domain/content-policy.ts'
import type { Site } from '../domain/newsroom.ts'

export type Header = { readonly name: string; readonly value: string }

/** Features that pages never use. Only names that browsers know: others are errors in their consoles. */
const refusedFeatures = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
]

/** A year, for this host alone: its other names may not be ready for it (RFC 6797). */
const transport = 'max-age=31536000'

export const policyHeader = 'Content-Security-Policy'

export const commonHeaders = (site: Site, styles: readonly string[]): readonly Header[] => [
  { name: policyHeader, value: contentPolicy(styles, 'elsewhere') },
  ...(site.url.startsWith('https:') ? [{ name: 'Strict-Transport-Security', value: transport }] : []),
  { name: 'X-Content-Type-Options', value: 'nosniff' },
  { name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { name: 'Permissions-Policy', value: refusedFeatures.map(name => `${name}=()`).join(', ') },
  ...contentUsage(site.ai).map(value => ({ name: 'Content-Usage', value })),
]

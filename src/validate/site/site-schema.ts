// The facts about the site: _data/site.yaml.

import * as z from 'zod/mini'
import { aiUses } from '../../domain/ai-use.ts'
import { feedFormats, feedTexts } from '../../domain/feeds.ts'
import type { Cdn } from '../../domain/newsroom.ts'
import { shareServices } from '../../domain/share-services.ts'
import { isZone } from '../../time/is-zone.ts'
import { complain, email, instant, language, line, list, origin, sitePath, webUrl } from '../fields.ts'

const timezone = () =>
  z.string().check(payload => {
    if (!isZone(payload.value)) {
      complain(
        payload,
        'timezone-unknown',
        `there is no time zone “${payload.value}”`,
        'write an IANA name such as Asia/Kolkata',
      )
    }
  })

const weight = () =>
  z.number().check(payload => {
    if (!Number.isInteger(payload.value) || payload.value < 1000)
      complain(
        payload,
        'weight-range',
        'this must be a whole number of bytes, 1000 or more',
        'write a number such as 14000',
      )
  })

/** How long after its release a story may change without a word about it. */
const freeMinutes = () =>
  z.number().check(payload => {
    if (Number.isInteger(payload.value) && payload.value >= 0 && payload.value <= 1440) return
    const message = `this must be a whole number of minutes from 0 to 1440 (a day), not ${payload.value}`
    complain(payload, 'free-minutes-range', message, 'write a number such as 10')
  })

/** How long breaking news is breaking. */
const breakingHours = () =>
  z.number().check(payload => {
    const { value } = payload
    if (value > 0 && value <= 168) return
    complain(
      payload,
      'breaking-hours-range',
      `breaking news lasts more than 0 and at most 168 hours (a week), not ${value}`,
      'write a number such as 6',
    )
  })

/** One line in a form that machines know. */
const pattern = (expected: RegExp, hint: string) =>
  z.string().check(payload => {
    if (!expected.test(payload.value))
      complain(payload, 'text-form', `“${payload.value}” does not have the right form`, hint)
  })

const count = (least: number, most: number, hint: string) =>
  z.number().check(payload => {
    const { value } = payload
    if (Number.isInteger(value) && value >= least && value <= most) return
    complain(
      payload,
      'number-range',
      `this must be a whole number from ${least} to ${most}, not ${value}`,
      hint,
    )
  })

/** When the new day takes the front over, what urgency is worth there, and what its pictures may weigh. */
const fronts = () =>
  z.strictObject({
    stories: z._default(count(1, 100, 'write a number such as 4'), 4),
    hour: z._default(pattern(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'write an hour such as "06:00"'), '06:00'),
    hoursPerStep: z._default(count(0, 48, 'write a number of hours such as 4'), 4),
    pictureBytes: z._default(count(0, 10_000_000, 'write a number such as 300000'), 300_000),
  })

/** RFC 9116, section 2.5.3: one at least. */
const contacts = () =>
  z
    .array(pattern(/^(?:mailto:\S+@\S+|https:\/\/\S+|tel:\S+)$/, 'write mailto:…, https://… or tel:…'))
    .check(payload => {
      if (payload.value.length > 0) return
      const hint = 'write one such as mailto:security@news.example, or remove “security”'
      complain(payload, 'contact-missing', 'security.txt must have a contact', hint)
    })

/** https://journallist.net/reference-document-for-trust-txt-specifications */
const trustNames = [
  'member',
  'belongto',
  'control',
  'controlledby',
  'social',
  'vendor',
  'customer',
  'disclosure',
] as const

const newest = () =>
  z.number().check(payload => {
    const { value } = payload
    if (Number.isInteger(value) && value >= 1 && value <= 500) return
    complain(
      payload,
      'newest-range',
      `a feed holds 1 to 500 stories, not ${value}`,
      'write a number from 1 to 500',
    )
  })

/** The address of a service that announces new stories. Feeds show it, and requests go there. */
const service = () =>
  webUrl().check(payload => {
    if (!/^https?:\/\/[^/?#]*@|#/.test(payload.value)) return
    const message = 'the address contains a user name, a password or a #'
    complain(payload, 'url-private', message, 'remove it from the address')
  })

const cdns: readonly string[] = ['cloudflare', 'netlify', 'none'] satisfies readonly Cdn[]

const cdn = () =>
  z.pipe(
    z.string().check(payload => {
      if (cdns.includes(payload.value)) return
      const message = `Dateline cannot write files for “${payload.value}”`
      complain(payload, 'cdn-unknown', message, 'write cloudflare, netlify or none')
    }),
    z.transform(name => name as Cdn),
  )

/** "/shop/" → "/shop": the place itself, and all below it. */
const elsewhere = () =>
  z.pipe(
    sitePath().check(payload => {
      if (payload.value !== '/') return
      const hint = 'write what lives there besides, such as /shop/'
      complain(payload, 'path-form', 'the front of the site cannot be elsewhere', hint)
    }),
    z.transform(path => path.replace(/\/$/, '')),
  )

export const siteSchema = z.strictObject({
  name: line(1, 100),
  tagline: z.optional(line(1, 200)),
  url: origin(),
  timezone: timezone(),
  language: language(),
  description: line(20, 300),
  publisher: z.strictObject({ name: line(1, 100), url: webUrl() }),
  contact: z.strictObject({
    email: email(),
    phone: z.optional(line(3, 40)),
    address: z.optional(line(3, 300)),
  }),
  policies: z._default(
    z.strictObject({
      ethics: z.optional(sitePath()),
      corrections: z.optional(sitePath()),
      ownership: z.optional(sitePath()),
      diversity: z.optional(sitePath()),
      unnamedSources: z.optional(sitePath()),
      feedback: z.optional(sitePath()),
      masthead: z.optional(sitePath()),
    }),
    {},
  ),
  logo: z.optional(sitePath()),
  wordmark: z.optional(z.strictObject({ light: sitePath(), dark: z.optional(sitePath()) })),
  shareImage: z.optional(z.strictObject({ src: sitePath(), alt: line(1, 420) })),
  shortName: z.optional(line(1, 30)),
  icons: z._default(
    z.array(
      z.strictObject({
        src: sitePath(),
        sizes: pattern(/^\d+x\d+$/, 'write its width and height, such as 512x512'),
        type: pattern(/^image\/[\w+.-]+$/, 'write its type, such as image/png'),
        purpose: z.optional(z.enum(['any', 'maskable', 'monochrome'])),
      }),
    ),
    [],
  ),
  ai: z._default(z.enum(aiUses), 'allow'),
  trust: z._default(z.partialRecord(z.enum(trustNames), z.array(webUrl())), {}),
  security: z.optional(
    z.strictObject({
      contact: contacts(),
      expires: instant('UTC'),
      languages: z._default(z.array(language()), []),
      policy: z.optional(sitePath()),
    }),
  ),
  ads: z._default(
    z.array(
      pattern(
        /^[\w.-]+, *[^,\s]+, *(?:DIRECT|RESELLER)(?:, *[\w-]+)?$/,
        'write: domain, account, DIRECT or RESELLER, and perhaps a certificate',
      ),
    ),
    [],
  ),
  llms: z._default(z.boolean(), false),
  share: z._default(z.array(z.enum(shareServices)), []),
  unicodeSlugs: z._default(z.boolean(), false),
  breakingHours: z._default(breakingHours(), 6),
  fronts: z._default(fronts(), { stories: 4, hour: '06:00', hoursPerStep: 4, pictureBytes: 300_000 }),
  weight: z._default(weight(), 14_000),
  edits: z._default(
    z.strictObject({
      silent: z._default(z.enum(['error', 'warning']), 'error'),
      freeMinutes: z._default(freeMinutes(), 10),
    }),
    { silent: 'error', freeMinutes: 10 },
  ),
  app: z.optional(
    z.strictObject({
      name: line(1, 100),
      text: line(1, 300),
      ios: z.optional(webUrl()),
      android: z.optional(webUrl()),
    }),
  ),
  search: z.optional(z.boolean()),
  feeds: z.optional(
    z.strictObject({
      formats: z.optional(z.array(z.enum(feedFormats))),
      text: z.optional(z.enum(feedTexts)),
      newest: z.optional(newest()),
      archives: z.optional(z.boolean()),
      hub: z.optional(service()),
    }),
  ),
  ninjs: z._default(z.boolean(), true),
  indexNow: z.optional(
    z.strictObject({
      // https://www.indexnow.org/documentation
      key: pattern(/^[A-Za-z0-9-]{8,128}$/, 'write 8 to 128 letters, digits or hyphens'),
      endpoint: z._default(service(), 'https://api.indexnow.org/indexnow'),
    }),
  ),
  elsewhere: z._default(list(elsewhere(), 1000), []),
  hosting: z.optional(z.strictObject({ cdn: z.optional(cdn()), precompress: z.optional(z.boolean()) })),
})

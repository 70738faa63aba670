// The facts about the site: _data/site.yaml, sections.yaml, people.yaml and topics.yaml; and a day's curation.

import { IANAZone } from 'luxon'
import * as z from 'zod/mini'
import { shareServices } from '../domain/share-services.ts'
import { complain, key, language, line, origin, sitePath, webUrl } from './fields.ts'

const timezone = () =>
  z.string().check(payload => {
    if (!IANAZone.isValidZone(payload.value)) {
      complain(
        payload,
        'timezone-unknown',
        `there is no time zone “${payload.value}”`,
        'write an IANA name such as Asia/Kolkata',
      )
    }
  })

const email = () =>
  z.string().check(payload => {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(payload.value)) {
      complain(payload, 'email-form', 'this is not an e-mail address', 'write one such as desk@news.example')
    }
  })

const weight = () =>
  z.number().check(payload => {
    if (!Number.isInteger(payload.value) || payload.value < 1000)
      complain(payload, 'weight-range', 'this is no number of bytes that a page could have', 'write 14000')
  })

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
  share: z._default(z.array(z.enum(shareServices)), []),
  weight: z._default(weight(), 14_000),
  app: z.optional(
    z.strictObject({
      name: line(1, 100),
      text: line(1, 300),
      ios: z.optional(webUrl()),
      android: z.optional(webUrl()),
    }),
  ),
})

const named = z.strictObject({ name: line(1, 100), description: z.optional(line(1, 500)) })

/** The first words of the site's own paths: src/pages/addresses.ts. */
export const takenPaths = ['topics', 'bylines', 'archive', 'corrections', 'media', 'sitemaps']

/** Sections stand at the site's root, beside its own paths and the years of its archive. */
const sectionKey = () =>
  key().check(payload => {
    const { value } = payload
    if (!takenPaths.includes(value) && !/^\d+$/.test(value)) return
    const hint = `choose another word, such as ${value}-news`
    complain(payload, 'section-taken', `/${value}/ is taken by other pages of the site`, hint)
  })

export const sectionsSchema = z.record(sectionKey(), named)
export const topicsSchema = z.record(key(), named)

export const peopleSchema = z.record(
  key(),
  z.strictObject({
    name: line(1, 100),
    role: z.optional(line(1, 100)),
    bio: z.optional(line(1, 1000)),
    email: z.optional(email()),
  }),
)

export const curationSchema = z.strictObject({
  title: z.optional(line(1, 200)),
  order: z._default(z.array(key()), []),
})

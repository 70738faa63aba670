// The facts about the site: _data/site.yaml, sections.yaml, people.yaml and topics.yaml; and a day's curation.

import { IANAZone } from 'luxon'
import * as z from 'zod/mini'
import { complain, key, line, origin, webUrl } from './fields.ts'

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

const language = () =>
  z.string().check(payload => {
    try {
      if (Intl.getCanonicalLocales(payload.value)[0] === payload.value) {
        // For a language that it does not know, Node would take the machine's.
        if (Intl.DateTimeFormat.supportedLocalesOf(payload.value).length > 0) return
        const message = `Node cannot write dates in “${payload.value}”`
        complain(
          payload,
          'language-unknown',
          message,
          'write the language of your readers that comes nearest',
        )
        return
      }
    } catch {
      // not a language tag at all
    }
    complain(
      payload,
      'language-form',
      `“${payload.value}” is not a language tag`,
      'write a BCP 47 tag such as en, en-IN or hi',
    )
  })

const email = () =>
  z.string().check(payload => {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(payload.value)) {
      complain(payload, 'email-form', 'this is not an e-mail address', 'write one such as desk@news.example')
    }
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

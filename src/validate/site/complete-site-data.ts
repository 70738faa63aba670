// Site data as the whole engine has it: what a newsroom left out of its files has its default, or is null.

import type * as z from 'zod/mini'
import { feedFormats } from '../../domain/feeds.ts'
import { directionOf } from '../../domain/language.ts'
import type { Named, Person, Section, Site } from '../../domain/newsroom.ts'
import { profileLink } from '../../domain/profile-links.ts'
import type { peopleSchema, sectionsSchema } from './entries-schemas.ts'
import type { siteSchema } from './site-schema.ts'

type WrittenSite = z.infer<typeof siteSchema>
/** A key with what stands under it. */
type Entry<Schema extends z.ZodMiniType<Readonly<Record<string, unknown>>>> = readonly [
  key: string,
  entry: z.infer<Schema>[string],
]

/** Gives a text the quotation marks of the site's language. */
export type Curl = (text: string) => string

export const completeSite = (written: WrittenSite, curl: Curl): Site => {
  const {
    tagline,
    logo,
    wordmark,
    shareImage,
    shortName,
    security,
    contact,
    app,
    search,
    hosting,
    feeds,
    indexNow,
    ...rest
  } = written
  return {
    ...rest,
    name: curl(rest.name),
    description: curl(rest.description),
    publisher: { ...rest.publisher, name: curl(rest.publisher.name) },
    direction: directionOf(rest.language),
    tagline: tagline ? curl(tagline) : null,
    logo: logo ?? null,
    wordmark: wordmark ? { light: wordmark.light, dark: wordmark.dark ?? null } : null,
    shareImage: shareImage ?? null,
    sharePicture: null,
    shortName: shortName ? curl(shortName) : null,
    security: security ? { ...security, policy: security.policy ?? null } : null,
    contact: { email: contact.email, phone: contact.phone ?? null, address: contact.address ?? null },
    app: app ? completeApp(app, curl) : null,
    search: search ?? false,
    feeds: {
      formats: feeds?.formats ?? feedFormats,
      text: feeds?.text ?? 'full',
      newest: feeds?.newest ?? 50,
      archives: feeds?.archives ?? true,
      hub: feeds?.hub ?? null,
    },
    indexNow: indexNow ?? null,
    hosting: { cdn: hosting?.cdn ?? 'cloudflare', precompress: hosting?.precompress ?? false },
  }
}

const completeApp = (
  { name, text, ios, android }: NonNullable<WrittenSite['app']>,
  curl: Curl,
): Site['app'] => ({
  name: curl(name),
  text: curl(text),
  ios: ios ?? null,
  android: android ?? null,
  id: /\/id(\d+)/.exec(ios ?? '')?.[1] ?? null,
})

/** A section, a topic, a series. */
export const completeNamed = ([key, entry]: Entry<typeof sectionsSchema>, curl: Curl): Section & Named => ({
  key,
  name: curl(entry.name),
  description: entry.description ? curl(entry.description) : null,
})

export const completePerson = ([key, entry]: Entry<typeof peopleSchema>, curl: Curl): Person => ({
  key,
  name: curl(entry.name),
  role: entry.role ? curl(entry.role) : null,
  bio: entry.bio ? curl(entry.bio) : null,
  email: entry.email ?? null,
  portrait: entry.picture ?? null,
  picture: null,
  links: entry.links.map(profileLink),
  fediverse: entry.fediverse ?? null,
})

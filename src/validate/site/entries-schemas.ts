// Files of named entries: _data/sections.yaml, people.yaml, and those that name the keys of listings.

import * as z from 'zod/mini'
import { reservedWords } from '../../domain/site-addresses.ts'
import { complain, email, key, line, list, sitePath, webUrl } from '../fields.ts'

const named = z.strictObject({ name: line(1, 100), description: z.optional(line(1, 500)) })

/** Sections stand at the site's root, beside its own paths and the years of its archive. */
const sectionKey = () =>
  key().check(payload => {
    const { value } = payload
    if (!reservedWords.includes(value) && !/^\d+$/.test(value)) return
    const hint = `choose another word, such as ${value}-news`
    complain(payload, 'section-taken', `/${value}/ is used by other pages of the site`, hint)
  })

/** Every story needs one. */
export const sectionsSchema = z.record(sectionKey(), named).check(payload => {
  if (Object.keys(payload.value).length === 0)
    complain(payload, 'sections-missing', 'there is no section', 'write one, such as world: { name: World }')
})
const titled = z.pipe(
  z.strictObject({ title: line(1, 100), description: z.optional(line(1, 500)) }),
  z.transform(({ title, ...rest }) => ({ name: title, ...rest })),
)

/** `label`: what the file calls a name. */
export const namesSchema = (label: 'name' | 'title'): z.ZodMiniType<z.infer<typeof sectionsSchema>> =>
  z.record(key(), label === 'title' ? titled : named)

/** https://docs.joinmastodon.org/entity/PreviewCard/: whose account a page names as its author's. */
const handle = () =>
  z.string().check(payload => {
    if (/^@[\w.-]+@[\w-]+(?:\.[\w-]+)+$/.test(payload.value)) return
    const message = `“${payload.value}” is no name in the fediverse`
    complain(
      payload,
      'handle-form',
      message,
      'write the name and its server, such as "@asha@mastodon.example"',
    )
  })

export const peopleSchema = z.record(
  key(),
  z.strictObject({
    name: line(1, 100),
    role: z.optional(line(1, 100)),
    bio: z.optional(line(1, 1000)),
    email: z.optional(email()),
    picture: z.optional(sitePath()),
    links: z._default(list(webUrl(), 20), []),
    fediverse: z.optional(handle()),
  }),
)

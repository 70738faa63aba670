// The story's front matter: every field it may have, and nothing else.

import * as z from 'zod/mini'
import { complain, instant, key, line, sitePath, webUrl } from './fields.ts'

const urgency = () =>
  z.number().check(payload => {
    if (!Number.isInteger(payload.value) || payload.value < 1 || payload.value > 9) {
      complain(
        payload,
        'urgency-range',
        'urgency runs from 1 (flash) to 9',
        'write a whole number from 1 to 9, or leave it out',
      )
    }
  })

/** Times without an offset are refused; `zone` (IANA) serves the advice. */
export const storySchema = (zone: string) =>
  z.strictObject({
    title: line(1, 300),
    date: instant(zone),
    summary: line(40, 300),
    section: z.string(),
    authors: z._default(z.array(line(1, 100)), []),
    tags: z._default(z.array(key()), []),
    updated: z.optional(instant(zone)),
    dateline: z.optional(line(1, 100)),
    source: z.optional(z.strictObject({ name: line(1, 200), url: webUrl() })),
    urgency: z._default(urgency(), 5),
    image: z.optional(
      z.strictObject({
        src: line(1, 300),
        alt: line(1, 500),
        credit: line(1, 200),
        caption: z.optional(line(1, 500)),
      }),
    ),
    corrections: z._default(z.array(z.strictObject({ date: instant(zone), text: line(1, 1000) })), []),
    draft: z._default(z.boolean(), false),
    embargo: z.optional(instant(zone)),
    withdrawn: z.optional(z.strictObject({ date: instant(zone), reason: line(1, 1000) })),
    slug: z.optional(key()),
    aliases: z._default(z.array(sitePath()), []),
  })

export type FrontMatterFields = z.infer<ReturnType<typeof storySchema>>

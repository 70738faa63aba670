// The story's front matter: every field it may have, and nothing else.

import * as z from 'zod/mini'
import { createFindNamed, type FindNamed } from '../../domain/find-named.ts'
import type { Named, Person, Section, SiteData } from '../../domain/newsroom.ts'
import { bylineKey } from '../../domain/slug.ts'
import { parseUrl } from '../../domain/web-address.ts'
import { complain, instant, isKey, isTooLong, key, language, line, list, webUrl } from '../fields.ts'
import { oldAddress } from '../old-address.ts'
import { slugField, slugSyntaxOf } from '../slug-syntax.ts'

const urgency = () =>
  z.number().check(payload => {
    if (!Number.isInteger(payload.value) || payload.value < 1 || payload.value > 9) {
      complain(
        payload,
        'urgency-range',
        'urgency must be a whole number from 1 (flash) to 9',
        'write a number from 1 to 9, or remove the line',
      )
    }
  })

/** A key of sections.yaml. */
export const sectionOf = (sections: readonly Section[]) => {
  const keys = sections.map(section => section.key)
  const find = createFindNamed(sections)
  return z.string().check(payload => {
    if (keys.includes(payload.value)) return
    const hint = keyMeant(payload.value, find) ?? `the sections are ${listed(keys)}`
    complain(payload, 'section-unknown', `there is no section “${payload.value}”`, hint)
  })
}

/** A key of series.yaml. */
export const seriesOf = (series: ReadonlyMap<string, Named>) => {
  const find = createFindNamed([...series.values()])
  return z.string().check(payload => {
    if (series.has(payload.value)) return
    const add = 'add it to _data/series.yaml, with a title'
    const hint =
      keyMeant(payload.value, find) ??
      (series.size === 0 ? add : `the series are ${listed([...series.keys()])}; or ${add}`)
    complain(payload, 'series-unknown', `there is no series “${payload.value}” in _data/series.yaml`, hint)
  })
}

/** A hint of thousands would be read by nobody. */
const longestList = 50

const listed = (keys: readonly string[]): string =>
  keys.length <= longestList
    ? keys.join(', ')
    : `${keys.slice(0, longestList).join(', ')} and ${keys.length - longestList} more`

const keyMeant = (word: string, { meant }: FindNamed): string | null => {
  const key = meant(word)
  return key && `did you mean “${key}”?`
}

/** A key of people.yaml, or a plain name; what looks like a key must be one. */
const authorOf = (people: ReadonlyMap<string, Person>) => {
  const find = createFindNamed([...people.values()])
  return line(1, 100).check(payload => {
    const author = payload.value
    if (isTooLong(bylineKey(author))) {
      complain(payload, 'text-too-long', 'the name is too long for a web address', 'shorten it')
    } else if (isKey(author) && !people.has(author)) {
      const hint =
        keyMeant(author, find) ?? 'add them to _data/people.yaml, or write a plain name such as Asha Rao'
      complain(payload, 'author-unknown', `there is no “${author}” in _data/people.yaml`, hint)
    }
  })
}

/** `true`, or a group of fields. */
const liveOf = (zone: string) =>
  z.pipe(
    z.transform(value => (value === true ? {} : value === false ? null : value)),
    z.nullable(z.strictObject({ until: z.optional(instant(zone)) })),
  )

/** Names of stories on this site, or `false` for none. */
const relatedOf = (origin: string) =>
  z.pipe(
    z.transform(value => (value === false ? [] : value)),
    list(
      line(1, 500).check(payload => {
        const url = parseUrl(payload.value)
        if (url === null || url.origin === origin) return
        const message = `“${payload.value}” is no story of this site`
        complain(payload, 'related-elsewhere', message, 'link to it in the text')
      }),
      mostRelated,
    ),
  )

const mostRelated = 12

/** Times without an offset are refused; the site's zone serves the advice. Some old stories had a few words and no more. */
export const storySchema = ({ site, sections, people, names }: SiteData, shortestSummary: 40 | 1 = 40) => {
  const zone = site.timezone
  return z.strictObject({
    title: line(1, 300),
    kicker: z.optional(line(1, 40)),
    date: instant(zone),
    summary: line(shortestSummary, 300),
    section: sectionOf(sections),
    authors: z._default(list(authorOf(people), 50), []),
    tags: z._default(list(key(createFindNamed([...names.topics.values()])), 100), []),
    series: z.optional(seriesOf(names.series)),
    updated: z.optional(instant(zone)),
    language: z.optional(language()),
    dateline: z.optional(line(1, 100)),
    source: z.optional(z.strictObject({ name: line(1, 200), url: webUrl() })),
    urgency: z._default(urgency(), 5),
    image: z.optional(
      z.strictObject({
        src: line(1, 300),
        alt: z.optional(line(0, 500)),
        decorative: z._default(z.boolean(), false),
        credit: line(1, 200),
        caption: z.optional(line(1, 500)),
      }),
    ),
    corrections: z._default(list(z.strictObject({ date: instant(zone), text: line(1, 1000) }), 200), []),
    live: z.optional(liveOf(zone)),
    draft: z._default(z.boolean(), false),
    minor: z.optional(z.boolean()),
    front: z.optional(z.boolean()),
    related: z.optional(relatedOf(site.url)),
    embargo: z.optional(instant(zone)),
    withdrawn: z.optional(z.strictObject({ date: instant(zone), reason: line(1, 1000) })),
    slug: z.optional(slugField(slugSyntaxOf(site))),
    aliases: z._default(list(oldAddress(), 100), []),
    imported: z.optional(
      z.strictObject({
        from: z.string(),
        check: z._default(list(z.literal('image'), 10), []),
        nowhere: z._default(list(z.string(), 250_000), []),
      }),
    ),
  })
}

/** The fields that hold text, at the top and in groups. */
export const textFields: ReadonlySet<string> = new Set([
  'title',
  'kicker',
  'summary',
  'dateline',
  'authors',
  'name',
  'alt',
  'credit',
  'caption',
  'text',
  'reason',
])

export type FrontMatterFields = z.infer<ReturnType<typeof storySchema>>

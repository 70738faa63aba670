// A story as news agencies exchange it: ninjs 3.1 of the IPTC, https://iptc.org/std/ninjs/.

import { typeOfFile } from '../domain/file-kinds.ts'
import type { Instant } from '../domain/instant.ts'
import type { Policy, Site } from '../domain/newsroom.ts'
import type { FeedItem } from '../pages/feed-items.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { policyProperties } from './organization.ts'

export type StoryFacts = {
  readonly dateline: string | null
  readonly kicker: string | null
  readonly urgency: number
  readonly words: number
}

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
}

/** `html`: the text, with absolute addresses. */
export const ninjs = (item: FeedItem, facts: StoryFacts, html: string, site: Site): object => {
  const absolute = (path: string) => new URL(path, site.url).href
  const time = (instant: Instant) => rfc3339(instant, site.timezone)
  const authors = item.authors.map(({ name, url }) => ({ name, rel: 'author', uri: absolute(url) }))
  const subject = (rel: string) => (link: { readonly name: string; readonly url: string }) => ({
    name: link.name,
    rel,
    uri: absolute(link.url),
  })
  return {
    uri: item.id,
    standard,
    type: 'text',
    representationType: 'full',
    firstCreated: time(item.date),
    versionCreated: time(item.modified),
    pubStatus: 'usable',
    urgency: facts.urgency,
    copyrightHolder: site.publisher.name,
    language: item.language ?? site.language,
    headlines: [
      { role: 'main', contentType: 'text/plain', value: item.title },
      ...(facts.kicker ? [{ role: 'kicker', contentType: 'text/plain', value: facts.kicker }] : []),
    ],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: item.summary }],
    bodies: [
      { role: 'main', contentType: 'text/html', charCount: html.length, wordCount: facts.words, value: html },
    ],
    ...(authors.length > 0 ? { by: authors.map(({ name }) => name).join(', '), people: authors } : {}),
    ...(facts.dateline ? { located: facts.dateline } : {}),
    subjects: [subject('section')(item.section), ...item.topics.map(subject('topic'))],
    ...(item.source ? { infoSources: [{ name: item.source.name, uri: item.source.url }] } : {}),
    ...(item.corrections.length > 0
      ? { edNote: item.corrections.map(({ date, text }) => `Correction, ${time(date)}: ${text}`).join('\n') }
      : {}),
    renditions: [{ name: 'web', href: absolute(item.url), contentType: 'text/html' }],
    ...associationsOf(item, absolute),
    trustIndicators: trustIndicatorsOf(site, absolute),
  }
}

const trustIndicatorsOf = ({ policies }: Site, absolute: Absolute): readonly object[] =>
  Object.entries(policies).flatMap(([policy, path]) =>
    path
      ? policyProperties[policy as Policy].map(role => ({
          role: `https://schema.org/${role}`,
          href: absolute(path),
        }))
      : [],
  )

type Absolute = (path: string) => string

const associationsOf = (
  { picture, media }: FeedItem,
  absolute: Absolute,
): { associations?: readonly object[] } => {
  const all = [
    ...(picture ? [pictureOf(picture, absolute)] : []),
    ...(media ? [mediaOf(media, absolute)] : []),
  ]
  return all.length === 0 ? {} : { associations: all }
}

const pictureOf = (picture: NonNullable<FeedItem['picture']>, absolute: Absolute): object => {
  const { alt, caption, credit, url, width, height } = picture
  const href = absolute(url)
  const words = caption || alt
  return {
    name: 'lead',
    uri: href,
    type: 'picture',
    copyrightHolder: credit,
    ...(words ? { descriptions: [{ role: 'caption', contentType: 'text/plain', value: words }] } : {}),
    renditions: [{ name: 'main', href, contentType: typeOfFile(url), width, height }],
  }
}

const mediaOf = ({ kind, url, bytes }: NonNullable<FeedItem['media']>, absolute: Absolute): object => {
  const href = absolute(url)
  return {
    name: kind,
    uri: href,
    type: kind,
    renditions: [{ name: 'main', href, contentType: typeOfFile(url), sizeInBytes: bytes }],
  }
}

type Withdrawn = { readonly id: string; readonly date: Instant; readonly reason: string }

/** For a withdrawn story: only that it may not be used any more. */
export const ninjsOfWithdrawn = ({ id, date, reason }: Withdrawn, site: Site): object => ({
  uri: id,
  standard,
  type: 'text',
  versionCreated: rfc3339(date, site.timezone),
  pubStatus: 'canceled',
  edNote: reason,
})

// A story made of what its file says, once all of it is known to be sound.

import type { Person, Site } from '../../domain/newsroom.ts'
import { storyFileOf } from '../../domain/site-paths.ts'
import type { LeadPicture, PictureFile, Story } from '../../domain/story.ts'
import { digestOf } from '../../system/digest.ts'
import { dayOf } from '../../time/wire-time.ts'
import { countWords } from '../body/count-words.ts'
import { ownPathOf } from '../body/own-links.ts'
import type { CheckedBody } from '../body/validate-body.ts'
import type { FrontMatterFields } from './story-schema.ts'

export type StoryParts = {
  readonly fields: FrontMatterFields
  /** Of the folder that the file stands in. */
  readonly folderDay: string
  /** Of the file, without its ending. */
  readonly name: string
  /** The text as it is written, and what was found in it. */
  readonly markdown: string
  readonly body: CheckedBody
  /** The picture that `fields.image` names. */
  readonly lead: PictureFile | null
}

type Rules = { readonly site: Site; readonly people: ReadonlyMap<string, Person> }

export const makeStory = (parts: StoryParts, { site, people }: Rules): Story => {
  const { fields, folderDay, name, markdown, body, lead } = parts
  const day = dayOf(fields.date, site.timezone)
  const slug = fields.slug ?? name
  const ownSource = fields.source ? ownPathOf(fields.source.url, site.url) : null
  return {
    ...fields,
    file: storyFileOf(folderDay, name),
    id: `tag:${new URL(site.url).host},${folderDay}:${name}`,
    day,
    url: `/${fields.section}/${day.replaceAll('-', '/')}/${slug}/`,
    slug,
    authors: [...new Set(fields.authors.map(author => keyOfAuthor(author, people)))],
    tags: [...new Set(fields.tags)],
    kicker: fields.kicker ?? null,
    series: fields.series ?? null,
    updated: fields.updated ?? null,
    language: fields.language === site.language ? null : (fields.language ?? null),
    dateline: fields.dateline ?? null,
    source: fields.source ?? null,
    image: fields.image && lead ? leadPicture(fields.image, lead) : null,
    corrections: fields.corrections.toSorted((one, other) => one.date - other.date),
    embargo: fields.embargo ?? null,
    withdrawn: fields.withdrawn ?? null,
    live: fields.live ? { until: fields.live.until ?? null, isOn: true } : null,
    entries: body.entries.map(({ entry }) => entry),
    pictures: body.pictures,
    media: body.media,
    links: ownSource === null ? body.links : [...body.links, ownSource],
    words: countWords(markdown),
    bodyDigest: digestOf(markdown),
  }
}

/** A person named in full is the same person as by their key. */
const keyOfAuthor = (author: string, people: ReadonlyMap<string, Person>): string =>
  people.has(author) ? author : ([...people.values()].find(({ name }) => name === author)?.key ?? author)

const leadPicture = (
  { alt, credit, caption }: NonNullable<FrontMatterFields['image']>,
  picture: PictureFile,
): LeadPicture => ({ ...picture, alt: alt ?? '', credit, caption: caption ?? null })

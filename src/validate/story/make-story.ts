// A story made of what its file says, once all of it is known to be sound.

import { curlQuotes } from '../../domain/curl-quotes.ts'
import type { LiveEntry } from '../../domain/live-blog.ts'
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

/** All of its words have the quotation marks of its language, so that pages, feeds and data agree. */
export const makeStory = (parts: StoryParts, { site, people }: Rules): Story => {
  const { fields, folderDay, name, markdown, body, lead } = parts
  const day = dayOf(fields.date, site.timezone)
  // A disk may have taken the letters of a file's name apart.
  const ownName = name.normalize('NFC')
  const slug = fields.slug ?? ownName
  const curl: Curl = text => curlQuotes(text, fields.language ?? site.language)
  const ownSource = fields.source ? ownPathOf(fields.source.url, site.url) : null
  return {
    ...fields,
    title: curl(fields.title),
    summary: curl(fields.summary),
    file: storyFileOf(folderDay, name),
    id: `tag:${new URL(site.url).host},${folderDay}:${ownName}`,
    day,
    url: `/${fields.section}/${day.replaceAll('-', '/')}/${slug}/`,
    slug,
    authors: [
      ...new Set(fields.authors.map(author => keyOfAuthor(curlQuotes(author, site.language), people))),
    ],
    tags: [...new Set(fields.tags)],
    kicker: fields.kicker ? curl(fields.kicker) : null,
    series: fields.series ?? null,
    updated: fields.updated ?? null,
    language: fields.language === site.language ? null : (fields.language ?? null),
    dateline: fields.dateline ? curl(fields.dateline) : null,
    source: fields.source ? { ...fields.source, name: curl(fields.source.name) } : null,
    image: fields.image && lead ? leadPicture(fields.image, lead, curl) : null,
    corrections: fields.corrections
      .map(({ date, text }) => ({ date, text: curl(text) }))
      .sort((one, other) => one.date - other.date),
    embargo: fields.embargo ?? null,
    withdrawn: fields.withdrawn ? { ...fields.withdrawn, reason: curl(fields.withdrawn.reason) } : null,
    live: fields.live ? { until: fields.live.until ?? null, isOn: true } : null,
    entries: body.entries.map(({ entry }) => curlEntry(entry, curl)),
    pictures: body.pictures,
    media: body.media,
    links: ownSource === null ? body.links : [...body.links, ownSource],
    imported: fields.imported ? importedOf(fields.imported, body.links, site) : null,
    words: countWords(body.text),
    bodyDigest: digestOf(markdown),
  }
}

/** A link that an editor took out of the text counts no more. */
const importedOf = (
  { from, nowhere }: NonNullable<FrontMatterFields['imported']>,
  links: readonly string[],
  { url }: Site,
): Story['imported'] => {
  const marked = new Set(nowhere.map(link => ownPathOf(link, url)))
  return { from, nowhere: links.filter(link => marked.has(link)) }
}

type Curl = (text: string) => string

const curlEntry = (entry: LiveEntry, curl: Curl): LiveEntry => ({
  ...entry,
  headline: curl(entry.headline),
  text: curl(entry.text),
})

/** A person named in full is the same person as by their key. */
const keyOfAuthor = (author: string, people: ReadonlyMap<string, Person>): string =>
  people.has(author) ? author : ([...people.values()].find(({ name }) => name === author)?.key ?? author)

const leadPicture = (
  { alt, credit, caption }: NonNullable<FrontMatterFields['image']>,
  picture: PictureFile,
  curl: Curl,
): LeadPicture => ({
  ...picture,
  alt: curl(alt ?? ''),
  credit: curl(credit),
  caption: caption ? curl(caption) : null,
})

// A post of Ghost as a story: its fields by the names that front matter has, and its text.

import { failure, type Result, success } from '../../../domain/result.ts'
import { parseUrl } from '../../../domain/web-address.ts'
import { creditInCaption } from '../../fields/credit-in-caption.ts'
import { firstWords } from '../../html/first-words.ts'
import { foldPath } from '../../links/old-address.ts'
import type { AddNote } from '../../report/note.ts'
import { nameInMail } from '../../text/name-in-mail.ts'
import { textOfHtml } from '../../text/plain-text.ts'
import { toKey } from '../../text/to-key.ts'
import type { OldStory } from '../archive-source.ts'
import { bodyOfPost } from './body-of-post.ts'
import { type GhostPost, isYes } from './ghost-post.ts'
import { ghostTime } from './ghost-time.ts'
import type { OwnAddress } from './own-files.ts'

type Rules = {
  readonly ownAddress: OwnAddress
  /** Why readers of the old site could not see it; null when all could. */
  readonly notPublic: string | null
  /** Old addresses that led to it. */
  readonly aliases: readonly string[]
}

export const storyOfPost = (
  post: GhostPost,
  { ownAddress, notPublic, aliases }: Rules,
  addNote: AddNote,
): Result<OldStory, string> => {
  const { field, text } = post
  const published = ghostTime(field('published_at'))
  const date = published ?? ghostTime(field('created_at')) ?? ghostTime(field('updated_at'))
  if (date === null) return failure('the export has no date of it')
  noteExtras(post, addNote)
  const body = bodyOfPost(post, ownAddress, addNote)
  const tags = post.tags.filter(({ isInternal }) => !isInternal)
  const [primary] = post.tags
  const slug = text('slug').startsWith('untitled') && text('title') !== '' ? '' : text('slug')
  const fields = new Map<string, unknown>(
    Object.entries({
      title: text('title') === '(Untitled)' || text('title') === '' ? firstWords(body) : text('title'),
      date,
      updated: published === null ? null : ghostTime(field('updated_at')),
      slug: toKey(slug) || toKey(text('title')) || `post-${post.id}`,
      categories: primary === undefined || primary.isInternal ? [] : [primary.name],
      tags: tags.map(({ name }) => name),
      authors: [...new Set(post.authors.map(({ name }) => nameInMail(name, addNote)))],
      // The best summary first.
      summary: text('custom_excerpt'),
      description: text('meta_description'),
      excerpt: text('og_description'),
      teaser: text('twitter_description'),
      image: leadOf(post, ownAddress),
      ...originalOf(post),
      aliases,
      ...leftOut(post),
    }).filter(([, value]) => value !== null && value !== ''),
  )
  return success({ fields, body, format: 'html', ...(notPublic !== null && { notPublic }) })
}

const noteExtras = ({ field, tags, text }: GhostPost, addNote: AddNote): void => {
  for (const name of ['codeinjection_head', 'codeinjection_foot'])
    if (text(name) !== '')
      addNote('Left out code that was put into the page, as the import takes no code', text(name))
  for (const { name, isInternal } of tags)
    if (isInternal) addNote('Left out an internal tag, which readers never saw', name)
  if (isYes(field('featured')))
    addNote('It was featured on the old site; its place on the front follows its date here')
}

/** The first versions called it by another name. */
const leadOf = (post: GhostPost, ownAddress: OwnAddress): Readonly<Record<string, string>> | null => {
  const src = post.text('feature_image') || post.text('image')
  if (src === '') return null
  const { caption, credit } = creditInCaption(textOfHtml(String(post.field('feature_image_caption') ?? '')))
  const values = { src: ownAddress(src), alt: post.text('feature_image_alt'), caption, credit }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** Where it stood first. An address that ends as its own does is its own. */
const originalOf = ({ text }: GhostPost): Readonly<Record<string, unknown>> => {
  const canonical = text('canonical_url')
  const url = /^https?:\/\//.test(canonical) ? parseUrl(canonical) : null
  if (url === null || foldPath(url.pathname).endsWith(`/${text('slug').toLowerCase()}`))
    return { canonical_url: canonical }
  return { source: { name: url.hostname.replace(/^www\./, ''), url: canonical } }
}

const names = [
  'meta_title',
  'og_title',
  'twitter_title',
  'og_image',
  'twitter_image',
  'custom_template',
  'email_subject',
]

/** The report names each field that is not used; those that only repeat others say nothing. */
const leftOut = (post: GhostPost): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names
      .map(name => [name, post.text(name)] as const)
      .filter(
        ([, value]) => value !== '' && value !== post.text('title') && value !== post.text('feature_image'),
      ),
  )

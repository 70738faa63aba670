// All drafts of an archive together: their new addresses, the links between them, and their files.

import type { Instant } from '../domain/instant.ts'
import { storyFileOf } from '../domain/site-paths.ts'
import { createMarkdown } from '../markdown/create-markdown.ts'
import { findLeadPicture } from './fields/find-lead-picture.ts'
import {
  type AddressedStory,
  type AddressIndex,
  createAddressIndex,
  findPattern,
} from './links/address-index.ts'
import { assignAliases } from './links/assign-aliases.ts'
import type { PictureCollector } from './links/collect-pictures.ts'
import { oldAddressOf } from './links/old-address.ts'
import { resolveLink } from './links/resolve-link.ts'
import { resolvePicture } from './links/resolve-picture.ts'
import { rewriteLinks } from './links/rewrite-links.ts'
import type { Draft } from './read-draft.ts'
import { storyText } from './story-text.ts'
import { summaryOfDraft } from './summary-of-draft.ts'
import { type ArchiveKind, createArchiveMarkdown } from './text/archive-markdown.ts'
import { convertBody } from './text/convert-body.ts'

export type ConvertRules = {
  readonly kind: ArchiveKind
  readonly zone: string
  readonly base: string | null
  /** The generator's pattern of addresses, or the one that was stated. */
  readonly usual: string
  readonly isStated: boolean
  readonly now: Instant
  readonly takePicture: PictureCollector['collect']
  /** Paths of the site that no alias may take. */
  readonly reserved: readonly string[]
}

export type FinishedStory = {
  readonly draft: Draft
  /** Its file in the site. */
  readonly story: string
  readonly text: string
}

type Refused = { readonly draft: Draft; readonly reason: string }
type Placed = { readonly draft: Draft; readonly slug: string; readonly indexed: AddressedStory }
type Converted = Placed & {
  readonly body: string
  readonly summary: string
  readonly headings: readonly string[]
}

export type ConvertedStories = {
  readonly finished: readonly FinishedStory[]
  readonly refused: readonly Refused[]
  readonly remarks: readonly string[]
}

export const convertStories = (drafts: readonly Draft[], rules: ConvertRules): ConvertedStories => {
  const placed = giveAddresses(drafts)
  const refused: Refused[] = []
  const converted: Converted[] = []
  const all = createAddressIndex(
    placed.map(story => story.indexed),
    rules.usual,
  )
  for (const story of placed) {
    const result = attempt(() => convertStory(story, all, rules))
    if (typeof result === 'string') refused.push({ draft: story.draft, reason: result })
    else converted.push(result)
  }
  const { pattern, remark } = choosePattern(converted, rules)
  const index = createAddressIndex(
    converted.map(story => story.indexed),
    pattern,
  )
  const headings = new Map(converted.map(story => [story.indexed.url, story.headings]))
  const aliases = assignAliases(converted, pattern, rules.reserved)
  const hidden = new Set(
    converted.filter(story => !isOut(story.draft, rules.now)).map(story => story.indexed.url),
  )
  const finished: FinishedStory[] = []
  for (const story of converted) {
    const result = attempt(() =>
      finishStory(story, {
        ...rules,
        index,
        headings,
        hidden,
        pattern,
        aliases: aliases.get(story.indexed.url) ?? [],
      }),
    )
    if (typeof result === 'string') refused.push({ draft: story.draft, reason: result })
    else finished.push(result)
  }
  return { finished, refused, remarks: remark }
}

const isOut = ({ isDraft, instant, embargo }: Draft, now: Instant): boolean =>
  !isDraft && instant <= now && (embargo ?? now) <= now

/** A body that trips a library must not keep the others from being taken. */
const attempt = <Value>(turn: () => Value): Value | string => {
  try {
    return turn()
  } catch (error) {
    return `its text could not be turned: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Two stories of one day never share a name. */
const giveAddresses = (drafts: readonly Draft[]): readonly Placed[] => {
  const used = new Set<string>()
  return drafts.map(draft => {
    let slug = draft.storySlug
    for (let number = 2; used.has(`${draft.siteDay}/${slug}`); number++) slug = `${draft.storySlug}-${number}`
    if (slug !== draft.storySlug)
      draft.addNote('Another story of the day has the same name: the address was numbered', slug)
    used.add(`${draft.siteDay}/${slug}`)
    const url = `/${draft.section}/${draft.siteDay.replaceAll('-', '/')}/${slug}/`
    const { file, day, categories, slug: oldSlug, title, ownPattern, named } = draft
    return { draft, slug, indexed: { file, day, categories, slug: oldSlug, title, ownPattern, named, url } }
  })
}

const convertStory = (story: Placed, index: AddressIndex, { kind }: ConvertRules): Converted | string => {
  const { draft } = story
  const { title, fields, addNote } = draft
  const body = convertBody(draft.body, { kind, title, fields, addNote, pathOfPost: index.byFile })
  const summary = summaryOfDraft(draft, body, kind, index)
  if (summary === null)
    return 'it has too little text for a summary; give it a description of at least 40 characters'
  const headings = createMarkdown(null)
    .parse(body, {})
    .filter(token => token.type === 'heading_open')
    .map(token => String(token.attrGet('id') ?? ''))
  return { ...story, body, summary, headings }
}

const choosePattern = (
  converted: readonly Converted[],
  rules: ConvertRules,
): { pattern: string; remark: readonly string[] } => {
  if (rules.isStated) return { pattern: rules.usual, remark: [] }
  const links = converted.flatMap(({ body }) =>
    [...body.matchAll(/\]\(\s*<?([^)\s>]+)/g)].map(([, url = '']) =>
      rules.base && url.startsWith(rules.base) ? url.slice(rules.base.length) : url,
    ),
  )
  const { pattern, hits } = findPattern(
    converted.map(story => story.indexed),
    links.filter(url => url.startsWith('/')),
    rules.usual,
  )
  const remark = `Old addresses are kept as ${pattern}`
  return {
    pattern,
    remark: [
      pattern === rules.usual
        ? `${remark}, the generator’s usual form (state another with --permalink)`
        : `${remark}, since ${hits} links inside the archive lead there`,
    ],
  }
}

type FinishRules = ConvertRules & {
  readonly index: AddressIndex
  readonly headings: ReadonlyMap<string, readonly string[]>
  /** Addresses that lead nowhere yet. */
  readonly hidden: ReadonlySet<string>
  readonly pattern: string
  readonly aliases: readonly string[]
}

const finishStory = (story: Converted, rules: FinishRules): FinishedStory => {
  const { draft, indexed, slug } = story
  const { addNote, file, siteDay } = draft
  const takePicture = (src: string) => rules.takePicture(src, file, siteDay)
  const linkRules = {
    index: rules.index,
    from: indexed.named[0] ?? oldAddressOf(rules.pattern, indexed),
    file,
    base: rules.base,
    isHidden: (url: string) => rules.hidden.has(url),
    headingsOf: (url: string) => (url === '' ? story.headings : (rules.headings.get(url) ?? [])),
    addNote,
  }
  const body = rewriteLinks(story.body, createArchiveMarkdown(rules.kind), link =>
    link.kind === 'picture'
      ? resolvePicture(link, { base: rules.base, takePicture, addNote })
      : resolveLink(link.url, linkRules),
  )
  const image = findLeadPicture(draft.reader, takePicture, addNote)
  for (const name of draft.reader.rest())
    addNote(
      `The field ${name.length > 40 ? `${name.slice(0, 39)}…` : name} has no place in a story and was left out`,
    )
  const place = storyFileOf(siteDay, slug)
  return {
    draft,
    story: place,
    text: storyText({ draft, summary: story.summary, image, aliases: rules.aliases, body, zone: rules.zone }),
  }
}

// All drafts of an archive together: their new addresses, the links between them, and their files.

import type { Instant } from '../domain/instant.ts'
import { storyFileOf } from '../domain/site-paths.ts'
import { createMarkdown } from '../markdown/create-markdown.ts'
import { findLeadPicture } from './fields/find-lead-picture.ts'
import { asText } from './fields/read-fields.ts'
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
import { createArchiveMarkdown } from './text/archive-markdown.ts'
import { convertBody } from './text/convert-body.ts'
import type { TextDialect } from './text/text-dialect.ts'

type ConvertRules = {
  readonly dialect: TextDialect
  readonly zone: string
  readonly base: string | null
  /** The generator's pattern of addresses, or the one that is known. */
  readonly pattern: string
  /** It was stated or stood in the old site's configuration, so that links need not show it. */
  readonly isPatternKnown: boolean
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

type ConvertedStories = {
  readonly finished: readonly FinishedStory[]
  readonly rejected: readonly Rejected[]
  readonly remarks: readonly string[]
}

type Rejected = { readonly draft: Draft; readonly reason: string }
type Addressed = { readonly draft: Draft; readonly slug: string; readonly address: AddressedStory }
type Converted = Addressed & {
  readonly body: string
  readonly summary: string
  readonly headings: readonly string[]
}

/** Bodies first, as the links in them show the pattern of old addresses; then the links. */
export const convertStories = (drafts: readonly Draft[], rules: ConvertRules): ConvertedStories => {
  const addressed = assignAddresses(drafts)
  const all = indexOf(addressed, rules.pattern)
  const bodies = attemptEach(addressed, story => convertStory(story, all, rules))
  const { pattern, remarks } = choosePattern(bodies.done, rules)
  const site = knownOf(bodies.done, pattern, rules)
  const stories = attemptEach(bodies.done, story => finishStory(story, site, rules))
  return { finished: stories.done, rejected: [...bodies.rejected, ...stories.rejected], remarks }
}

const indexOf = (stories: readonly Addressed[], pattern: string): AddressIndex =>
  createAddressIndex(
    stories.map(({ address }) => address),
    pattern,
  )

/** `step` gives a sentence for a story that cannot be imported. A body that trips a library must not stop the others. */
const attemptEach = <Story extends { readonly draft: Draft }, Done extends object>(
  stories: readonly Story[],
  step: (story: Story) => Done | string,
): { readonly done: readonly Done[]; readonly rejected: readonly Rejected[] } => {
  const done: Done[] = []
  const rejected: Rejected[] = []
  for (const story of stories) {
    const result = attempt(() => step(story))
    if (typeof result === 'string') rejected.push({ draft: story.draft, reason: result })
    else done.push(result)
  }
  return { done, rejected }
}

const attempt = <Value>(step: () => Value): Value | string => {
  try {
    return step()
  } catch (error) {
    return `its text could not be converted: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Two stories of one day never share a name. */
const assignAddresses = (drafts: readonly Draft[]): readonly Addressed[] => {
  const used = new Set<string>()
  return drafts.map(draft => {
    const { storySlug, siteDay, section, addNote } = draft
    let slug = storySlug
    for (let number = 2; used.has(`${siteDay}/${slug}`); number++) slug = `${storySlug}-${number}`
    if (slug !== storySlug) addNote('Numbered the address: another story of the day has the same name', slug)
    used.add(`${siteDay}/${slug}`)
    return { draft, slug, address: { ...draft, url: `/${section}/${siteDay.replaceAll('-', '/')}/${slug}/` } }
  })
}

const convertStory = (
  story: Addressed,
  index: AddressIndex,
  { dialect }: ConvertRules,
): Converted | string => {
  const { draft } = story
  const { title, fields, addNote } = draft
  const context = {
    fieldText: (name: string) => asText(fields.get(name)),
    addressOfFile: index.byFile,
  }
  const body = convertBody(draft.body, { ...context, dialect, title, addNote })
  const summary = summaryOfDraft(draft, body, dialect, context)
  if (summary === null)
    return 'it has too little text for a summary; add a description of at least 40 characters'
  const headings = createMarkdown(null)
    .parse(body, {})
    .filter(token => token.type === 'heading_open')
    .map(token => String(token.attrGet('id') ?? ''))
  return { ...story, body, summary, headings }
}

const choosePattern = (
  stories: readonly Converted[],
  { pattern: usual, isPatternKnown, base }: ConvertRules,
): { readonly pattern: string; readonly remarks: readonly string[] } => {
  if (isPatternKnown) return { pattern: usual, remarks: [] }
  const links = stories.flatMap(({ body }) =>
    [...body.matchAll(/\]\(\s*<?([^)\s>]+)/g)].map(([, url = '']) =>
      base && url.startsWith(base) ? url.slice(base.length) : url,
    ),
  )
  const { pattern, hits } = findPattern(
    stories.map(({ address }) => address),
    links.filter(url => url.startsWith('/')),
    usual,
  )
  const reason =
    pattern === usual
      ? 'the default of the generator; to use another pattern, add --permalink'
      : `as ${hits} links in the archive lead there`
  return { pattern, remarks: [`Old addresses follow the pattern ${pattern}, ${reason}`] }
}

/** All that links need to know of the stories; the maps are by new addresses. */
type KnownStories = {
  readonly pattern: string
  readonly index: AddressIndex
  readonly headings: ReadonlyMap<string, readonly string[]>
  /** Addresses that lead nowhere yet. */
  readonly hidden: ReadonlySet<string>
  readonly aliases: ReadonlyMap<string, readonly string[]>
}

const knownOf = (
  stories: readonly Converted[],
  pattern: string,
  { now, reserved }: ConvertRules,
): KnownStories => ({
  pattern,
  index: indexOf(stories, pattern),
  headings: new Map(stories.map(({ address, headings }) => [address.url, headings])),
  hidden: new Set(stories.filter(({ draft }) => !isPublished(draft, now)).map(({ address }) => address.url)),
  aliases: assignAliases(
    stories.map(({ draft, address }) => ({
      address,
      namesItsAddress: draft.fields.has('permalink') || draft.fields.has('url'),
      addNote: draft.addNote,
    })),
    pattern,
    reserved,
  ),
})

const isPublished = ({ isDraft, instant, embargo }: Draft, now: Instant): boolean =>
  !isDraft && instant <= now && (embargo ?? now) <= now

const finishStory = (story: Converted, known: KnownStories, rules: ConvertRules): FinishedStory => {
  const { draft, address, slug, summary } = story
  const { addNote, file, siteDay } = draft
  const { base, zone } = rules
  const takePicture = (src: string) => rules.takePicture(src, file, siteDay)
  const linkRules = {
    index: known.index,
    from: address.namedAddresses[0] ?? oldAddressOf(known.pattern, address),
    file,
    base,
    isHidden: (url: string) => known.hidden.has(url),
    headingsOf: (url: string) => (url === '' ? story.headings : (known.headings.get(url) ?? [])),
    addNote,
  }
  const body = rewriteLinks(story.body, createArchiveMarkdown(rules.dialect), link =>
    link.kind === 'picture'
      ? resolvePicture(link, { base, takePicture, addNote })
      : resolveLink(link.url, linkRules),
  )
  const image = findLeadPicture(draft.reader, takePicture, addNote)
  for (const name of draft.reader.rest()) {
    const shown = name.length > 40 ? `${name.slice(0, 39)}…` : name
    addNote(`Dropped the field ${shown}, which the import does not use`)
  }
  const aliases = known.aliases.get(address.url) ?? []
  return {
    draft,
    story: storyFileOf(siteDay, slug),
    text: storyText({ draft, summary, image, aliases, body, zone }),
  }
}

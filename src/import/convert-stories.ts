// All drafts of an archive together: their new addresses, their bodies, and the old addresses that lead to them.

import type { Instant } from '../domain/instant.ts'
import { detached } from '../system/detached.ts'
import type { KeepText } from '../system/text-store.ts'
import { longestBody } from '../validate/body/validate-body.ts'
import { type Addressed, assignAddresses } from './assign-addresses.ts'
import { asText, type Fields } from './fields/read-fields.ts'
import {
  type ConvertedStory,
  type FinishedStory,
  type FinishRules,
  finishStory,
  type KnownStories,
} from './finish-story.ts'
import type { Anchor } from './html/html-anchors.ts'
import type { ImportedFiles } from './imported-files.ts'
import { type AddressIndex, createAddressIndex } from './links/address-index.ts'
import { assignAliases } from './links/assign-aliases.ts'
import { choosePattern, linkedPathsIn } from './links/choose-pattern.ts'
import type { Draft } from './read-draft.ts'
import type { TagCounts } from './report/count-tags.ts'
import { summaryOfDraft } from './summary-of-draft.ts'
import type { TagMeanings } from './tags/tag-meanings.ts'
import { convertBody } from './text/convert-body.ts'
import { takeDataPictures } from './text/data-pictures.ts'
import { findHeadings } from './text/find-headings.ts'
import { isPictureName } from './text/picture-name.ts'
import type { TagValues } from './text/text-dialect.ts'

type ConvertRules = FinishRules & {
  /** The generator's pattern of addresses, or the one that is known. */
  readonly pattern: string
  /** It was stated or stood in the old site's configuration, so that links need not show it. */
  readonly isPatternKnown: boolean
  readonly now: Instant
  readonly keepText: KeepText
  /** Hears of pictures on other hosts. */
  readonly seePicture: (src: string) => void
  /** What an editor says that template tags stand for. */
  readonly meanings: TagMeanings
  /** What names in template tags stand for, by the fields of a story. */
  readonly valuesOf: ((fields: Fields) => TagValues) | null
  readonly countUnknown: TagCounts['count']
  /** Whether the site itself has, or may come to have, something at a path. */
  readonly isTaken: (path: string) => boolean
  /** What earlier imports wrote, and what else stands there. */
  readonly imported: Pick<ImportedFiles, 'storyOf' | 'isTaken'>
}

type ConvertedStories<Written> = {
  readonly written: readonly Written[]
  readonly rejected: readonly Rejected[]
  readonly remarks: readonly string[]
  /** The new address of the story behind an old path; null where there is none, or it is not public. */
  readonly storyAt: (path: string) => string | null
  /** The new address of a story by its file in the archive; null where readers do not see it. */
  readonly urlOf: (file: string) => string | null
  /** New and old addresses of the stories. */
  readonly addresses: readonly string[]
}

type Rejected = { readonly draft: Draft; readonly reason: string }
type LinkingStory = ConvertedStory & { readonly linkedPaths: readonly string[] }

/**
 * Bodies first, as the links in them show the pattern of old addresses; then the links. Each story is handed to `write`
 * as it is finished, so that no two of them need be in memory.
 */
export const convertStories = <Written extends object>(
  drafts: readonly Draft[],
  rules: ConvertRules,
  write: (story: FinishedStory) => Written,
): ConvertedStories<Written> => {
  const bodies = convertBodies(assignAddresses(drafts, rules.imported), rules)
  const { pattern, remark } = rules.isPatternKnown
    ? { pattern: rules.pattern, remark: null }
    : choosePattern(bodies.done, rules.pattern)
  const known = knownOf(bodies.done, pattern, rules)
  const stories = attemptEach(bodies.done, story => finishStory(story, known, rules), write)
  const remarks = remark === null ? [] : [remark]
  const shown = bodies.done.filter(({ address }) => !known.hidden.has(address.url))
  const urls = new Map(shown.map(({ draft, address }) => [draft.file, address.url]))
  return {
    urlOf: file => urls.get(file) ?? null,
    written: stories.done,
    rejected: [...bodies.rejected, ...stories.rejected],
    remarks,
    storyAt: path => {
      const url = known.index.byPath(path)
      return url === null || known.hidden.has(url) ? null : url
    },
    addresses: [
      ...bodies.done.map(({ address }) => address.url),
      ...[...known.addresses.values()].flatMap(({ aliases }) => aliases),
    ],
  }
}

/** By themselves, so that their index of addresses need not stay in memory. */
const convertBodies = (stories: readonly Addressed[], rules: ConvertRules) => {
  const all = indexOf(stories, rules.pattern)
  return attemptEach(
    stories,
    story => convertStory(story, all, rules),
    story => story,
  )
}

const indexOf = (stories: readonly Addressed[], pattern: string): AddressIndex =>
  createAddressIndex(
    stories.map(({ address }) => address),
    pattern,
  )

/**
 * `step` gives a sentence for a story that cannot be imported. A body that trips a library must not stop the others;
 * a fault of `then`, such as a full disk, does.
 */
const attemptEach = <Story extends { readonly draft: Draft }, Step extends object, Done extends object>(
  stories: readonly Story[],
  step: (story: Story) => Step | string,
  then: (result: Step) => Done,
): { readonly done: readonly Done[]; readonly rejected: readonly Rejected[] } => {
  const done: Done[] = []
  const rejected: Rejected[] = []
  for (const story of stories) {
    const result = attempt(() => step(story))
    if (typeof result === 'string') rejected.push({ draft: story.draft, reason: result })
    else done.push(then(result))
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

const convertStory = (story: Addressed, index: AddressIndex, rules: ConvertRules): LinkingStory | string => {
  const { dialect, hosts, isPatternKnown, keepText, meanings, valuesOf, countUnknown, pictures, seePicture } =
    rules
  const { draft } = story
  const { title, fields, format, file, addNote } = draft
  const context = {
    fieldText: (name: string) => asText(fields.get(name)),
    addressOfFile: index.byFile,
    meanings,
  }
  const data = takeDataPictures(draft.readBody())
  // Each text sets names of its own.
  const values = () => (valuesOf === null ? {} : { values: valuesOf(fields) })
  let anchors: readonly Anchor[] = []
  const body = convertBody(data.text, {
    ...{ ...context, ...values(), dialect, format, title, countUnknown, addNote },
    hasPicture: src => pictures.has(src, file),
    anchors: found => {
      anchors = found
    },
  })
  if (body.length > longestBody)
    return `its text has ${body.length} characters, and no more than ${longestBody} can be shown on one page; divide it and import again`
  for (const src of foreignPicturesIn(body)) seePicture(src)
  const summary = summaryOfDraft(draft, data.text, body, dialect, { ...context, ...values() })
  const headings = findHeadings(body, anchors)
  const linkedPaths = isPatternKnown ? [] : linkedPathsIn(body, hosts)
  const kept = { readBody: keepText(body), dataPictures: data.pictures.map(keepText) }
  return { ...story, ...kept, summary: detached(summary), headings, linkedPaths }
}

const foreignPicturesIn = (body: string): readonly string[] =>
  [...body.matchAll(/\]\(\s*<?((?:https?:)?\/\/[^)\s>]+)/g)].map(([, src = '']) => src).filter(isPictureName)

const knownOf = (
  stories: readonly ConvertedStory[],
  pattern: string,
  { now, isTaken }: ConvertRules,
): KnownStories => {
  const drafts = stories.filter(({ draft }) => !isPublished(draft, now))
  const hidden = new Set(drafts.map(({ address }) => address.url))
  // Of two that would have had one address, readers knew the one that was public.
  const inTurn = [...stories.filter(({ address }) => !hidden.has(address.url)), ...drafts]
  return {
    pattern,
    // Links to a page that led on are led on.
    index: indexOf(
      stories.filter(({ draft }) => draft.became === null || draft.became.to === null),
      pattern,
    ),
    headings: new Map(stories.map(({ address, headings }) => [address.url, headings])),
    hidden,
    addresses: assignAliases(
      inTurn
        .filter(({ draft }) => draft.became === null)
        .map(({ draft, address }) => ({
          address,
          namesItsAddress: draft.fields.has('permalink') || draft.fields.has('url'),
          addNote: draft.addNote,
        })),
      pattern,
      isTaken,
    ),
  }
}

/** Whether readers see it at this time. */
export const isPublished = (
  { draftReason, instant, embargo }: Pick<Draft, 'draftReason' | 'instant' | 'embargo'>,
  now: Instant,
): boolean => draftReason === null && instant <= now && (embargo ?? now) <= now

// The last step of a story: its links and pictures lead where they lead now, and its file is written.

import { storyFileOf } from '../domain/site-paths.ts'
import { findLeadPicture } from './fields/find-lead-picture.ts'
import type { AddressedStory, AddressIndex } from './links/address-index.ts'
import { type KeptAddresses, noAddresses } from './links/assign-aliases.ts'
import type { FileCollector } from './links/collect-files.ts'
import type { CollectedPicture, PictureCollector } from './links/collect-pictures.ts'
import { oldAddressOf } from './links/old-address.ts'
import { withOwnPictures } from './links/own-pictures.ts'
import type { PictureNotes } from './links/picture-notes.ts'
import { resolveLink } from './links/resolve-link.ts'
import { resolvePicture } from './links/resolve-picture.ts'
import { type LinkAction, type LinkInText, rewriteLinks } from './links/rewrite-links.ts'
import type { Draft } from './read-draft.ts'
import { storyText } from './story-text.ts'
import { createArchiveMarkdown } from './text/archive-markdown.ts'
import { bytesOfData, numberOfData, withDataPictures } from './text/data-pictures.ts'
import { escapeUnreadLinks } from './text/escape-unread-links.ts'
import type { Heading } from './text/find-headings.ts'
import { keepWords } from './text/keep-words.ts'
import { readableMarkdown, withoutRefusedCharacters } from './text/readable-text.ts'
import type { TextDialect } from './text/text-dialect.ts'

/** A draft with its new address and a body that is converted, all but its links. */
export type ConvertedStory = {
  readonly draft: Draft
  readonly slug: string
  readonly address: AddressedStory
  readonly readBody: () => string
  /** Pictures that stood in the body as data, by their numbers. */
  readonly dataPictures: readonly (() => string)[]
  readonly summary: string
  readonly headings: readonly Heading[]
}

/** All that links need to know of the stories; the maps are by new addresses. */
export type KnownStories = {
  readonly pattern: string
  readonly index: AddressIndex
  readonly headings: ReadonlyMap<string, readonly Heading[]>
  /** Addresses that lead nowhere yet. */
  readonly hidden: ReadonlySet<string>
  readonly addresses: ReadonlyMap<string, KeptAddresses>
}

export type FinishRules = {
  readonly dialect: TextDialect
  readonly zone: string
  /** Origin of the old site, where the new one has another; else null. */
  readonly base: string | null
  /** Of the old site, and of the new one. */
  readonly hosts: ReadonlySet<string>
  /** Where a path of the new site leads that is no story's; null where it leads nowhere. */
  readonly addressHere: (path: string) => string | null
  readonly pictures: Pick<PictureCollector, 'collect' | 'collectBytes' | 'has'>
  readonly pictureNotes: (src: string) => PictureNotes | null
  readonly takeFile: FileCollector['collect']
  /** Of the old site: who is named where a picture names nobody. */
  readonly oldName: string
}

export type FinishedStory = {
  readonly draft: Draft
  /** Its file in the site. */
  readonly story: string
  readonly text: string
  /** Those of the old site that lead to it. */
  readonly addresses: readonly string[]
}

export const finishStory = (
  story: ConvertedStory,
  known: KnownStories,
  rules: FinishRules,
): FinishedStory => {
  const { draft, address, slug, summary } = story
  const { addNote, file, siteDay } = draft
  const { base, hosts, addressHere, zone } = rules
  const nowhere = new Set<string>()
  const { pictures } = rules
  const takePicture = (src: string, words = ''): CollectedPicture => {
    const bytes = dataOf(src, story)
    if (bytes !== undefined) return bytes && pictures.collectBytes(bytes, firstWords(words), siteDay)
    return pictures.collect(src, file, siteDay)
  }
  const linkRules = {
    index: known.index,
    from: ownNamedAddress(draft) ?? oldAddressOf(known.pattern, address),
    file,
    ...{ base, hosts, addressHere },
    // What only a draft leads to may never have been public.
    takeFile: (path: string, written: string) =>
      known.hidden.has(address.url) ? null : rules.takeFile({ path, written, storyFile: file, addNote }),
    addNowhere: (url: string) => nowhere.add(url),
    isHidden: (url: string) => known.hidden.has(url),
    headingsOf: (url: string) => (url === '' ? story.headings : (known.headings.get(url) ?? [])),
    addNote,
  }
  const markdown = createArchiveMarkdown(rules.dialect)
  // Links are kept as they stand in the text at last.
  const sound = withoutRefusedCharacters(story.readBody(), addNote)
  const shown = withOwnPictures(sound, markdown, src => pictures.has(src, file), addNote)
  const linked = rewriteLinks(shown, markdown, link =>
    link.kind === 'picture'
      ? resolvePicture(link, { hosts, takePicture, notesOf: rules.pictureNotes, addNote })
      : withWords(link, resolveLink(link.url, linkRules)),
  )
  const readable = readableMarkdown(
    keepWords(
      withDataPictures(linked, at => story.dataPictures[at]?.() ?? null),
      addNote,
    ),
    markdown,
    addNote,
  )
  const body = escapeUnreadLinks(readable, markdown, addNote)
  const image = findLeadPicture(draft.reader, {
    ...{ title: draft.title, site: rules.oldName, addNote },
    collect: takePicture,
    notesOf: rules.pictureNotes,
  })
  for (const name of draft.reader.rest()) {
    const shownName = name.length > 40 ? `${name.slice(0, 39)}…` : name
    addNote(`Dropped the field ${shownName}, which the import does not use`)
  }
  const { aliases, same } = known.addresses.get(address.url) ?? noAddresses
  return {
    draft,
    story: storyFileOf(siteDay, slug),
    text: storyText({ draft, summary, image, aliases, nowhere: [...nowhere].sort(), body, zone }),
    addresses: [...same, ...aliases],
  }
}

/** Null for what cannot be read, undefined for an address. */
const dataOf = (src: string, { dataPictures }: ConvertedStory): Buffer | null | undefined => {
  if (src.startsWith('data:image/')) return bytesOfData(src)
  const number = numberOfData(src)
  return number === null ? undefined : bytesOfData(dataPictures[number]?.() ?? '')
}

/** Of an alt text: enough for the name of a file. */
const firstWords = (words: string): string => words.split(/\s+/).slice(0, 5).join(' ')

/** A link without words is written anew, and shows its address. */
const withWords = ({ words, url }: LinkInText, action: LinkAction): LinkAction =>
  action.kind === 'keep' && words.trim() === '' ? { kind: 'link', url } : action

/** The address that it names for itself comes before those that led to it. */
const ownNamedAddress = ({ fields, namedAddresses }: Draft): string | null =>
  fields.has('permalink') || fields.has('url') ? (namedAddresses[0] ?? null) : null

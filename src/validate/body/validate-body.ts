// A story's markdown: its links must lead somewhere allowed, what it shows must stand beside it, its furniture must be whole.

import type { LiveEntry } from '../../domain/live-blog.ts'
import type { MediaFile } from '../../domain/media.ts'
import type { Site } from '../../domain/newsroom.ts'
import { errorAt, type Location, type Problem } from '../../domain/problem.ts'
import type { PictureFile } from '../../domain/story.ts'
import { leaveOutComments } from '../../markdown/comments.ts'
import type { MediaDisk } from '../../read/media-disk.ts'
import type { SourceFile } from '../../read/read-source.ts'
import type { FindPicture } from '../validate-picture.ts'
import type { BodyFault } from './body-fault.ts'
import { createBodyLocations } from './body-locations.ts'
import { findBoxFaults } from './find-box-faults.ts'
import { findBraceFaults } from './find-brace-faults.ts'
import { findCommentEnds, findNestedComments, findSplitComments } from './find-comment-faults.ts'
import { findContainerFaults } from './find-container-faults.ts'
import { findLeftoverFaults } from './find-leftover-faults.ts'
import { findLongLinks } from './find-long-links.ts'
import { findLostPictures } from './find-lost-pictures.ts'
import { findNoteFaults } from './find-note-faults.ts'
import { findOpenDirections, findRefusedCharacters } from './find-odd-marks.ts'
import { findShownMarkup } from './find-shown-markup.ts'
import { findUnpublishableOriginals } from './find-unpublishable-originals.ts'
import { findWordFaults } from './find-word-faults.ts'
import { isWorthReading } from './is-worth-reading.ts'
import { ownPathOf, plainLinks } from './own-links.ts'
import { readBody } from './read-body.ts'
import { filesOfEntries, readEntries } from './read-entries.ts'
import { readTargets } from './read-targets.ts'

type Body = {
  readonly source: SourceFile
  readonly body: string
  readonly findPicture: FindPicture
  readonly disk: MediaDisk
  /** Links that begin with its address lead to this site; its zone serves advice. */
  readonly site: Pick<Site, 'url' | 'timezone'>
  /** Of the story or the bulletin, for advice. */
  readonly day: string
}

export type CheckedBody = {
  /** As it is read: without notes for the newsroom alone. */
  readonly text: string
  readonly pictures: readonly PictureFile[]
  readonly media: readonly MediaFile[]
  /** Of a live blog, newest first. */
  readonly entries: readonly { readonly entry: LiveEntry; readonly location: Location }[]
  /** Paths on this site that the text may link to, each once. */
  readonly links: readonly string[]
  readonly problems: readonly Problem[]
}

export const validateBody = ({ source, body: written, findPicture, disk, site, day }: Body): CheckedBody => {
  const read = leaveOutComments(written)
  const body = read.text
  const locations = createBodyLocations(source, written, read)
  const problemOf = ({ line, words, severity = 'error', ...fault }: BodyFault): Problem => ({
    ...errorAt(locations.ofLine(line, words), fault),
    severity,
  })
  if (body.length > longestBody) return unread(body, [problemOf(tooLong(body))])
  const nested = [
    ...(read.cuts.length === 0 ? [] : findNestedComments(source, written)),
    ...findSplitComments(source, written),
  ]
  const advice = { zone: site.timezone, day }
  const ofLines = findContainerFaults(body, advice)
  const ofOriginals = (links: readonly string[]) =>
    findUnpublishableOriginals(links, disk, words => locations.ofLine(0, words))
  if (!isWorthReading(body, site.url) && !(read.cuts.length > 0 && body.includes('-->'))) {
    const links = ownPaths(plainLinks(body), site.url)
    return { ...unread(body, [...nested, ...ofLines.map(problemOf), ...ofOriginals(links)]), links }
  }
  const readText = readBody(body)
  const { tokens, env } = readText
  const { entries, faults: ofEntries } = readEntries(tokens)
  const found = readTargets(tokens, { storyFile: source.file, locations, findPicture, disk })
  const filesOf = filesOfEntries(found.shown)
  const links = ownPaths(found.hrefs, site.url)
  const precise = [
    ...findRefusedCharacters(body),
    ...ofLines,
    ...withoutEchoes([...ofEntries, ...findBoxFaults(tokens, advice)], ofLines),
    ...findNoteFaults(body, tokens, env),
    ...findBraceFaults(tokens),
    ...findLostPictures(tokens),
    ...findShownMarkup(tokens),
    ...findLeftoverFaults(body, tokens),
    ...findOpenDirections(tokens),
    ...(read.cuts.length === 0 ? [] : findCommentEnds(tokens)),
    ...findLongLinks(tokens),
  ]
  const faults = [...precise, ...findWordFaults(body, readText, precise)]
  return {
    text: body,
    pictures: found.pictures,
    media: found.media,
    entries: entries.map(({ line, ...entry }) => ({
      entry: { ...entry, ...filesOf(entry.at) },
      location: locations.ofLine(line),
    })),
    links,
    problems: [...nested, ...faults.map(problemOf), ...found.problems, ...ofOriginals(links)],
  }
}

const unread = (text: string, problems: readonly Problem[]): CheckedBody => ({
  text,
  pictures: [],
  media: [],
  entries: [],
  links: [],
  problems,
})

/** In characters: twice what a day in court has as a transcript. */
export const longestBody = 2_000_000

const tooLong = (body: string): BodyFault => ({
  line: 0,
  code: 'story-too-long',
  message: `the text has ${body.length} characters, and no more than ${longestBody} can be shown on one page`,
  hint: 'divide it into stories of one series, or put the document into content/static/ and link to it',
})

/** Where a box does not end, what comes after it is not also misplaced. */
const withoutEchoes = (faults: readonly BodyFault[], ofLines: readonly BodyFault[]): readonly BodyFault[] =>
  ofLines.some(({ code }) => endless.has(code)) ? faults.filter(({ code }) => !misplaced.has(code)) : faults

const endless: ReadonlySet<string> = new Set([
  'container-unclosed',
  'container-nested',
  'container-colons',
  'entry-nested',
])

const misplaced: ReadonlySet<string> = new Set(['entry-nested', 'box-no-list'])

/** Of each address once: ten thousand words may refer to one long one. */
const ownPaths = (hrefs: readonly string[], origin: string): readonly string[] => [
  ...new Set([...new Set(hrefs)].map(href => ownPathOf(href, origin)).filter(path => path !== null)),
]

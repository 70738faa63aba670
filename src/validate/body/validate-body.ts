// A story's markdown: its links must lead somewhere allowed, what it shows must stand beside it, its furniture must be whole.

import type { LiveEntry } from '../../domain/live-blog.ts'
import type { MediaFile } from '../../domain/media.ts'
import type { Site } from '../../domain/newsroom.ts'
import { errorAt, type Location, type Problem } from '../../domain/problem.ts'
import type { PictureFile } from '../../domain/story.ts'
import { leaveOutComments } from '../../markdown/comments.ts'
import type { MediaDisk } from '../../read/media-disk.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { hasRareCharacter } from '../text/find-odd-characters.ts'
import { mayHaveTemplateTags } from '../text/find-template-tags.ts'
import type { FindPicture } from '../validate-picture.ts'
import type { BodyFault } from './body-fault.ts'
import { createBodyLocations } from './body-locations.ts'
import { findBoxFaults } from './find-box-faults.ts'
import { findBraceFaults } from './find-brace-faults.ts'
import { findCommentEnds, findNestedComments } from './find-comment-faults.ts'
import { findContainerFaults } from './find-container-faults.ts'
import { findLostPictures } from './find-lost-pictures.ts'
import { findNoteFaults } from './find-note-faults.ts'
import { findOpenDirections, findRefusedCharacters } from './find-odd-marks.ts'
import { findShownMarkup, mayHaveOddNumber } from './find-shown-markup.ts'
import { findUnpublishableOriginals } from './find-unpublishable-originals.ts'
import { namesSite, ownPathOf, plainLinks, plainTarget } from './own-links.ts'
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
}

export type CheckedBody = {
  /** As it is read: without the desk's own notes. */
  readonly text: string
  readonly pictures: readonly PictureFile[]
  readonly media: readonly MediaFile[]
  /** Of a live blog, newest first. */
  readonly entries: readonly { readonly entry: LiveEntry; readonly location: Location }[]
  /** Paths on this site that the text may link to, each once. */
  readonly links: readonly string[]
  readonly problems: readonly Problem[]
}

// Reading every body as markdown would double the price of a build; most bodies have nothing to look at.
const isWorthReading = (body: string, origin: string): boolean =>
  marks.some(mark => body.includes(mark)) ||
  markup.test(body) ||
  mayHaveTemplateTags(body) ||
  mayHaveOddNumber(body) ||
  hasRareCharacter(body) ||
  (body.includes('[') && targets.test(body)) ||
  (body.includes(':::') && boxes.test(body)) ||
  namesSite(body, origin)

const marks = ['[^', ']{', '){']
const markup = /<[a-z/!?%]/i
const targets = new RegExp(
  String.raw`!\[|\]\((?!\s*(?:https?:\/\/[^/]|mailto:|tel:|${plainTarget}|#))|\](?::|\[)`,
  'i',
)
const boxes = /^[ \t>*+-]{0,40}:{3,}[ \t]*(?!pullquote\b)\w/m

export const validateBody = ({ source, body: written, findPicture, disk, site }: Body): CheckedBody => {
  const read = leaveOutComments(written)
  const body = read.text
  const locations = createBodyLocations(source, written, read)
  const problemOf = ({ line, words, severity = 'error', ...fault }: BodyFault): Problem => ({
    ...errorAt(locations.ofLine(line, words), fault),
    severity,
  })
  const ofLines = [
    ...(read.cuts.length === 0 ? [] : findNestedComments(source, written)),
    ...[...findRefusedCharacters(body), ...findContainerFaults(body, site.timezone)].map(problemOf),
  ]
  const ofOriginals = (links: readonly string[]) =>
    findUnpublishableOriginals(links, disk, words => locations.ofLine(0, words))
  if (!isWorthReading(body, site.url) && !(read.cuts.length > 0 && body.includes('-->'))) {
    const links = ownPaths(plainLinks(body), site.url)
    const problems = [...ofLines, ...ofOriginals(links)]
    return { text: body, pictures: [], media: [], entries: [], links, problems }
  }
  const { tokens, env } = readBody(body)
  const { entries, faults } = readEntries(tokens)
  const found = readTargets(tokens, { storyFile: source.file, locations, findPicture, disk })
  const filesOf = filesOfEntries(found.shown)
  const links = ownPaths(found.hrefs, site.url)
  const ofTokens = [
    ...faults,
    ...findBoxFaults(tokens, site.timezone),
    ...findNoteFaults(body, tokens, env),
    ...findBraceFaults(tokens),
    ...findLostPictures(tokens),
    ...findShownMarkup(tokens),
    ...findOpenDirections(tokens),
    ...(read.cuts.length === 0 ? [] : findCommentEnds(tokens)),
  ]
  return {
    text: body,
    pictures: found.pictures,
    media: found.media,
    entries: entries.map(({ line, ...entry }) => ({
      entry: { ...entry, files: filesOf(entry.at) },
      location: locations.ofLine(line),
    })),
    links,
    problems: [...ofLines, ...ofTokens.map(problemOf), ...found.problems, ...ofOriginals(links)],
  }
}

const ownPaths = (hrefs: readonly string[], origin: string): readonly string[] => [
  ...new Set(hrefs.map(href => ownPathOf(href, origin)).filter(path => path !== null)),
]

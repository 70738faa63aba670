// What a story's text links to and shows.

import type { Token } from 'markdown-it'
import type { Instant } from '../../domain/instant.ts'
import type { MediaFile } from '../../domain/media.ts'
import { errorAt, type Fault, type Location, type Problem } from '../../domain/problem.ts'
import type { PictureFile } from '../../domain/story.ts'
import { decodePath } from '../../domain/web-address.ts'
import { isAllowedLink } from '../../markdown/links.ts'
import { readMediaSrc } from '../../markdown/media.ts'
import { writtenSrc } from '../../markdown/pictures.ts'
import type { MediaDisk } from '../../read/media-disk.ts'
import { validateMedia } from '../validate-media.ts'
import { type FindPicture, validatePicture } from '../validate-picture.ts'
import { adviseLink, adviseOwnMachine } from './advise-link.ts'
import type { BodyLocations } from './body-locations.ts'
import { type Target, targetsIn } from './targets-in.ts'

type TargetRules = {
  /** Relative to the site's root. */
  readonly storyFile: string
  readonly locations: BodyLocations
  readonly findPicture: FindPicture
  readonly disk: MediaDisk
}

type Targets = {
  /** As they are written. */
  readonly hrefs: readonly string[]
  /** Each once. */
  readonly pictures: readonly PictureFile[]
  readonly media: readonly MediaFile[]
  /** Each file with the live entry that shows it. */
  readonly shown: readonly ShownFile[]
  readonly problems: readonly Problem[]
}

type ShownFile = { readonly file: string; readonly entry: Instant | null }

export const readTargets = (tokens: readonly Token[], rules: TargetRules): Targets => {
  const found = targetsIn(tokens).map(target => readTarget(target, rules))
  return {
    hrefs: found.flatMap(({ href }) => href ?? []),
    pictures: [...new Map(found.flatMap(({ src, picture }) => (picture ? [[src, picture]] : []))).values()],
    media: [...new Map(found.flatMap(({ src, media }) => (media ? [[src, media]] : []))).values()],
    shown: found.flatMap(({ picture, media, entry }) => {
      const file = (picture ?? media)?.file
      return file === undefined ? [] : [{ file, entry }]
    }),
    problems: found.flatMap(({ problems }) => problems),
  }
}

type ReadTarget = {
  readonly entry: Instant | null
  readonly href?: string
  /** As it is written. */
  readonly src?: string
  readonly picture?: PictureFile
  readonly media?: MediaFile
  readonly problems: readonly Problem[]
}

const readTarget = (target: Target, rules: TargetRules): ReadTarget =>
  target.token.type === 'link_open' ? readLink(target, rules) : readShown(target, rules)

const readLink = ({ block, token, entry }: Target, { locations }: TargetRules): ReadTarget => {
  const href = String(token.attrGet('href') ?? '')
  const at = () => locations.ofTarget(block, href)
  if (!isAllowedLink(href)) return { entry, href, problems: [errorAt(at(), forbidden(decodePath(href)))] }
  const own = adviseOwnMachine(href)
  return {
    entry,
    href,
    problems: own === null ? [] : [{ ...errorAt(at(), ofOwnMachine(href, own)), severity: 'warning' }],
  }
}

const readShown = ({ block, token, entry }: Target, rules: TargetRules): ReadTarget => {
  const src = writtenSrc(token)
  const isMedia = token.type === 'media'
  const locationOf = () => rules.locations.ofTarget(block, src)
  const shown = isMedia ? showMedia(src, locationOf, rules) : showPicture(src, locationOf, rules)
  const lacksWords = token.content.trim() === ''
  const problems = lacksWords ? [errorAt(locationOf(), isMedia ? noTitle : noAlt)] : []
  return { entry, src, ...shown, problems: [...shown.problems, ...problems] }
}

type Shown = Pick<ReadTarget, 'picture' | 'media' | 'problems'>

const showMedia = (src: string, locationOf: () => Location, { storyFile, disk }: TargetRules): Shown => {
  const warnings: Problem[] = []
  const found = validateMedia(src, storyFile, disk, locationOf, warning => warnings.push(warning))
  return found.ok ? { media: found.value, problems: warnings } : { problems: [...warnings, ...found.fault] }
}

const showPicture = (src: string, locationOf: () => Location, { findPicture }: TargetRules): Shown => {
  if (readMediaSrc(src) !== null) return { problems: [errorAt(locationOf(), mediaInLine)] }
  if (filmed.test(src)) return { problems: [errorAt(locationOf(), unplayable(src))] }
  const found = validatePicture(src, locationOf, findPicture)
  return found.ok ? { picture: found.value, problems: [] } : { problems: [found.fault] }
}

const noAlt: Fault = {
  code: 'picture-alt',
  message: 'the picture has no words for readers who cannot see it',
  hint: 'describe it between the brackets: ![the harbour at dawn](harbour.jpg)',
}

const noTitle: Fault = {
  code: 'media-title',
  message: 'the video or sound has no title',
  hint: 'write it between the brackets: ![The three storm signals](signals.mp4)',
}

/** What else the files of cameras and recorders end in. */
const filmed = /\.(?:mp[34]|m4[av]|mov|avi|mkv|og[gv]|webm|wav|aac|flac)$/i

const unplayable = (src: string): Fault => ({
  code: 'media-unreadable',
  message: `“${src}” is not a video or sound that all browsers play`,
  hint: 'save it as .mp4, .webm, .mp3, .m4a or .ogg, in lower-case letters',
})

const mediaInLine: Fault = {
  code: 'media-in-line',
  message: 'a video or sound cannot stand inside a line of text',
  hint: 'put it in a paragraph of its own',
}

const ofOwnMachine = (href: string, hint: string): Fault => ({
  code: 'link-private',
  message: `“${href}” leads readers to their own computer: only you have the preview`,
  hint,
})

const forbidden = (href: string): Fault => ({
  code: 'link-not-allowed',
  message: `a story cannot link to “${href}”`,
  hint: adviseLink(href) ?? 'link to https://…, mailto:…, tel:… or a path on this site such as /world/',
})

// What a story's text links to and shows.

import type { Token } from 'markdown-it'
import type { Instant } from '../../domain/instant.ts'
import type { MediaFile } from '../../domain/media.ts'
import type { Location, Problem } from '../../domain/problem.ts'
import type { PictureFile } from '../../domain/story.ts'
import { isAllowedLink } from '../../markdown/links.ts'
import { entryAt, isEndOfEntry } from '../../markdown/live-entries.ts'
import { readMediaSrc } from '../../markdown/media.ts'
import { writtenSrc } from '../../markdown/pictures.ts'
import type { MediaDisk } from '../../read/media-disk.ts'
import { validateMedia } from '../validate-media.ts'
import { type FindPicture, validatePicture } from '../validate-picture.ts'
import type { BodyLocations } from './body-locations.ts'

export type TargetRules = {
  /** Relative to the site's root. */
  readonly storyFile: string
  readonly locations: BodyLocations
  readonly findPicture: FindPicture
  readonly disk: MediaDisk
}

export type Targets = {
  /** As they are written. */
  readonly hrefs: readonly string[]
  readonly pictures: readonly PictureFile[]
  readonly media: readonly MediaFile[]
  /** Each file with the live entry that shows it. */
  readonly shown: readonly { readonly file: string; readonly entry: Instant | null }[]
  readonly problems: readonly Problem[]
}

export const readTargets = (tokens: readonly Token[], rules: TargetRules): Targets => {
  const { storyFile, locations, findPicture, disk } = rules
  const pictures = new Map<string, PictureFile>()
  const media = new Map<string, MediaFile>()
  const shown: { file: string; entry: Instant | null }[] = []
  const problems: Problem[] = []
  const hrefs: string[] = []
  let entry: Instant | null = null
  const notes = new Map<number, Instant | null>()
  const showPicture = (src: string, locationOf: () => Location) => {
    const found = validatePicture(src, locationOf, findPicture)
    if (!found.ok) return problems.push(found.fault)
    pictures.set(src, found.value)
    return shown.push({ file: found.value.file, entry })
  }
  const showMedia = (src: string, locationOf: () => Location) => {
    const found = validateMedia(src, storyFile, disk, locationOf)
    if (!found.ok) return problems.push(...found.fault)
    media.set(src, found.value)
    return shown.push({ file: found.value.file, entry })
  }
  for (const block of tokens) {
    entry = isEndOfEntry(block) || block.type === 'footnote_close' ? null : (entryAt(block) ?? entry)
    // Notes stand behind the whole text; what one shows is first shown where the first words lead to it.
    if (block.type === 'footnote_open') entry = notes.get(Number(block.meta?.id)) ?? null
    for (const token of block.children ?? []) {
      if (token.type === 'footnote_ref') {
        const note = Number(token.meta?.id)
        const known = notes.get(note)
        notes.set(note, known === undefined ? entry : known && entry && (Math.min(known, entry) as Instant))
      }
      if (token.type === 'image' || token.type === 'media') {
        const src = writtenSrc(token)
        const locationOf = () => locations.ofTarget(block, src)
        if (token.type === 'media') showMedia(src, locationOf)
        else if (readMediaSrc(src) !== null) problems.push(inLine(locationOf()))
        else if (filmed.test(src)) problems.push(unplayable(src, locationOf()))
        else showPicture(src, locationOf)
        if (token.content.trim() === '') problems.push(wordless(token.type, locationOf()))
      }
      const href = token.type === 'link_open' ? String(token.attrGet('href') ?? '') : null
      if (href === null) continue
      hrefs.push(href)
      if (!isAllowedLink(href)) problems.push(forbidden(href, locations.ofTarget(block, href)))
    }
  }
  return { hrefs, pictures: [...pictures.values()], media: [...media.values()], shown, problems }
}

const wordless = (what: 'image' | 'media', location: Location): Problem =>
  what === 'image'
    ? {
        code: 'picture-alt',
        severity: 'error',
        message: 'the picture has no words for readers who cannot see it',
        hint: 'describe it between the brackets: ![the harbour at dawn](harbour.jpg)',
        location: location,
      }
    : {
        code: 'media-title',
        severity: 'error',
        message: 'the video or sound has no title',
        hint: 'write it between the brackets: ![The three storm signals](signals.mp4)',
        location: location,
      }

/** What else the files of cameras and recorders end in. */
const filmed = /\.(?:mp[34]|m4[av]|mov|avi|mkv|og[gv]|webm|wav|aac|flac)$/i

const unplayable = (src: string, location: Location): Problem => ({
  code: 'media-unreadable',
  severity: 'error',
  message: `“${src}” is not a video or sound that all browsers play`,
  hint: 'save it as .mp4, .webm, .mp3, .m4a or .ogg, in lower-case letters',
  location: location,
})

const inLine = (location: Location): Problem => ({
  code: 'media-in-line',
  severity: 'error',
  message: 'a video or sound cannot stand inside a line of text',
  hint: 'put it in a paragraph of its own',
  location: location,
})

const forbidden = (href: string, location: Location): Problem => ({
  code: 'link-not-allowed',
  severity: 'error',
  message: `a story cannot link to “${href}”`,
  hint: 'link to https://…, mailto:…, tel:… or a path on this site such as /world/',
  location: location,
})

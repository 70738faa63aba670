// What a story's text links to and shows.

import type { Token } from 'markdown-it'
import type { Instant } from '../domain/instant.ts'
import type { MediaFile } from '../domain/media.ts'
import type { Place, Problem } from '../domain/problem.ts'
import type { PictureFile } from '../domain/story.ts'
import { isAllowedLink } from '../markdown/links.ts'
import { entryAt, isEndOfEntry } from '../markdown/live-entries.ts'
import { readMediaSrc } from '../markdown/media.ts'
import { writtenSrc } from '../markdown/pictures.ts'
import type { MediaDisk } from '../read/media-disk.ts'
import type { BodyPlaces } from './body-places.ts'
import { validateMedia } from './validate-media.ts'
import { type FindPicture, validatePicture } from './validate-picture.ts'

export type TargetRules = {
  /** Relative to the site's root. */
  readonly storyFile: string
  readonly places: BodyPlaces
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
  const { storyFile, places, findPicture, disk } = rules
  const pictures = new Map<string, PictureFile>()
  const media = new Map<string, MediaFile>()
  const shown: { file: string; entry: Instant | null }[] = []
  const problems: Problem[] = []
  const hrefs: string[] = []
  let entry: Instant | null = null
  const showPicture = (src: string, placeOf: () => Place) => {
    const found = validatePicture(src, placeOf, findPicture)
    if (!found.ok) return problems.push(found.fault)
    pictures.set(src, found.value)
    return shown.push({ file: found.value.file, entry })
  }
  const showMedia = (src: string, placeOf: () => Place) => {
    const found = validateMedia(src, storyFile, disk, placeOf)
    if (!found.ok) return problems.push(...found.fault)
    media.set(src, found.value)
    return shown.push({ file: found.value.file, entry })
  }
  for (const block of tokens) {
    entry = isEndOfEntry(block) ? null : (entryAt(block) ?? entry)
    for (const token of block.children ?? []) {
      if (token.type === 'image' || token.type === 'media') {
        const src = writtenSrc(token)
        const placeOf = () => places.ofTarget(block, src)
        if (token.type === 'media') showMedia(src, placeOf)
        else if (readMediaSrc(src) !== null) problems.push(inLine(placeOf()))
        else showPicture(src, placeOf)
        if (token.content.trim() === '') problems.push(wordless(token.type, placeOf()))
      }
      const href = token.type === 'link_open' ? String(token.attrGet('href') ?? '') : null
      if (href === null) continue
      hrefs.push(href)
      if (!isAllowedLink(href)) problems.push(forbidden(href, places.ofTarget(block, href)))
    }
  }
  return { hrefs, pictures: [...pictures.values()], media: [...media.values()], shown, problems }
}

const wordless = (what: 'image' | 'media', place: Place): Problem =>
  what === 'image'
    ? {
        code: 'picture-alt',
        severity: 'error',
        message: 'the picture has no words for those who cannot see it',
        hint: 'write what it shows between the brackets: ![the harbour at dawn](harbour.jpg)',
        place,
      }
    : {
        code: 'media-title',
        severity: 'error',
        message: 'the video or sound has no title',
        hint: 'write it between the brackets: ![The three storm signals](signals.mp4)',
        place,
      }

const inLine = (place: Place): Problem => ({
  code: 'media-in-line',
  severity: 'error',
  message: 'a video or sound cannot stand among words',
  hint: 'give it a paragraph of its own',
  place,
})

const forbidden = (href: string, place: Place): Problem => ({
  code: 'link-not-allowed',
  severity: 'error',
  message: `a story cannot link to “${href}”`,
  hint: 'write a web address with https://, mailto:, tel:, or a path on this site such as /world/',
  place,
})

// Which files are published besides pages: what live stories show, and what stands in content/static/.

import { mentionOfPage, mentionOfPicture } from '../archive/index-claims.ts'
import type { StoryChange } from '../archive/index-stories.ts'
import { feedFormats } from '../domain/feeds.ts'
import { asOf, isShown, stateAt } from '../domain/lifecycle.ts'
import { publishedFiles } from '../domain/media.ts'
import type { Site } from '../domain/newsroom.ts'
import { aliasUrl, dataUrl, feedUrl, subscribeUrl } from '../domain/site-addresses.ts'
import { isStatic, pathInStatic } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { sourceDigestOf } from '../media/published-media.ts'
import { hoursAt } from '../pages/cut-live-blog.ts'
import type { Reason } from '../pages/planned-page.ts'
import type { PictureJob } from '../pictures/encode-pictures.ts'
import {
  originalOf,
  originalPath,
  outputsOfStory,
  type PictureOutput,
  pathAsItIs,
} from '../pictures/picture-outputs.ts'
import type { InputChange } from '../store/input-changes.ts'
import { type Output, outputKey, outputPathOf } from '../store/output.ts'
import type { Tables } from '../store/tables.ts'
import type { PlannedCopy, PlannedRemoval } from './plan.ts'

export type CopyPlanning = {
  readonly stories: readonly StoryChange[]
  /** Of pictures, videos, sounds and static files. */
  readonly files: readonly InputChange[]
  /** Published copies that may have to go, or to come again. */
  readonly others: readonly { readonly copy: CopiedOutput; readonly reason: Reason }[]
  /** What is published of the pictures that belong to no story. */
  readonly sitePictures: readonly PictureOutput[]
  /** Whether they may be others than before. */
  readonly isSiteNew: boolean
  /** Files that stay as they are published, whatever they are by now. */
  readonly kept?: ReadonlySet<string>
  readonly tables: Tables
  readonly viewpoint: Viewpoint
}

export type CopiedOutput = Output & { readonly made: Extract<Output['made'], { by: 'copy' }> }

export const isCopy = (output: Output): output is CopiedOutput => output.made.by === 'copy'

export type PlannedCopies = {
  readonly copies: readonly PlannedCopy[]
  readonly removals: readonly PlannedRemoval[]
  readonly ahead: readonly PictureJob[]
}

/** Pure. Only what live stories show: a held story's picture would give it away. */
export const planCopies = (planning: CopyPlanning): PlannedCopies => {
  const { stories, files, others, tables, viewpoint, kept } = planning
  const candidates = new Map<string, { from: string; to: string; reasons: Reason[] }>()
  const note = (from: string, to: string, reason: Reason) => {
    const key = `${to}\n${from}`
    const known = candidates.get(key)
    if (!known) candidates.set(key, { from, to, reasons: [reason] })
    else if (!known.reasons.includes(reason)) known.reasons.push(reason)
  }
  const { sitePictures, isSiteNew } = planning
  const wanted = createWanted(tables, viewpoint, sitePictures)
  if (isSiteNew) for (const { picture, to } of sitePictures) note(picture.file, to, { because: 'layout' })
  for (const { file, before, after } of stories) {
    const change =
      before === null ? 'added' : after === null ? 'removed' : before === after ? 'due' : 'edited'
    const reason: Reason = { because: 'story', change, file }
    for (const story of [before, after]) {
      if (story === null) continue
      for (const { picture, to } of outputsOfStory(story)) note(picture.file, to, reason)
      for (const { file, to } of mediaOf(story)) note(file, to, reason)
      for (const file of [...picturesBeside(story), ...linkedBy(story)])
        note(file, originalPath(file), reason)
    }
  }
  for (const { file } of files)
    for (const to of [...publishedAs(file), ...wanted(file).keys()]) note(file, to, { because: 'file', file })
  for (const { copy, reason } of others) note(copy.made.from, copy.path, reason)
  const copies: PlannedCopy[] = []
  const removals: PlannedRemoval[] = []
  for (const { from, to, reasons } of candidates.values()) {
    const row = tables.get('outputs', outputKey(to))
    const isOurs = row !== undefined && isCopy(row) && row.made.from === from
    const isMissing = reasons.some(({ because }) => because === 'missing')
    if (kept?.has(from)) {
      if (isOurs && (isMissing || row.digest === '')) removals.push({ output: row.path, reasons })
      continue
    }
    const made = wanted(from).get(to)
    if (made) {
      // The name of a variant says what it was made of.
      const isSame =
        made.pictureJob !== null || (isOurs && row.made.sourceDigest === sourceDigestOf(made.digest))
      // Without a digest it counts as another file: it is to have compressed copies, or none any more.
      const isThere = isOurs && row.digest !== '' && row.path === to && isSame
      if (!isThere || isMissing) copies.push({ from, to, ...made, reasons })
    } else if (isOurs) removals.push({ output: row.path, reasons })
  }
  return {
    copies: copies.sort((one, other) => (one.to < other.to ? -1 : 1)),
    removals,
    ahead: jobsAhead(stories, viewpoint),
  }
}

/** Everything that a story could have in the published folder, whoever put it there. */
export const outputsWithin = (story: Story, site: Pick<Site, 'timezone' | 'weight'>): readonly string[] => [
  ...[story.url, dataUrl(story), ...feedsOfLive(story), ...hoursAt(story.url, story, site)].map(outputPathOf),
  ...story.aliases.map(path => outputPathOf(aliasUrl(path))),
  ...new Set([...outputsOfStory(story).map(({ to }) => to), ...picturesBeside(story).map(originalPath)]),
  ...mediaOf(story).map(({ to }) => to),
]

const feedsOfLive = ({ live, url }: Story): readonly string[] =>
  live ? [...feedFormats.map(format => feedUrl(url, format)), subscribeUrl(url)] : []

/** The files of its videos and sounds. Those in content/static/ are published with or without it. */
const mediaOf = ({ media }: Story): readonly { file: string; to: string; digest: string }[] =>
  media
    .flatMap(publishedFiles)
    .filter(({ file }) => !isStatic(file))
    .map(published => ({ file: published.file, to: pathAsItIs(published), digest: published.digest }))

type ShownFile = {
  readonly file: string
  /** Its output path. */
  readonly to: string
  /** Of the file. */
  readonly digest: string
  /** Null for the file as it is. */
  readonly variant: PictureOutput['variant']
}

/** Every file that the page of a story asks for, but for those of content/static/. */
export const filesShownBy = (story: Story): readonly ShownFile[] => {
  const linked = new Set(linkedBy(story))
  return [
    ...outputsOfStory(story).map(({ picture: { file, digest }, to, variant }) => ({
      file,
      to,
      digest,
      variant,
    })),
    ...mediaOf(story).map(media => ({ ...media, variant: null })),
    ...[...(story.image ? [story.image] : []), ...story.pictures]
      .filter(({ file }) => linked.has(file))
      .map(({ file, digest }) => ({ file, to: originalPath(file), digest, variant: null })),
  ]
}

type Wanted = ReadonlyMap<string, Pick<PlannedCopy, 'digest' | 'pictureJob'>>

/** What is to be published of a file, by its output path. */
const createWanted = (
  tables: Tables,
  { now, audience }: Viewpoint,
  sitePictures: readonly PictureOutput[],
): ((file: string) => Wanted) => {
  const liveWith = (mention: string): readonly Story[] =>
    (tables.get('mentions', mention) ?? []).flatMap(file => {
      const story = tables.get('stories', file)
      return story && isShown(stateAt(story, now), audience) ? [asOf(story, now)] : []
    })
  const known = new Map<string, Wanted>()
  const find = (file: string): Wanted => {
    const found = new Map<string, Pick<PlannedCopy, 'digest' | 'pictureJob'>>()
    const digest = digestOfFile(tables, file)
    if (isStatic(file) && digest !== null)
      for (const to of publishedAs(file)) found.set(to, { digest, pictureJob: null })
    const stories = liveWith(mentionOfPicture(file))
    for (const media of stories.flatMap(mediaOf))
      if (media.file === file) found.set(media.to, { digest: media.digest, pictureJob: null })
    const shown = stories.flatMap(outputsOfStory).filter(({ picture }) => picture.file === file)
    const ofSite = sitePictures.filter(({ picture }) => picture.file === file)
    for (const output of [...shown, ...ofSite])
      found.set(output.to, { digest: output.picture.digest, pictureJob: pictureJobOf(output) })
    const [one] = shown
    const original = originalPath(file)
    if (one && !isStatic(file) && liveWith(mentionOfPage(`/${original}`)).length > 0)
      found.set(original, { digest: one.picture.digest, pictureJob: null })
    return found
  }
  return file => {
    const wanted = known.get(file) ?? find(file)
    known.set(file, wanted)
    return wanted
  }
}

const pictureJobOf = ({ picture, variant }: PictureOutput): PictureJob | null =>
  variant && { picture, variant }

/** A static file is published at its own place, shown or not. */
const publishedAs = (file: string): readonly string[] => (isStatic(file) ? [pathInStatic(file)] : [])

/** Those whose originals are published only where a story links to them. */
const picturesBeside = ({ image, pictures }: Story): readonly string[] => [
  ...new Set(
    [...(image ? [image] : []), ...pictures]
      .filter(({ src }) => !src.startsWith('/'))
      .map(({ file }) => file),
  ),
]

/** Pictures whose originals the story links to. */
const linkedBy = ({ links }: Story): readonly string[] =>
  links.map(link => originalOf(link.replace(/[?#].*$/s, ''))).filter(file => file !== null)

/** Also of what only later entries of a live blog show. */
const jobsAhead = (stories: readonly StoryChange[], { now }: Viewpoint): readonly PictureJob[] =>
  stories.flatMap(({ after }) =>
    after !== null && (stateAt(after, now) === 'held' || after.entries.some(entry => entry.at > now))
      ? outputsOfStory(after)
          .map(pictureJobOf)
          .filter(pictureJob => pictureJob !== null)
      : [],
  )

const digestOfFile = (tables: Tables, file: string): string | null => {
  const end = file.lastIndexOf('/')
  return tables.get('marks', file.slice(0, end))?.[file.slice(end + 1)]?.digest ?? null
}

// Which files are published as they are: the pictures of live stories, and what stands in content/static/.

import { mentionOfPicture } from '../archive/index-claims.ts'
import type { StoryChange, Terms } from '../archive/index-stories.ts'
import type { Tables } from '../archive/tables.ts'
import type { FileChange } from '../changes/file-change.ts'
import { isShown, stateAt } from '../domain/lifecycle.ts'
import type { PictureFile, Story } from '../domain/story.ts'
import { aliasUrl } from '../pages/addresses.ts'
import { placeOf } from '../publish/output.ts'
import { outputPathOf } from './output-path.ts'
import type { PlannedCopy, PlannedRemoval, Reason } from './plan.ts'

export type CopyPlanning = {
  readonly stories: readonly StoryChange[]
  /** Of pictures and static files. */
  readonly files: readonly FileChange[]
  readonly tables: Tables
  readonly terms: Terms
}

export type PlannedCopies = {
  readonly copies: readonly PlannedCopy[]
  readonly removals: readonly PlannedRemoval[]
}

const staticFolder = 'content/static/'
const storyFolder = 'content/stories/'

/** Pure. Only the pictures of live stories: a held story's picture would give it away. */
export const planCopies = ({ stories, files, tables, terms }: CopyPlanning): PlannedCopies => {
  const candidates = new Map<string, { from: string; to: string; reasons: Reason[] }>()
  const note = (from: string, to: string, reason: Reason) => {
    const known = candidates.get(from)
    if (known) known.reasons.push(reason)
    else candidates.set(from, { from, to, reasons: [reason] })
  }
  for (const { file, before, after } of stories) {
    const what = before === null ? 'added' : after === null ? 'removed' : before === after ? 'due' : 'edited'
    for (const story of [before, after])
      for (const { file: from, to } of story === null ? [] : picturesOf(story))
        note(from, to, { because: 'story', what, file })
  }
  for (const { file } of files) note(file, publishedAs(file), { because: 'file', file })
  const copies: PlannedCopy[] = []
  const removals: PlannedRemoval[] = []
  for (const { from, to, reasons } of candidates.values()) {
    const row = tables.get('outputs', placeOf(to))
    const isOurs = row?.made.by === 'copy' && row.made.from === from
    const digest = digestOfFile(tables, from)
    if (digest !== null && (from.startsWith(staticFolder) || isShownByAny(from, tables, terms))) {
      if (!isOurs || row.digest !== digest) copies.push({ from, to, digest, reasons })
    } else if (isOurs) removals.push({ output: row.path, reasons })
  }
  return { copies: copies.sort((one, other) => (one.from < other.from ? -1 : 1)), removals }
}

/** Everything that a story could have in the published folder, whoever put it there. */
export const placesOf = (story: Story): readonly string[] => [
  outputPathOf(story.url),
  ...story.aliases.map(path => outputPathOf(aliasUrl(path))),
  ...picturesOf(story).map(({ to }) => to),
]

/** A picture in content/static/ is published with or without its story. */
export const picturesOf = ({ image, pictures }: Story): readonly { file: string; to: string }[] =>
  [...(image ? [image] : []), ...pictures]
    .filter(({ src }) => !src.startsWith('/'))
    .map(({ file, url }: PictureFile) => ({ file, to: decodeURI(url).slice(1) }))

const publishedAs = (file: string): string =>
  file.startsWith(staticFolder) ? file.slice(staticFolder.length) : `media/${file.slice(storyFolder.length)}`

const digestOfFile = (tables: Tables, file: string): string | null => {
  const end = file.lastIndexOf('/')
  return tables.get('marks', file.slice(0, end))?.[file.slice(end + 1)]?.digest ?? null
}

const isShownByAny = (picture: string, tables: Tables, { now, audience }: Terms): boolean =>
  (tables.get('mentions', mentionOfPicture(picture)) ?? []).some(file => {
    const story = tables.get('stories', file)
    return story !== undefined && isShown(stateAt(story, now), audience)
  })

// Keeps what stories lay claim to and lean on: their addresses, and the pictures and pages that they show or link to.

import { filesBehind } from '../domain/media.ts'
import type { Curation } from '../domain/newsroom.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import type { Story } from '../domain/story.ts'
import { addressKey } from '../domain/web-address.ts'
import type { EditedTables } from '../store/tables.ts'
import type { StoryChange } from './index-stories.ts'
import { meaningsOfName } from './named-story.ts'

/** Also of a video or sound, and of what stands beside it. */
export const mentionOfPicture = (file: string): string => `picture ${file}`

/** A headline or a summary. */
export const mentionOfWords = (words: string): string => `words ${words}`

/** A story, by what `related` of another one may call it. */
export const mentionOfName = (name: string): string => `related ${name}`

/** `path` without its #. */
export const mentionOfPage = (path: string): string => `page ${addressKey(path)}`

export const indexClaims = (tables: EditedTables, changes: readonly StoryChange[]): void => {
  const claims = createEdits()
  const mentions = createEdits()
  for (const { file, before, after } of changes) {
    if (before) for (const claim of claimsOf(before)) claims.takeOut(claim, file)
    if (before) for (const mention of mentionsOf(before)) mentions.takeOut(mention, file)
    if (after) for (const claim of claimsOf(after)) claims.putIn(claim, file)
    if (after) for (const mention of mentionsOf(after)) mentions.putIn(mention, file)
  }
  claims.apply(tables, 'claims')
  mentions.apply(tables, 'mentions')
}

export type CurationChange = { readonly before: Curation | null; readonly after: Curation | null }

export const indexCurations = (tables: EditedTables, changes: readonly CurationChange[]): void => {
  const mentions = createEdits()
  for (const { before, after } of changes) {
    if (before) for (const link of before.links) mentions.takeOut(mentionOfLink(link), before.file)
    if (before && before.day !== after?.day) tables.set('curations', before.day, null)
    if (after) for (const link of after.links) mentions.putIn(mentionOfLink(link), after.file)
    if (after) tables.set('curations', after.day, after)
  }
  mentions.apply(tables, 'mentions')
}

const claimsOf = (story: Story): readonly string[] => [
  ...new Set([story.url, ...story.aliases.map(aliasUrl)].map(addressKey)),
]

const mentionsOf = ({
  title,
  summary,
  image,
  pictures,
  media,
  links,
  related = [],
}: Story): readonly string[] => [
  ...new Set([
    mentionOfWords(title),
    mentionOfWords(summary),
    ...[...(image ? [image] : []), ...pictures].map(({ file }) => mentionOfPicture(file)),
    ...media.flatMap(filesBehind).map(mentionOfPicture),
    ...links.map(mentionOfLink),
    ...related.flatMap(meaningsOfName).map(mentionOfName),
  ]),
]

export const mentionOfLink = (link: string): string => mentionOfPage(link.replace(/[?#].*$/s, ''))

export const createEdits = () => {
  const edits = new Map<string, { out: Set<string>; in: Set<string> }>()
  const editOf = (key: string) => {
    const edit = edits.get(key) ?? { out: new Set<string>(), in: new Set<string>() }
    edits.set(key, edit)
    return edit
  }
  return {
    takeOut: (key: string, file: string) => editOf(key).out.add(file),
    putIn: (key: string, file: string) => editOf(key).in.add(file),
    apply: (tables: EditedTables, table: 'claims' | 'mentions') => {
      for (const [key, edit] of edits) {
        const kept = (tables.get(table, key) ?? []).filter(file => !edit.out.has(file) && !edit.in.has(file))
        const files = [...kept, ...edit.in].sort()
        tables.set(table, key, files.length === 0 ? null : files)
      }
    },
  }
}

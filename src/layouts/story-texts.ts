// The texts of stories while pages are rendered: markdown for their own pages, and HTML for feeds, made once for all of them.

import { join } from 'node:path'
import type { MarkdownIt } from 'markdown-it'
import type { Instant } from '../domain/instant.ts'
import { remember } from '../domain/remember.ts'
import { leaveOutComments } from '../markdown/comments.ts'
import { digestOfEntries, marksOfEntries } from '../markdown/entry-marks.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import type { MarkdownSite } from '../markdown/markdown-site.ts'
import type { StoryText } from '../pages/page-kind.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import type { FeedText } from '../store/rows.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, isReadable, readText } from '../system/files.ts'
import { readBody } from '../validate/body/read-body.ts'

/**
 * Throws when a transcript is not the one that was checked. `textOf`: what it was at the last publish, for a story that is kept
 * back.
 */
export const createTranscripts =
  (root: string, textOf: TextSources['textOf']): MarkdownSite['transcriptOf'] =>
  ({ file, digest }) => {
    const path = join(root, file)
    const isChecked = (text: string | null | undefined) => text != null && digestOf(text) === digest
    const text = [isFile(path) ? readText(path) : null, textOf(file)].find(isChecked)
    if (text == null) throw changed(file)
    return text
  }

const changed = (file: string): Error =>
  new Error(`${file} changed after it was checked; build again (with --changed, name this file as well)`)

export type StoryTexts = {
  /** Throws when the file is not the one that was checked. */
  readonly bodyOf: (text: StoryText) => string
  readonly feedHtmlOf: (text: StoryText, context: MarkdownContext) => string
}

type TextSources = {
  /** The text that a file had when it was checked: another is there when somebody saved it since, or when it is kept back. */
  readonly textOf: (file: string) => string | undefined
  /** A feed text made before. */
  readonly feedTextOf: (file: string) => FeedText | undefined
  /** Called with each new one. */
  readonly keepFeedText: (file: string, text: FeedText) => void
}

export const createStoryTexts = (
  root: string,
  markdown: MarkdownIt,
  { textOf, feedTextOf, keepFeedText }: TextSources,
): StoryTexts => {
  const bodyOf = ({ file, digest, entries }: StoryText): string => {
    const path = join(root, file)
    const digestIn = (body: string) => (entries ? digestOfSome(body, entries) : digestOf(body))
    const isChecked = (body: string | undefined) => body !== undefined && digestIn(body) === digest
    const onDisk = bodyIn(isFile(path) && isReadable(path) ? readText(path) : null)
    const body = isChecked(onDisk) ? onDisk : bodyIn(textOf(file))
    if (body === undefined || !isChecked(body)) throw changed(file)
    return body
  }
  return {
    bodyOf,
    feedHtmlOf: (text, context) => {
      const sourceDigest = digestOf(`${text.digest} ${JSON.stringify(context)}`)
      const before = feedTextOf(text.file)
      if (before?.sourceDigest === sourceDigest) return before.html
      const html = markdown.render(bodyOf(text), { markdown: context })
      keepFeedText(text.file, { sourceDigest, html })
      return html
    },
  }
}

const bodyIn = (text: string | null | undefined): string | undefined => splitFrontMatter(text ?? '')?.body

/** A page of hours follows another. */
const entriesOf = remember(4, (body: string) => marksOfEntries(readBody(leaveOutComments(body).text).tokens))

const digestOfSome = (body: string, entries: readonly Instant[]): string => {
  const marks = entriesOf(body)
  return digestOfEntries(entries.map(at => ({ at, digest: marks.get(at)?.digest ?? '' })))
}

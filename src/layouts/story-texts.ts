// The texts of stories while pages are rendered: markdown for their own pages, and HTML for feeds, made once for all of them.

import { join } from 'node:path'
import type { MarkdownIt } from 'markdown-it'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import type { MarkdownSite } from '../markdown/markdown-site.ts'
import type { StoryText } from '../pages/page-kind.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import type { FeedText } from '../store/rows.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, readText } from '../system/files.ts'

/** Throws when a transcript is not the one that was checked. */
export const createTranscripts =
  (root: string): MarkdownSite['transcriptOf'] =>
  ({ file, digest }) => {
    const path = join(root, file)
    const text = isFile(path) ? readText(path) : null
    if (text === null || digestOf(text) !== digest) throw changed(file)
    return text
  }

const changed = (file: string): Error =>
  new Error(`${file} changed after it was checked; build again (with --changed, name this file as well)`)

export type StoryTexts = {
  /** Throws when the file is not the one that was checked. */
  readonly bodyOf: (text: StoryText) => string
  readonly feedHtmlOf: (text: StoryText, context: MarkdownContext) => string
}

/** `known`: a feed text made before. `keep`: called with each new one. */
export const createStoryTexts = (
  root: string,
  markdown: MarkdownIt,
  known: (file: string) => FeedText | undefined,
  keep: (file: string, text: FeedText) => void,
): StoryTexts => {
  const bodyOf = ({ file, digest }: StoryText): string => {
    const path = join(root, file)
    const body = splitFrontMatter((isFile(path) ? readText(path) : null) ?? '')?.body
    if (body === undefined || digestOf(body) !== digest) throw changed(file)
    return body
  }
  return {
    bodyOf,
    feedHtmlOf: (text, context) => {
      const sourceDigest = digestOf(`${text.digest} ${JSON.stringify(context)}`)
      const before = known(text.file)
      if (before?.sourceDigest === sourceDigest) return before.html
      const html = markdown.render(bodyOf(text), { markdown: context })
      keep(text.file, { sourceDigest, html })
      return html
    },
  }
}

// The texts of stories while pages are rendered: markdown for their own pages, HTML for feeds, which is made once for all feeds.

import { join } from 'node:path'
import type { MarkdownIt } from 'markdown-it'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import type { MarkdownSite } from '../markdown/markdown-site.ts'
import type { StoryText } from '../pages/page-kind.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import type { FeedText } from '../store/rows.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, readText } from '../system/files.ts'

/** Throws when a transcript is not what was checked any more. */
export const createTranscripts =
  (root: string): MarkdownSite['transcriptOf'] =>
  ({ file, digest }) => {
    const path = join(root, file)
    const text = isFile(path) ? readText(path) : null
    if (text === null || digestOf(text) !== digest) throw changed(file)
    return text
  }

const changed = (file: string): Error =>
  new Error(
    `${file} was changed since it was checked; build again, and if you name what changed, name it as well`,
  )

export type Texts = {
  /** Throws when the file is not what was checked any more. */
  readonly bodyOf: (text: StoryText) => string
  readonly feedHtmlOf: (text: StoryText, context: MarkdownContext) => string
}

/** `known` and `keep`: the feed texts that were made before, and what becomes of new ones. */
export const createTexts = (
  root: string,
  markdown: MarkdownIt,
  known: (file: string) => FeedText | undefined,
  keep: (file: string, text: FeedText) => void,
): Texts => {
  const bodyOf = ({ file, digest }: StoryText): string => {
    const path = join(root, file)
    const body = splitFrontMatter((isFile(path) ? readText(path) : null) ?? '')?.body
    if (body === undefined || digestOf(body) !== digest) throw changed(file)
    return body
  }
  return {
    bodyOf,
    feedHtmlOf: (text, context) => {
      const of = digestOf(`${text.digest} ${JSON.stringify(context)}`)
      const there = known(text.file)
      if (there?.sourceDigest === of) return there.html
      const html = markdown.render(bodyOf(text), { markdown: context })
      keep(text.file, { sourceDigest: of, html })
      return html
    },
  }
}

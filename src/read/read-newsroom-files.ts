// Reads what a newsroom has written, in code-point order of the paths. The only reader of content/ and _data/.

import { join } from 'node:path'
import type { PlainPage } from '../domain/newsroom.ts'
import { type Problem, placeOfFile } from '../domain/problem.ts'
import { exists, readText, walk } from '../system/files.ts'
import { readPlainPages } from './read-plain-pages.ts'

/** `file` is relative to the site's root; `text` is UTF-8 with LF line ends. */
export type SourceFile = { readonly file: string; readonly text: string }

export type NewsroomFiles = {
  readonly site: SourceFile | null
  readonly sections: SourceFile | null
  readonly people: SourceFile | null
  readonly topics: SourceFile | null
  readonly stories: readonly SourceFile[]
  readonly curations: readonly SourceFile[]
  readonly plainPages: readonly PlainPage[]
  /** Markdown elsewhere in content/, which is Eleventy's to make pages of, or copied as it is. */
  readonly otherMarkdown: readonly SourceFile[]
  /** Files among the stories that are neither stories nor pictures. */
  readonly ignored: readonly string[]
  /** Relative to content/static/. */
  readonly staticFiles: readonly string[]
  /** Files that could not be read. */
  readonly problems: readonly Problem[]
}

export const readNewsroomFiles = (root: string): NewsroomFiles => {
  const problems: Problem[] = []
  const read = (file: string): SourceFile | null => {
    const text = readText(join(root, file))
    if (text !== null) return { file, text }
    problems.push({
      code: 'file-not-utf8',
      severity: 'error',
      message: 'the file is not UTF-8 text',
      hint: 'save it again with the encoding UTF-8',
      place: placeOfFile(file),
    })
    return null
  }
  const { files: content, links } = walk(root, 'content')
  for (const link of links.filter(link => !isLock(link))) {
    problems.push({
      code: 'file-link',
      severity: 'error',
      message: 'this is a link to somewhere else, which Dateline does not follow',
      hint: 'copy here what it leads to',
      place: placeOfFile(link),
    })
  }
  const readIfThere = (file: string) => (exists(join(root, file)) ? read(file) : null)
  const readAll = (folder: string) =>
    content
      .filter(file => file.startsWith(`${folder}/`) && file.endsWith('.md') && !isHidden(file))
      .map(read)
      .filter(source => source !== null)
  return {
    site: readIfThere('_data/site.yaml'),
    sections: readIfThere('_data/sections.yaml'),
    people: readIfThere('_data/people.yaml'),
    topics: readIfThere('_data/topics.yaml'),
    stories: readAll('content/stories'),
    curations: readAll('content/bulletins'),
    plainPages: readPlainPages(root),
    otherMarkdown: content
      .filter(isOtherMarkdown)
      .map(read)
      .filter(source => source !== null),
    ignored: content.filter(file => file.startsWith('content/stories/') && !isKnown(file)),
    staticFiles: content
      .filter(file => file.startsWith(staticFolder))
      .map(file => file.slice(staticFolder.length)),
    problems,
  }
}

const staticFolder = 'content/static/'

/** Some editors mark a file that they hold open by a link to nowhere beside it. */
const isLock = (link: string): boolean => /(?:^|\/)\.#[^/]+$/.test(link)

const isHidden = (file: string): boolean =>
  /(?:^|\/)(?:\.|~\$)[^/]*$|~$|(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/.test(file)

const isOtherMarkdown = (file: string): boolean =>
  /\.(?:md|markdown)$/i.test(file) && !isHidden(file) && !/^content\/(?:stories|bulletins)\//.test(file)

const isKnown = (file: string): boolean =>
  isHidden(file) || /\.(?:md|svg|png|jpe?g|gif|webp|avif)$/.test(file)

// Reads everything that a newsroom has written, in code-point order of the paths. The only reader of content/ and _data/.

import { join } from 'node:path'
import { type KeptPages, noKeptPages } from '../domain/kept-back.ts'
import { findLeftBehind } from '../domain/left-behind.ts'
import { type NamesFile, namesFiles } from '../domain/listing.ts'
import { mediaBeside, mediaKindOf } from '../domain/media.ts'
import type { PlainPage } from '../domain/newsroom.ts'
import { errorAt, type Fault, locationOfFile, type Problem } from '../domain/problem.ts'
import { type Result, success } from '../domain/result.ts'
import {
  contentFolder,
  dataFiles,
  isAmongBulletins,
  isAmongStories,
  isBulletin,
  isFront,
  isHidden,
  isInData,
  isLayout,
  isPicture,
  isStatic,
  isStory,
  isTemplate,
  namesFileOf,
  redirectsFile,
  stringsFolder,
} from '../domain/site-paths.ts'
import { type PublishedMedia, publishedMediaOf } from '../media/published-media.ts'
import type { InputChanges } from '../store/input-changes.ts'
import { exists, readPart, walk } from '../system/files.ts'
import { readPageTitles } from './read-page-titles.ts'
import { readSource, type SourceFile } from './read-source.ts'

export type NewsroomFiles = {
  readonly site: SourceFile | null
  readonly sections: SourceFile | null
  readonly people: SourceFile | null
  /** They name the keys of listings. */
  readonly names: Readonly<Record<NamesFile, SourceFile | null>>
  /** Read when it is asked for: it may be large, and most builds do without. */
  readonly redirects: () => Result<SourceFile | null, Problem>
  /** Of _data/strings/. */
  readonly strings: readonly SourceFile[]
  /** Their files. They are read one by one, as an archive does not fit into memory. */
  readonly stories: readonly string[]
  readonly curations: readonly string[]
  /** What editors say of fronts. */
  readonly fronts: readonly string[]
  readonly read: (file: string) => Result<SourceFile, Problem>
  readonly plainPages: readonly PlainPage[]
  /** All files below content/ that are looked at. */
  readonly content: readonly string[]
  /** Other files outside of the archive that begin with front matter, as templates do. */
  readonly templates: readonly SourceFile[]
  /** Markdown elsewhere in content/, which is Eleventy's to make pages of, or copied as it is. */
  readonly otherMarkdown: readonly SourceFile[]
  /** SVG files, and compressed ones. */
  readonly drawings: readonly string[]
  /** They are published at their own paths. */
  readonly staticFiles: readonly string[]
  readonly publishedMediaOf: (file: string) => PublishedMedia | Fault
  /** Texts elsewhere: layouts, data, templates, and what is published as it is. */
  readonly otherTexts: readonly string[]
  /** Files among the stories that are neither stories nor anything that they could show. */
  readonly ignored: readonly string[]
  /** Files and folders that are no part of the site; a folder ends with a slash. */
  readonly leftBehind: readonly string[]
  /** Links, and files that could not be read. */
  readonly problems: readonly Problem[]
}

export const readNewsroomFiles = (root: string): NewsroomFiles => {
  const { files, links } = walk(root, contentFolder)
  const content = files.filter(file => !isHidden(file))
  return newsroomFilesOf(root, content, { links, specials: [], leftBehind: [] })
}

/** What stands among the files and is none of them. */
type Oddities = Pick<InputChanges, 'links' | 'specials' | 'leftBehind'>

/**
 * Of a list of files below content/, such as those that changed, none of them hidden. Site data and plain pages are read in any
 * case; of pages that stay back, their texts in place of the files.
 */
export const newsroomFilesOf = (
  root: string,
  listed: readonly string[],
  { links, specials, leftBehind }: Oddities,
  keptPages: KeptPages = noKeptPages,
): NewsroomFiles => {
  const isThere = (file: string) => !keptPages.has(file)
  const content = listed.filter(isThere)
  const problems: Problem[] = [
    ...(exists(join(root, contentFolder)) ? [] : [errorAt(locationOfFile(contentFolder), noContent)]),
    ...links.filter(isThere).map(link => errorAt(locationOfFile(link), symbolicLink)),
    ...specials.filter(isThere).map(file => errorAt(locationOfFile(file), specialFile)),
  ]
  const read = (file: string) => readSource(root, file)
  const readNow = (file: string): SourceFile | null => {
    const source = read(file)
    if (source.ok) return source.value
    problems.push(source.fault)
    return null
  }
  const readIfThere = (file: string) => (exists(join(root, file)) ? readNow(file) : null)
  return {
    site: readIfThere(dataFiles.site),
    sections: readIfThere(dataFiles.sections),
    people: readIfThere(dataFiles.people),
    names: Object.fromEntries(
      namesFiles.map(name => [name, readIfThere(namesFileOf(name))]),
    ) as NewsroomFiles['names'],
    redirects: () => (exists(join(root, redirectsFile)) ? read(redirectsFile) : success(null)),
    strings: yamlIn(root, stringsFolder)
      .map(readNow)
      .filter(source => source !== null),
    stories: content.filter(isStory),
    curations: content.filter(isBulletin),
    fronts: content.filter(isFront),
    read,
    plainPages: readPageTitles(root, keptPages),
    otherMarkdown: [
      ...content.filter(isOtherMarkdown).map(readNow),
      ...[...keptPages].map(([file, text]) => (text === null ? null : { file, text })),
    ].filter(source => source !== null),
    content,
    templates: content
      .filter(file => isTemplate(file) && !isOtherMarkdown(file) && hasOpening(join(root, file)))
      .map(readNow)
      .filter(source => source !== null),
    drawings: content.filter(isDrawing),
    staticFiles: content.filter(isStatic),
    publishedMediaOf: file => publishedMediaOf(join(root, file), file),
    otherTexts: content.filter(isOtherText),
    ignored: content.filter(file => isAmongStories(file) && !isKnown(root, file)),
    leftBehind,
    problems,
  }
}

const yamlIn = (root: string, folder: string): readonly string[] =>
  walk(root, folder).files.filter(file => file.endsWith('.yaml') && findLeftBehind(file) === null)

const noContent: Fault = {
  code: 'file-missing',
  message: 'there is no folder content/ here, and so no stories',
  hint: 'run the command in the folder of your site: the one that holds content/ and _data/',
}

const symbolicLink: Fault = {
  code: 'file-link',
  message: 'this is a symbolic link, which Dateline does not follow',
  hint: 'replace it with a copy of the file or folder that it points to',
}

const specialFile: Fault = {
  code: 'file-special',
  message: 'this is a pipe, a socket or a device, and no file',
  hint: 'delete it, or move it out of content/',
}

const isOtherMarkdown = (file: string): boolean =>
  /\.(?:md|markdown)$/i.test(file) && !isAmongStories(file) && !isAmongBulletins(file) && !isFront(file)

/** Whether it begins with `---`, behind a byte order mark or not. Other files may well be no text. */
const hasOpening = (path: string): boolean =>
  /^(?:\xef\xbb\xbf)?---/.test(readPart(path, 0, 6).toString('latin1'))

const isDrawing = (file: string): boolean => /\.svgz?$/i.test(file)

const isOtherText = (file: string): boolean =>
  (isLayout(file) || isInData(file) || isTemplate(file) || isStatic(file)) &&
  /\.(?:njk|html?|css|[cm]?js|json|ya?ml|txt|xml|svg|csv|vtt|srt|liquid|webmanifest)$/i.test(file)

const isKnown = (root: string, file: string): boolean =>
  isStory(file) ||
  isPicture(file) ||
  mediaKindOf(file) !== null ||
  (/\.(?:vtt|txt)$/i.test(file) && mediaBeside(file).some(media => exists(join(root, media))))

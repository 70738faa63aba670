// Finds files in a wrong folder: a story outside content/stories would be published whatever its embargo.

import { whyPathNotPortable } from '../../domain/portable-name.ts'
import { errorAt, type Location, locationOfFile, type Problem } from '../../domain/problem.ts'
import { isPlainPage } from '../../domain/site-paths.ts'
import { readFrontMatter } from '../../read/read-front-matter.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { isDay } from '../../time/calendar-fault.ts'
import { type SlugSyntax, slugSyntaxes } from '../slug-syntax.ts'
import { storyFileMeant } from '../story/story-location.ts'
import { findLeftBehindProblems } from './find-left-behind-problems.ts'
import { isMisplacedProgram } from './find-programs.ts'

/** Fields that only a story has. */
const storyFields = ['section', 'embargo', 'draft', 'withdrawn', 'urgency', 'dateline', 'corrections']

export const findMisplacedFiles = (
  { otherMarkdown, ignored, leftBehind, staticFiles }: NewsroomFiles,
  syntax: SlugSyntax = slugSyntaxes.plain,
): readonly Problem[] => [
  ...otherMarkdown.flatMap(source => misplacedStory(source, syntax)),
  ...ignored
    .filter(file => !isMisplacedProgram(file))
    .map(
      (file): Problem => ({
        code: 'file-ignored',
        severity: 'warning',
        message: 'this file is neither a story nor a file that a story can show, so Dateline ignores it',
        hint: ignoredHints.find(([ending]) => ending.test(file))?.[1] ?? 'move it out of content/stories/',
        location: locationOfFile(file),
      }),
    ),
  ...leftBehind.flatMap(findLeftBehindProblems),
  ...staticFiles.flatMap(findNotPortable),
]

const findNotPortable = (file: string): readonly Problem[] => {
  const why = whyPathNotPortable(file)
  return why
    ? [
        {
          code: 'file-not-portable',
          severity: 'warning',
          message: `a site with this file can be built and served only by other systems: ${why}`,
          hint: 'give it another name',
          location: locationOfFile(file),
        },
      ]
    : []
}

const ignoredHints: readonly (readonly [ending: RegExp, hint: string])[] = [
  [
    /\.(?:md|markdown|mdown|mkdn?|mdx|txt|docx?|odt|rtf|pages)\b/i,
    'if it is a story, save it as plain text under a name that ends in .md, in small letters; else move it out of content/stories/',
  ],
  [
    /\.(?:heic|heif)$/i,
    'export it as JPEG: on a Mac open it in Preview and choose File › Export…; an iPhone takes JPEGs after Settings › Camera › Formats › Most Compatible',
  ],
  [/\.(?:tiff?|bmp|psd|jxl|jp2|eps|ai|xcf)$/i, 'export it as JPEG or PNG, which every browser shows'],
  [
    /\.(?:arw|cr[23]|dng|nef|orf|pef|raf|rw2|srw)$/i,
    'export the raw picture as JPEG, which every browser shows',
  ],
  [/\.(?:mov|avi|mkv|m4v|wmv|3gp)$/i, 'save it as MP4, which every browser plays'],
  [
    /\.(?:srt|ass|ssa|sbv|ttml|dfxp)$/i,
    'if these are captions of a video, make WebVTT of them, which browsers show; for SubRip type: ffmpeg -i captions.srt captions.vtt',
  ],
  [/\.(?:wav|aiff?|flac|wma|aac|amr)$/i, 'save it as MP3, which every browser plays'],
]

const misplacedStory = (source: SourceFile, syntax: SlugSyntax): readonly Problem[] => {
  const yaml = readFrontMatter(source)
  if (yaml === null)
    return isPlainPage(source.file) && !source.text.startsWith('---') ? [untitled(source.file)] : []
  if (!yaml.ok) return [yaml.fault]
  const fields = Object.keys(yaml.value.value ?? {})
  const field = fields.find(name => storyFields.includes(name))
  if (field !== undefined)
    return [
      ofStory(field, yaml.value.locationOf([field], 'key'), meantFile(source.file, yaml.value.value, syntax)),
    ]
  const isUntitledPage =
    isPlainPage(source.file) && !fields.some(name => ['title', 'layout', 'permalink'].includes(name))
  return isUntitledPage ? [untitled(source.file)] : []
}

const meantFile = (file: string, fields: unknown, syntax: SlugSyntax): string => {
  const { date } = (fields ?? {}) as { readonly date?: unknown }
  const day = String(date).slice(0, 10)
  return storyFileMeant(file, isDay(day) ? day : null, syntax)
}

const ofStory = (field: string, location: Location, right: string): Problem =>
  errorAt(location, {
    code: 'story-misplaced',
    message: `the field “${field}” belongs to a story, but this file is outside content/stories/: it would be published at once`,
    hint: `move it to ${right}, or remove the field`,
  })

const untitled = (file: string): Problem =>
  errorAt(locationOfFile(file), {
    code: 'page-untitled',
    message: 'the page has no title',
    hint: 'add a line “title: …” to the fields at its top, which stand between two lines ---',
  })

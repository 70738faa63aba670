// Finds a story, edits it, and writes its file when it is still valid.

import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { bulletinFileOf, isStory, readStoryFile, storyFileOf, storyFolder } from '../domain/site-paths.ts'
import { createMediaDisk } from '../read/media-disk.ts'
import { readFrontMatter } from '../read/read-front-matter.ts'
import { newsroomFilesOf } from '../read/read-newsroom-files.ts'
import { readPicture } from '../read/read-picture.ts'
import { readSource, type SourceFile } from '../read/read-source.ts'
import { exists, readBytes, walk } from '../system/files.ts'
import { replaceIfSame } from '../system/replace-if-same.ts'
import { validateSiteData } from '../validate/site/validate-site-data.ts'
import { createStoryValidator } from '../validate/story/validate-stories.ts'
import { validateNewsroom } from '../validate/validate-newsroom.ts'
import { type CheckText, checkBefore, checkEdit, editFields } from './check-edit.ts'
import { findStory } from './find-story.ts'
import { asRead } from './splice.ts'
import { type EditedStory, type PlanEdit, type Refusal, refuse, type StoryEdit } from './story-edit.ts'

/** `before` and `after`: as they stand on the disk. `to`: where it stands afterwards. */
export type FileEdit = {
  readonly file: string
  readonly to: string
  readonly before: string
  readonly after: string
}

export type Edit = {
  readonly files: readonly FileEdit[]
  readonly notes: readonly string[]
  readonly warnings: readonly Problem[]
}

const noOddities = { links: [], specials: [], leftBehind: [] }

/** `word`: a file, an address, or words of a headline. Writes nothing. */
export const planEdit = (root: string, word: string, now: Instant, plan: PlanEdit): Result<Edit, Refusal> => {
  const data = validateSiteData(newsroomFilesOf(root, [], noOddities))
  if (!data.ok) return refuse(printProblems(data.fault))
  const { site } = data.value
  const list = (folder = storyFolder) => walk(root, folder).files.filter(isStory)
  const readable = (file: string) => {
    const source = readSource(root, file)
    return source.ok ? source.value : null
  }
  const found = findStory(word, { root, site, list, read: readable })
  if (!found.ok) return refuse(found.fault, 'call')
  const file = found.value
  const raw = readRaw(root, file)
  if (!raw.ok) return refuse(printProblems([raw.fault]))
  const check = createCheck(root, data.value, file, () => list())
  const before = checkBefore(raw.value, file, check)
  if (!before.ok) return before
  const { story, warnings } = before.value
  const edited = { story, fields: fieldsOf({ file, text: asRead(raw.value) }), site, now }
  const edit = plan(edited)
  if (!edit.ok) return edit
  const target = targetOf(file, edit.value)
  if (target !== file && exists(join(root, target)))
    return refuse(`${target} exists already; choose another name`)
  const after = checkEdit({ ...edited, raw: raw.value, warnings, target }, edit.value, check)
  if (!after.ok) return after
  return success({
    files: [
      { file, to: target, before: raw.value, after: after.value.raw },
      ...orderEdits(root, edited, after.value.story.slug),
    ],
    notes: edit.value.notes,
    warnings: after.value.warnings,
  })
}

/** Stops at a file that somebody else has changed meanwhile. */
export const writeEdit = (root: string, { files }: Edit): Result<null, Refusal> => {
  const changed = files.find(
    ({ file, to, before, after }) =>
      !replaceIfSame({ from: join(root, file), to: join(root, to), before, after }),
  )
  if (changed === undefined) return success(null)
  return refuse(
    `Somebody else has changed ${changed.file} meanwhile, so it was left as it is now. Run the command again.`,
  )
}

/** With its line ends and its byte order mark. */
const readRaw = (root: string, file: string): Result<string, Problem> => {
  const source = readSource(root, file)
  return source.ok
    ? success(new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBytes(join(root, file))))
    : source
}

const targetOf = (file: string, { name }: StoryEdit): string => {
  const path = readStoryFile(file)
  return name === undefined || path === null ? file : storyFileOf(path.day, name)
}

const fieldsOf = (source: SourceFile): EditedStory['fields'] => {
  const front = readFrontMatter(source)
  return front?.ok ? (front.value.value as EditedStory['fields']) : {}
}

/** Against other stories only where its address is new: those that name its last word. */
const createCheck = (
  root: string,
  data: SiteData,
  edited: string,
  list: () => readonly string[],
): CheckText => {
  // Only addresses of others are compared: what is in their pictures does not matter.
  const lookUp = (picture: string) => ({
    isOpaque: false,
    pixels: null,
    ...readPicture(join(root, picture), picture),
  })
  const disk = createMediaDisk(root)
  return (raw, file, newSlug) => {
    const read = (other: string) =>
      other === file ? success({ file, text: asRead(raw) }) : readSource(root, other)
    const isRival = (other: string) => {
      if (newSlug === undefined || other === edited || other === file) return false
      const source = readSource(root, other)
      return other.includes(newSlug) || (source.ok && source.value.text.includes(newSlug))
    }
    const stories = [...(newSlug === undefined ? [] : list().filter(isRival)), file]
    const validate = createStoryValidator(data, read, lookUp, disk)
    const own = validate(file)
    if (!own.ok) return own
    const files = { ...newsroomFilesOf(root, [], noOddities), stories, read, curations: [], fronts: [] }
    const all = validateNewsroom(data, files, validate)
    const isAbout = ({ code, location, message }: Problem) =>
      location.file === file || (code === 'url-taken' && message.includes(file))
    const faults = (all.ok ? [] : all.fault).filter(isAbout)
    if (faults.some(({ severity }) => severity === 'error')) return failure(faults)
    return success({ story: own.value.story, warnings: own.value.warnings })
  }
}

/** The bulletin of the day names its stories by their slugs. */
const orderEdits = (root: string, { story }: EditedStory, slug: string): readonly FileEdit[] => {
  const file = bulletinFileOf(story.day)
  if (slug === story.slug || !exists(join(root, file))) return []
  const raw = readRaw(root, file)
  if (!raw.ok) return []
  const edit = { kind: 'replace', field: 'order', old: story.slug, value: slug } as const
  const after = editFields(raw.value, [edit])
  return after.ok && after.value !== raw.value
    ? [{ file, to: file, before: raw.value, after: after.value }]
    : []
}

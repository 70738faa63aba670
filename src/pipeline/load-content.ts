// From files to tables: what the newsroom is now, and which of its stories differ from the last publish.

import { join } from 'node:path'
import type { Content } from '../archive/content.ts'
import { indexClaims, indexCurations } from '../archive/index-claims.ts'
import { indexFrontFiles } from '../archive/index-front-files.ts'
import { indexListings, type StoryChange } from '../archive/index-stories.ts'
import type { ChangesSince } from '../changes/find-changes.ts'
import { type AskedBack, isMissing } from '../domain/kept-back.ts'
import { isShown, stateAt } from '../domain/lifecycle.ts'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { isBulletin, isCurated, isMarkdownPage, isStory, redirectsFile } from '../domain/site-paths.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { newsroomFor } from '../plan/newsroom-for.ts'
import type { InputChanges } from '../store/input-changes.ts'
import { rowOfSiteData } from '../store/site-data-row.ts'
import { type EditedTables, editTables, noTables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, readText } from '../system/files.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { type CheckedContent, type ContentRequest, checkContent, type Previous } from './check-content.ts'
import { curationChanges, fallenDue, storyChanges } from './content-changes.ts'
import { filesToRead } from './files-to-read.ts'
import { indexRead } from './load-redirects.ts'
import { relatedProblems } from './related-problems.ts'

/**
 * Reads, validates and indexes what changed. Fails with the problems of the content: those of stories only if `asked`, which
 * says who else stays back, is null. Costs what changed, what is kept back, and what falls due.
 */
export const loadContent = async (
  request: ContentRequest,
  previous: Previous,
  since: ChangesSince,
  workers: WorkerPool | null,
  asked: AskedBack | null = null,
): Promise<Result<Content, readonly Problem[]>> => {
  const { root, now, isAll } = request
  const { changes, marks } = since.found
  const before = since.fullBuildReason === null ? (previous.last?.viewpoint ?? null) : null
  const isFull = before === null
  const base = isFull ? noTables : previous.tables
  const toRead = filesToRead(root, base, changes, asked)
  const isRedirected = isFull || changes.some(({ file }) => file === redirectsFile)
  const reading = { request, previous, base, isFull, toRead, isRedirected, since, workers, asked }
  const checked = await checkContent(reading)
  if (!checked.ok) return checked
  const { newsroom, isSiteNew, keptBack, keptPages, warnings } = checked.value
  const viewpoint: Viewpoint = {
    now,
    audience: request.edition.audience,
    timezone: newsroom.site.timezone,
  }
  const kept = new Set(keptBack.filter(each => !isMissing(each)).map(({ file }) => file))
  const missing = keptBack.filter(isMissing).map(({ file }) => file)
  const gone = [...toRead.removed, ...missing].filter(file => !kept.has(file))
  const stories = storyChanges(base, checked.value.stories, gone.filter(isStory))
  const curations = curationChanges(base, checked.value.curations, gone.filter(isBulletin))
  const tables = editTables(base)
  keepTexts(tables, checked.value, gone)
  keepTranscripts(root, tables, checked.value, previous)
  if (isSiteNew) tables.set('facts', 'site', rowOfSiteData(newsroom))
  const due = isFull ? [] : fallenDue(base, viewpoint, toRead.stories)
  const all = [...stories, ...due]
  indexListings(tables, all, before, viewpoint)
  for (const change of all) if (isGone(change, viewpoint)) tables.set('feedTexts', change.file, null)
  indexClaims(tables, stories)
  indexCurations(tables, curations)
  const redirects = isRedirected ? indexRead(tables, checked.value.redirects) : nothingRedirected
  if (!redirects.ok) return failure([...redirects.fault, ...warnings])
  const fronts = indexFrontFiles(tables, checked.value.fronts, viewpoint)
  keepMarks(tables, marks)
  const related = relatedProblems(root, tables, all, viewpoint)
  return success({
    ...since,
    ...{ root, isAll, newsroom: newsroomFor(newsroom, viewpoint.audience), tables, viewpoint, before },
    ...{
      stories: all,
      curations,
      fronts: fronts.changed,
      redirects: redirects.value.changes,
      keptBack,
      keptPages,
    },
    warnings: [...warnings, ...redirects.value.warnings, ...fronts.warnings, ...related],
  })
}

const nothingRedirected = success({ changes: [], warnings: [] })

/** Feeds do not need its text any more. */
const isGone = ({ before, after }: StoryChange, { now, audience }: Viewpoint): boolean =>
  before !== null && (after === null || !isShown(stateAt(after, now), audience))

/** What is read in every build is seldom another. */
const keepText = (tables: EditedTables, file: string, text: string | null): void => {
  if (tables.get('texts', file) !== text) tables.set('texts', file, text)
}

/** For a day on which a file has problems: then its last version stands. */
const keepTexts = (
  tables: EditedTables,
  { stories, curations, fronts, pages, textOf, keptBack }: CheckedContent,
  gone: readonly string[],
): void => {
  for (const { file } of [...stories, ...curations]) tables.set('texts', file, textOf(file))
  for (const { front } of fronts) keepText(tables, front.file, textOf(front.file))
  keepPages(tables, pages, gone)
  const ofTexts = gone.filter(each => [isStory, isCurated, isMarkdownPage].some(isOf => isOf(each)))
  for (const file of ofTexts) tables.set('texts', file, null)
  const before = tables.get('lists', 'keptBack') ?? []
  if (before.length === 0 && keptBack.length === 0) return
  tables.set('lists', 'keptBack', keptBack.map(({ file }) => file).sort())
  tables.set('keptBack', 'all', keptBack)
}

/** They are part of the page, and their files may be others by then. */
const keepTranscripts = (
  root: string,
  tables: EditedTables,
  { stories }: CheckedContent,
  { published }: Previous,
): void => {
  for (const { transcript } of stories.flatMap(({ media }) => media)) {
    if (transcript === null) continue
    const { file, digest } = transcript
    const path = join(root, file)
    const texts = [isFile(path) ? readText(path) : null, published?.tables.get('texts', file)]
    tables.set('texts', file, texts.find(text => text != null && digestOf(text) === digest) ?? null)
  }
}

const keepPages = (tables: EditedTables, pages: CheckedContent['pages'], gone: readonly string[]): void => {
  for (const { file, text } of pages) tables.set('texts', file, text)
  const isGone = new Set(gone.filter(isMarkdownPage))
  if (pages.length === 0 && isGone.size === 0) return
  const known = [...(tables.get('lists', 'pages') ?? []), ...pages.map(({ file }) => file)]
  tables.set('lists', 'pages', [...new Set(known)].filter(file => !isGone.has(file)).sort())
}

const keepMarks = (tables: EditedTables, marks: InputChanges['marks']): void => {
  if (marks.size === 0) return
  for (const [folder, row] of marks) tables.set('marks', folder, row)
  const known = (tables.get('lists', 'folders') ?? []).filter(folder => !marks.has(folder))
  const added = [...marks].filter(([, row]) => row !== null).map(([folder]) => folder)
  tables.set('lists', 'folders', [...known, ...added].sort())
}

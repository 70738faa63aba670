// From files to tables: what the newsroom is now, and which of its stories differ from the last publish.

import { basename } from 'node:path'
import type { Content } from '../archive/content.ts'
import {
  type CurationChange,
  indexClaims,
  indexCurations,
  mentionOfPicture,
} from '../archive/index-claims.ts'
import { indexListings, type StoryChange } from '../archive/index-stories.ts'
import type { BuildRequest, ChangesSince } from '../changes/find-changes.ts'
import { checkStaticFiles } from '../check/check-static-files.ts'
import { isShown, stateAt } from '../domain/lifecycle.ts'
import type { Curation } from '../domain/newsroom.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { isBulletin, isStory, redirectsFile } from '../domain/site-paths.ts'
import type { PictureFile, Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { createPictureLookup } from '../pictures/look-up-picture.ts'
import { newsroomFor } from '../plan/newsroom-for.ts'
import { createMediaDisk } from '../read/media-disk.ts'
import { newsroomFilesOf } from '../read/read-newsroom-files.ts'
import type { InputChanges } from '../store/input-changes.ts'
import type { LastPublish } from '../store/last-publish.ts'
import { rowOfSiteData, siteDataOf } from '../store/site-data-row.ts'
import { type EditedTables, editTables, noTables, type Tables } from '../store/tables.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { findSecurityProblems } from '../validate/site/find-security-problems.ts'
import { findSharePicture } from '../validate/site/find-share-picture.ts'
import { validateSiteData } from '../validate/site/validate-site-data.ts'
import { inspectPictures } from '../validate/story/inspect-pictures.ts'
import { createStoryValidator, validateStories } from '../validate/story/validate-stories.ts'
import { validateNewsroom } from '../validate/validate-newsroom.ts'
import { indexRead, readRedirectsIn } from './load-redirects.ts'
import { unchangedStories } from './unchanged-stories.ts'

/** The last publish; a full build goes by nothing of it. */
type Previous = { readonly tables: Tables; readonly last: Pick<LastPublish, 'viewpoint'> | null }

/** Reads, validates and indexes what changed. Fails with the problems of the content. Costs what changed, and what falls due. */
export const loadContent = async (
  request: Pick<BuildRequest, 'root' | 'now' | 'edition' | 'isAll'>,
  previous: Previous,
  since: ChangesSince,
  workers: WorkerPool | null,
): Promise<Result<Content, readonly Problem[]>> => {
  const { root, now, isAll } = request
  const { audience } = request.edition
  const { changes } = since.found
  const before = since.fullBuildReason === null ? (previous.last?.viewpoint ?? null) : null
  const base = before === null ? noTables : previous.tables
  const changed = new Set(changes.map(({ file }) => file))
  const removed = new Set(changes.filter(({ kind }) => kind === 'removed').map(({ file }) => file))
  const toRead = [...new Set([...changed, ...leaningOn(base, changed)])].filter(file => !removed.has(file))
  const again = new Set([...toRead, ...removed].filter(isStory))
  const isRedirected = before === null || changed.has(redirectsFile)
  const bulletins = curationsOf(base, again).filter(file => !removed.has(file))
  const files = newsroomFilesOf(root, [...new Set([...toRead, ...bulletins])].sort(), since.found)
  const known = before === null ? undefined : base.get('facts', 'site')
  const data = known ? success(siteDataOf(known)) : validateSiteData(files)
  // Stories are only held against site data that is itself sound: their problems would be false ones.
  if (!data.ok) return failure([...files.problems, ...data.fault])
  const pictures = createPictureLookup(root, audience, file => pictureAt(base, file))
  const here = createStoryValidator(data.value, files.read, pictures.lookUp, createMediaDisk(root))
  const checked = await validateStories(root, data.value, audience, files.stories, here, workers)
  const check = await inspectPictures(files.stories, checked, here, pictures)
  const others = unchangedStories(base, isRedirected ? new Set([...again, redirectsFile]) : again)
  const valid = validateNewsroom(data.value, files, check, others, now)
  const rows = isRedirected ? readRedirectsIn(files, data.value.site.url) : success(null)
  const refused = checkStaticFiles(files, data.value.site.url)
  // With the site data it is known from the last publish.
  const share =
    known === undefined && audience.encodesPictures && files.site !== null
      ? await findSharePicture({ root, site: data.value.site, source: files.site, pictures })
      : { sharePicture: data.value.site.sharePicture, problems: [] }
  if (!valid.ok || !rows.ok)
    return failure([...faultsOf(valid), ...faultsOf(rows), ...refused, ...share.problems])
  const site = { ...valid.value.newsroom.site, sharePicture: share.sharePicture }
  const newsroom = { ...valid.value.newsroom, site }
  const warnings = [
    ...refused,
    ...valid.value.warnings,
    ...share.problems,
    ...findSecurityProblems(site, files.site, now),
  ]
  if (warnings.some(isError)) return failure(warnings)
  const viewpoint: Viewpoint = { now, audience, timezone: newsroom.site.timezone }
  const stories = storyChanges(base, valid.value.stories, [...removed].filter(isStory))
  const curations = curationChanges(base, valid.value.curations, [...removed].filter(isBulletin))
  const tables = editTables(base)
  if (known === undefined) tables.set('facts', 'site', rowOfSiteData(newsroom))
  const due = before === null ? [] : fallenDue(base, viewpoint, again)
  const all = [...stories, ...due]
  indexListings(tables, all, before, viewpoint)
  for (const change of all) if (isGone(change, viewpoint)) tables.set('feedTexts', change.file, null)
  indexClaims(tables, stories)
  indexCurations(tables, curations)
  const redirects = isRedirected ? indexRead(tables, rows.value) : nothingRedirected
  if (!redirects.ok) return failure([...redirects.fault, ...warnings])
  keepMarks(tables, since.found.marks)
  return success({
    ...since,
    ...{ root, isAll, newsroom: newsroomFor(newsroom, audience), tables, viewpoint, before },
    ...{ stories: all, curations, redirects: redirects.value.changes },
    warnings: [...warnings, ...redirects.value.warnings],
  })
}

const nothingRedirected = success({ changes: [], warnings: [] })

const faultsOf = (result: Result<unknown, readonly Problem[]>): readonly Problem[] =>
  result.ok ? [] : result.fault

/** Feeds do not need its text any more. */
const isGone = ({ before, after }: StoryChange, { now, audience }: Viewpoint): boolean =>
  before !== null && (after === null || !isShown(stateAt(after, now), audience))

/** Stories that show a picture which changed: its size stands in their pages. */
const leaningOn = (base: Tables, changed: ReadonlySet<string>): readonly string[] =>
  [...changed].flatMap(file => base.get('mentions', mentionOfPicture(file)) ?? [])

/** As some story shows it. */
const pictureAt = (base: Tables, picture: string): PictureFile | undefined =>
  (base.get('mentions', mentionOfPicture(picture)) ?? [])
    .map(file => base.get('stories', file))
    .flatMap(story => [...(story?.image ? [story.image] : []), ...(story?.pictures ?? [])])
    .find(({ file }) => file === picture)

/** Curations of the days that stories may leave: they name them. */
const curationsOf = (base: Tables, stories: ReadonlySet<string>): readonly string[] =>
  [...stories].flatMap(file => {
    const day = base.get('stories', file)?.day
    const curation = day === undefined ? undefined : base.get('curations', day)
    return curation ? [curation.file] : []
  })

const storyChanges = (
  base: Tables,
  stories: readonly Story[],
  removed: readonly string[],
): readonly StoryChange[] => [
  ...stories.map(story => ({
    file: story.file,
    before: base.get('stories', story.file) ?? null,
    after: story,
  })),
  ...removed
    .map(file => ({ file, before: base.get('stories', file) ?? null, after: null }))
    .filter(({ before }) => before !== null),
]

const curationChanges = (
  base: Tables,
  curations: readonly Curation[],
  removed: readonly string[],
): readonly CurationChange[] => [
  ...curations.map(curation => ({ before: base.get('curations', curation.day) ?? null, after: curation })),
  ...removed
    .map(file => ({ before: base.get('curations', basename(file, '.md')) ?? null, after: null }))
    .filter(({ before }) => before !== null),
]

/** Stories that changed by the clock alone since the last publish. */
const fallenDue = (base: Tables, { now }: Viewpoint, again: ReadonlySet<string>): readonly StoryChange[] =>
  (base.get('due', 'due') ?? [])
    .filter(({ at, file }) => at <= now && !again.has(file))
    .flatMap(({ file }) => {
      const story = base.get('stories', file)
      return story ? [{ file, before: story, after: story }] : []
    })

const keepMarks = (tables: EditedTables, marks: InputChanges['marks']): void => {
  if (marks.size === 0) return
  for (const [folder, row] of marks) tables.set('marks', folder, row)
  const known = (tables.get('lists', 'folders') ?? []).filter(folder => !marks.has(folder))
  const added = [...marks].filter(([, row]) => row !== null).map(([folder]) => folder)
  tables.set('lists', 'folders', [...known, ...added].sort())
}

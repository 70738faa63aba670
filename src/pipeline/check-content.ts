// The content that a build read, checked: what can be published of it, or the problems that stop it.

import { basename } from 'node:path'
import { mentionOfPicture } from '../archive/index-claims.ts'
import type { BuildRequest, ChangesSince } from '../changes/find-changes.ts'
import { checkStaticFiles } from '../check/check-static-files.ts'
import type { Day, Instant } from '../domain/instant.ts'
import { type AskedBack, isMissing, type KeptBack, type KeptPages } from '../domain/kept-back.ts'
import { stateAt } from '../domain/lifecycle.ts'
import type { Curation, Newsroom, SiteData } from '../domain/newsroom.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { isMarkdownPage, isStatic, isStory, pathInStatic, redirectsFile } from '../domain/site-paths.ts'
import type { PictureFile, Story } from '../domain/story.ts'
import { createPictureLookup, type PictureLookup } from '../pictures/look-up-picture.ts'
import { createMediaDisk } from '../read/media-disk.ts'
import { type NewsroomFiles, newsroomFilesOf } from '../read/read-newsroom-files.ts'
import type { SourceFile } from '../read/read-source.ts'
import type { LastPublish } from '../store/last-publish.ts'
import { outputKey } from '../store/output.ts'
import { siteDataOf } from '../store/site-data-row.ts'
import type { Tables } from '../store/tables.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { findPortraits } from '../validate/site/find-portraits.ts'
import { findSecurityProblems } from '../validate/site/find-security-problems.ts'
import { findSharePicture } from '../validate/site/find-share-picture.ts'
import { validateSiteData } from '../validate/site/validate-site-data.ts'
import { inspectPictures } from '../validate/story/inspect-pictures.ts'
import {
  createStoryValidator,
  type ValidatedStory,
  type ValidateStory,
  validateStories,
} from '../validate/story/validate-stories.ts'
import type { WrittenFront } from '../validate/validate-front.ts'
import { validateNewsroom } from '../validate/validate-newsroom.ts'
import { canBeShown, filesAsShown } from './files-as-shown.ts'
import type { FilesToRead } from './files-to-read.ts'
import { keepBack, keptPagesOf, lastVersionIn } from './keep-back.ts'
import { type RedirectsRead, readRedirectsIn } from './load-redirects.ts'
import type { Published } from './published.ts'
import { unchangedStories } from './unchanged-stories.ts'

/** The last publish; a full build goes by nothing of it but what it must keep. */
export type Previous = {
  readonly tables: Tables
  readonly last: Pick<LastPublish, 'viewpoint'> | null
  /** What readers have, also where the tables are lost. */
  readonly published: Published | null
  /** Output paths that are published no more. */
  readonly missing?: ReadonlySet<string>
}

const nothingMissing: ReadonlySet<string> = new Set()

export type ContentRequest = Pick<BuildRequest, 'root' | 'now' | 'edition' | 'isAll'>

/** `base`: the tables that a build by changes goes by; empty for a full build. */
export type Reading = {
  readonly request: ContentRequest
  readonly previous: Previous
  readonly base: Tables
  readonly isFull: boolean
  readonly toRead: FilesToRead
  /** Whether _data/redirects.yaml is read again. */
  readonly isRedirected: boolean
  readonly since: ChangesSince
  readonly workers: WorkerPool | null
  readonly asked: AskedBack | null
}

export type CheckedContent = {
  readonly newsroom: Newsroom
  readonly stories: readonly Story[]
  readonly curations: readonly Curation[]
  readonly fronts: readonly WrittenFront[]
  /** Null for a site without rows, and while they are as they were. */
  readonly redirects: RedirectsRead | null
  readonly isSiteNew: boolean
  readonly keptBack: readonly KeptBack[]
  /** Pages of the newsroom's own that were read, as they are made. */
  readonly pages: readonly SourceFile[]
  readonly keptPages: KeptPages
  readonly warnings: readonly Problem[]
  /** Of a story or bulletin: what was checked. */
  readonly textOf: (file: string) => string | null
}

/** Fails with the problems of the content: those of stories only if `asked`, which says who else stays back, is null. */
export const checkContent = async (reading: Reading): Promise<Result<CheckedContent, readonly Problem[]>> => {
  const { request, base, isFull, toRead, isRedirected } = reading
  const { root, now, edition } = request
  const keptPages = keptPagesOf(reading.asked, lastTextIn(reading))
  const files = newsroomFilesOf(root, toRead.files, odditiesIn(reading), keptPages)
  const known = isFull ? undefined : base.get('facts', 'site')
  const data = known ? success(siteDataOf(known)) : validateSiteData(files)
  // Stories are only held against site data that is itself sound: their problems would be false ones.
  if (!data.ok) return failure([...files.problems, ...data.fault])
  const pictures = createPictureLookup(root, edition.audience, file => pictureAt(base, file))
  const { check, keptBack, sound } = await checkStories(reading, data.value, files, pictures)
  const others = othersThan(reading, keptBack)
  const valid = validateNewsroom(data.value, sound, check, others, now)
  const rows = isRedirected ? readRedirectsIn(files, data.value.site.url) : success(null)
  const refused = checkStaticFiles(files, data.value.site.url)
  // With the site data it is known from the last publish.
  const share =
    known === undefined && edition.audience.encodesPictures && files.site !== null
      ? await findSharePicture({ root, site: data.value.site, source: files.site, pictures })
      : { sharePicture: data.value.site.sharePicture, problems: [] }
  const portraits =
    known === undefined
      ? await findPortraits(data.value.people, files.people, pictures)
      : { people: data.value.people, problems: [] }
  const ofSite = [...share.problems, ...portraits.problems]
  if (!valid.ok || !rows.ok) return failure([...faultsOf(valid), ...faultsOf(rows), ...refused, ...ofSite])
  const { newsroom, stories, curations, fronts } = valid.value
  const site = { ...newsroom.site, sharePicture: share.sharePicture }
  const security = findSecurityProblems(site, files.site, now)
  const warnings = [...refused, ...valid.value.warnings, ...ofSite, ...security]
  if (warnings.some(isError)) return failure(warnings)
  return success({
    ...{
      newsroom: { ...newsroom, site, people: portraits.people },
      stories,
      curations,
      fronts,
      redirects: rows.value,
      keptBack,
      warnings,
    },
    pages: files.otherMarkdown.filter(({ file }) => isMarkdownPage(file)),
    keptPages,
    isSiteNew: known === undefined,
    textOf: file => textIn(isStory(file) ? check(file) : sound.read(file)),
  })
}

/** Nobody follows links, and nothing is made of what is no file: told once, they can stay back. */
const odditiesIn = ({ since: { found }, toRead, asked }: Reading): ChangesSince['found'] => {
  const eachOnce = (files: readonly string[]) => [...new Set(files)].filter(file => !asked?.has(file)).sort()
  return {
    ...found,
    links: eachOnce([...found.links, ...toRead.links]),
    specials: eachOnce([...found.specials, ...toRead.specials]),
  }
}

const lastTextIn =
  ({ previous }: Reading) =>
  (file: string) =>
    previous.published?.tables.get('texts', file)

const textIn = (read: Result<{ readonly text: string }, unknown>): string | null =>
  read.ok ? read.value.text : null

const faultsOf = (result: Result<unknown, readonly Problem[]>): readonly Problem[] =>
  result.ok ? [] : result.fault

type CheckedStories = {
  readonly check: ValidateStory
  readonly sound: NewsroomFiles
  readonly keptBack: readonly KeptBack[]
}

/** Each by itself; those with problems as they were published last, unless `asked` is null. */
const checkStories = async (
  reading: Reading,
  data: SiteData,
  files: NewsroomFiles,
  pictures: PictureLookup,
): Promise<CheckedStories> => {
  const { request, previous, isFull, workers, asked } = reading
  const { root, now, edition } = request
  const disk = createMediaDisk(root)
  const here = createStoryValidator(data, files.read, pictures.lookUp, disk)
  const checked = await validateStories(root, data, edition.audience, files.stories, here, workers)
  const check = await inspectPictures(files.stories, checked, here, pictures)
  if (asked === null) return { check, sound: files, keptBack: [] }
  return keepBack({
    ...{ files, check, asked, now, timezone: data.site.timezone, isTrusted: !isFull },
    lastVersionOf: lastVersionIn(previous.published),
    lastTextOf: lastTextIn(reading),
    checkText: (source, shown) => {
      const now = { lookUp: pictures.lookUp, disk }
      const looking = shown === null ? now : filesAsShown(shown, lastTextIn(reading), now)
      return createStoryValidator(data, () => success(source), looking.lookUp, looking.disk)(source.file)
    },
    isPublished: isPublishedIn(previous),
    canBeShown: story => canBeShown(root, story, previous.tables, previous.missing ?? nothingMissing),
    wasSound: wasSoundIn(previous.published, (then, file) =>
      createStoryValidator(then, files.read, pictures.lookUp, disk)(file),
    ),
    inspectPictures: pictures.inspectPending,
  })
}

const wasSoundIn =
  (published: Published | null, check: (then: SiteData, file: string) => ValidatedStory) =>
  (file: string): boolean => {
    if (published === null || published.isRecord || !published.isKnown(file)) return false
    if (published.tables.get('texts', file) !== undefined) return false
    const then = published.data()
    const checked = then && check(then, file)
    return checked?.ok === true && isOut(checked.value.story, published.viewpoint.now)
  }

const isOut = (story: Story, at: Instant): boolean => ['live', 'withdrawn'].includes(stateAt(story, at))

const isPublishedIn =
  ({ tables, missing = nothingMissing }: Previous) =>
  (file: string): boolean => {
    if (!isStatic(file)) return (tables.get('mentions', mentionOfPicture(file)) ?? []).length > 0
    const row = tables.get('outputs', outputKey(pathInStatic(file)))
    return row?.made.by === 'copy' && row.made.from === file && !missing.has(row.path)
  }

/** A bulletin that names a story which is kept back has no problem of its own. */
const othersThan = ({ previous, base, toRead, isRedirected }: Reading, keptBack: readonly KeptBack[]) => {
  const missing = keptBack.filter(isMissing).map(({ file }) => basename(file, '.md'))
  const changed = isRedirected ? new Set([...toRead.stories, redirectsFile]) : toRead.stories
  const unchanged = unchangedStories(base, changed)
  return {
    ...unchanged,
    slugsOf: (day: Day) => [...unchanged.slugsOf(day), ...missing],
    wasOut: (story: Story) => wasOutIn(story, previous.published),
  }
}

/** Where git knows what was published, only of files that differ since it says how they were. */
const wasOutIn = (story: Story, published: Published | null): boolean => {
  if (published === null) return false
  const known = published.tables.get('stories', story.file)
  const then = known ?? (!published.isRecord && published.isKnown(story.file) ? story : undefined)
  return then !== undefined && isOut(then, published.viewpoint.now)
}

/** As some story shows it. */
const pictureAt = (base: Tables, picture: string): PictureFile | undefined =>
  (base.get('mentions', mentionOfPicture(picture)) ?? [])
    .map(file => base.get('stories', file))
    .flatMap(story => [...(story?.image ? [story.image] : []), ...(story?.pictures ?? [])])
    .find(({ file }) => file === picture)

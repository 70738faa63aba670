// A newsroom in memory: story texts in, a checked newsroom, an archive and planned pages out.

import { type Archive, createArchive } from '../../src/archive/create-archive.ts'
import { indexClaims, indexCurations } from '../../src/archive/index-claims.ts'
import { indexFrontFiles } from '../../src/archive/index-front-files.ts'
import { indexRedirects } from '../../src/archive/index-redirects.ts'
import { indexListings } from '../../src/archive/index-stories.ts'
import { type Outlook, outlookAt } from '../../src/archive/outlook.ts'
import { type Audience, readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { namesFiles } from '../../src/domain/listing.ts'
import type { PlainPage } from '../../src/domain/newsroom.ts'
import { printProblems } from '../../src/domain/print-problems.ts'
import type { Fault, Problem } from '../../src/domain/problem.ts'
import type { Redirect } from '../../src/domain/redirect.ts'
import { failure, type Result, success } from '../../src/domain/result.ts'
import { isFront, namesFileOf, redirectsFile } from '../../src/domain/site-paths.ts'
import type { Story } from '../../src/domain/story.ts'
import { createPageDrawer } from '../../src/pages/draw-pages.ts'
import type { PageContext } from '../../src/pages/page-kind.ts'
import { pageKinds } from '../../src/pages/page-kinds.ts'
import type { DrawnPage, PlannedPage } from '../../src/pages/planned-page.ts'
import type { LookUpPicture } from '../../src/pictures/look-up-picture.ts'
import { nextChangeAfter } from '../../src/plan/next-change.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { planSite } from '../../src/plan/plan-site.ts'
import { undisturbed } from '../../src/plan/standing.ts'
import type { MediaDisk } from '../../src/read/media-disk.ts'
import type { NewsroomFiles } from '../../src/read/read-newsroom-files.ts'
import { type EditedTables, editTables, noTables } from '../../src/store/tables.ts'
import { digestOf } from '../../src/system/digest.ts'
import { createReaderTime } from '../../src/time/reader-time.ts'
import { readRedirects } from '../../src/validate/site/read-redirects.ts'
import { validateSiteData } from '../../src/validate/site/validate-site-data.ts'
import { createStoryValidator } from '../../src/validate/story/validate-stories.ts'
import type { UnchangedStories } from '../../src/validate/unchanged-stories.ts'
import { type ValidNewsroom, validateNewsroom } from '../../src/validate/validate-newsroom.ts'
import { origin, siteData, storyText } from './site-data.ts'
import type { Files } from './site-folder.ts'

/** An instant from RFC 3339, for tests of what comes after parsing. */
export const at = (text: string): Instant => Date.parse(text) as Instant

/** After all that the tests' stories say. */
export const later = at('2030-01-01T00:00:00Z')

const inFolder = (files: Files, folder: string): string[] =>
  Object.keys(files).filter(file => file.startsWith(folder) && file.endsWith('.md'))

/** `files` come on top of sound site data, as in a site folder. */
export const filesInMemory = (files: Files, plainPages: readonly PlainPage[] = []): NewsroomFiles => {
  const all: Files = { ...siteData, ...files }
  const one = (file: string) => {
    const text = all[file]
    return text === undefined ? null : { file, text }
  }
  return {
    site: one('_data/site.yaml'),
    sections: one('_data/sections.yaml'),
    people: one('_data/people.yaml'),
    names: Object.fromEntries(
      namesFiles.map(name => [name, one(namesFileOf(name))]),
    ) as NewsroomFiles['names'],
    redirects: () => success(one(redirectsFile)),
    strings: Object.keys(all)
      .filter(file => file.startsWith('_data/strings/'))
      .map(file => ({ file, text: all[file] ?? '' })),
    stories: inFolder(all, 'content/stories/'),
    curations: inFolder(all, 'content/bulletins/'),
    fronts: Object.keys(all).filter(isFront),
    read: file => success({ file, text: all[file] ?? '' }),
    plainPages,
    content: [],
    templates: [],
    otherMarkdown: [],
    drawings: [],
    staticFiles: [],
    publishedMediaOf: () => ({ bytes: 0, warnings: [] }),
    otherTexts: [],
    ignored: [],
    leftBehind: [],
    problems: [],
  }
}

/** Where there are no pictures at all. */
export const noPicture = (file: string): Fault => ({
  code: 'picture-missing',
  message: `there is no file ${file}`,
  hint: 'add the picture, or correct its name',
})

/** Files that hold this are pictures of pixels. */
export const photo = 'a photo'

/**
 * Every picture is there, but for the ones called missing and unreadable: a drawing of 640 by 480 pixels, or a photo of 1600 by 1200.
 */
const lookIn =
  (files: Files): LookUpPicture =>
  file => {
    if (file.includes('missing')) return noPicture(file)
    if (file.includes('unreadable'))
      return { code: 'picture-unreadable', message: 'no picture', hint: 'draw one' }
    const digest = digestOf(files[file] ?? file)
    return files[file]?.startsWith(photo)
      ? { digest, width: 1600, height: 1200, bytes: 1, isOpaque: true, pixels: { colour: '#468' } }
      : { digest, width: 640, height: 480, bytes: 1, isOpaque: false, pixels: null }
  }

/** A video is any file with such an ending; what stands beside one must be among the files. */
const diskOf = (files: NewsroomFiles, names: readonly string[] = []): MediaDisk => {
  const namesIn = (folder: string) =>
    names.filter(name => name.startsWith(folder)).map(name => name.slice(folder.length))
  const textAt = (file: string) => {
    const source = files.read(file)
    const text = source.ok ? source.value.text : ''
    return text === '' ? null : { text, digest: digestOf(text) }
  }
  return {
    textAt,
    faultOfOriginal: () => null,
    faultOfText: () => null,
    namesBeside: file => namesIn(file.slice(0, file.lastIndexOf('/') + 1)),
    posterAt: file => {
      const there = textAt(file)
      return there
        ? { digest: there.digest, bytes: 68, warnings: [], format: 'png', width: 640, height: 480 }
        : noPicture(file)
    },
    mediaAt: file => {
      for (const what of ['missing', 'unreadable'])
        if (file.includes(what)) return { code: `media-${what}`, message: 'no video', hint: 'film one' }
      const size = file.endsWith('.mp4') ? { width: 1280, height: 720 } : null
      return { digest: textAt(file)?.digest ?? digestOf(file), bytes: 4096, warnings: [], size }
    },
  }
}

/** Site data and stories, as a build checks them. */
export const validateFiles = (
  files: NewsroomFiles,
  lookUp: LookUpPicture,
  rest?: UnchangedStories,
  names?: readonly string[],
): Result<ValidNewsroom, readonly Problem[]> => {
  const data = validateSiteData(files)
  if (!data.ok) return failure([...files.problems, ...data.fault])
  return validateNewsroom(
    data.value,
    files,
    createStoryValidator(data.value, files.read, lookUp, diskOf(files, names)),
    rest,
  )
}

export const validated = (files: Files): Result<ValidNewsroom, readonly Problem[]> =>
  validateFiles(filesInMemory(files), lookIn(files), undefined, Object.keys(files))

/** Throws with the problems when the newsroom is not sound. */
export const newsroomOf = (files: Files, plainPages: readonly PlainPage[] = []): ValidNewsroom => {
  const valid = validateFiles(filesInMemory(files, plainPages), lookIn(files))
  if (!valid.ok) throw new Error(printProblems(valid.fault))
  return valid.value
}

export const problemsOf = (files: Files): readonly Problem[] => {
  const valid = validated(files)
  return valid.ok ? valid.value.warnings : valid.fault
}

type Fields = Readonly<Record<string, string | undefined>>

/** A story file named after its slug, in the folder of its day: `date` must stand in the site's zone. */
export const storyAt = (date: string, slug: string, fields: Fields = {}, body?: string): Files => ({
  [`content/stories/${date.slice(0, 10).replaceAll('-', '/')}/${slug}.md`]: storyText(
    { title: `About ${slug}`, date, ...fields },
    body,
  ),
})

export const storyOf = (fields: Fields = {}, date = '2024-10-24T09:30:00+05:30'): Story => {
  const [story] = newsroomOf(storyAt(date, 'story', fields)).stories
  if (!story) throw new Error('there is no story')
  return story
}

/** Everything that the newsroom has written, indexed at an instant. */
export const tablesOf = (
  { newsroom, stories, curations, fronts }: ValidNewsroom,
  now = later,
  audience: Audience = readers,
): EditedTables => {
  const tables = editTables(noTables)
  const changes = stories.map(story => ({ file: story.file, before: null, after: story }))
  indexListings(tables, changes, null, { now, audience, timezone: newsroom.site.timezone })
  indexClaims(tables, changes)
  indexCurations(
    tables,
    curations.map(after => ({ before: null, after })),
  )
  indexFrontFiles(tables, fronts, { now, audience, timezone: newsroom.site.timezone })
  return tables
}

export const archiveOf = (valid: ValidNewsroom, now = later, audience: Audience = readers): Archive =>
  createArchive(tablesOf(valid, now, audience), { now, audience, timezone: valid.newsroom.site.timezone })

export const contextOf = (valid: ValidNewsroom, now = later, audience: Audience = readers): PageContext => ({
  newsroom: valid.newsroom,
  archive: archiveOf(valid, now, audience),
  time: createReaderTime(valid.newsroom.site.timezone, valid.newsroom.site.language),
})

/** The rows of _data/redirects.yaml. */
export const redirectsOf = (files: Files): readonly Redirect[] => {
  const text = files[redirectsFile]
  const read = text === undefined ? null : readRedirects({ file: redirectsFile, text }, origin)
  if (read?.ok === false) throw new Error(printProblems(read.fault))
  return read?.value.redirects ?? []
}

/** The plan of a whole site, its pages with their data, and the outlook. */
export type WholePlan = Omit<Plan, 'pages'> &
  Outlook & {
    readonly nextDue: Instant | null
    readonly pages: readonly (PlannedPage & DrawnPage)[]
  }

/** Pictures and static files are taken to be there. */
export const planOf = (
  files: Files,
  now = later,
  plainPages: readonly PlainPage[] = [],
  audience: Audience = readers,
): WholePlan => {
  const valid = newsroomOf(files, plainPages)
  const { newsroom, stories } = valid
  const viewpoint = { now, audience, timezone: newsroom.site.timezone }
  const tables = tablesOf(valid, now, audience)
  indexRedirects(tables, redirectsOf(files))
  const fixed = Object.keys(files).filter(file => file.startsWith('content/static/'))
  const pictures = stories.flatMap(story => [...(story.image ? [story.image] : []), ...story.pictures])
  for (const file of [...fixed, ...pictures.map(picture => picture.file)]) markFile(tables, file)
  const plan = planSite({
    kinds: pageKinds,
    changes: {
      stories: stories.map(story => ({ file: story.file, before: null, after: story })),
      curations: [],
      fronts: [],
      redirects: redirectsOf(files).map(after => ({ before: null, after })),
      others: [],
    },
    before: null,
    after: { ...contextOf(valid, now, audience), archive: createArchive(tables, viewpoint) },
    layoutDigestOf: ({ layout }) => layout,
    tables,
    viewpoint,
    files: fixed.map(file => ({ file, kind: 'added' })),
    standing: undisturbed,
    copies: [],
    templates: [{ because: 'first' }],
  })
  const draw = createPageDrawer(newsroom, tables, viewpoint)
  return {
    ...plan,
    ...outlookAt(tables, now),
    nextDue: nextChangeAfter(tables, contextOf(valid, now, audience)),
    pages: plan.pages.map(page => ({ ...page, ...draw(page) })),
  }
}

const markFile = (tables: EditedTables, file: string): void => {
  const cut = file.lastIndexOf('/')
  const folder = file.slice(0, cut)
  const mark = { size: 1, mtime: 1, ctime: 1, inode: 1, digest: `digest of ${file}` }
  tables.set('marks', folder, { ...tables.get('marks', folder), [file.slice(cut + 1)]: mark })
}

// biome-ignore lint/suspicious/noExplicitAny: a page's data is whatever its kind says
export const dataAt = (plan: WholePlan, url: string): any => {
  const page = plan.pages.find(planned => planned.url === url)
  if (!page) throw new Error(`no page is planned at ${url}`)
  return page.data
}

export const urlsOf = (items: readonly { readonly url: string }[]): readonly string[] =>
  items.map(item => item.url)

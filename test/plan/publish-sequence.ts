// Publishes in memory, one after the other: each plan goes by the last one, as if its pages had been made.

import { createArchive } from '../../src/archive/create-archive.ts'
import { indexClaims, indexCurations } from '../../src/archive/index-claims.ts'
import { indexFrontFiles } from '../../src/archive/index-front-files.ts'
import { indexRedirects } from '../../src/archive/index-redirects.ts'
import { indexListings, type StoryChange } from '../../src/archive/index-stories.ts'
import { type Audience, readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { filesBehind } from '../../src/domain/media.ts'
import type { Newsroom } from '../../src/domain/newsroom.ts'
import { redirectsFile } from '../../src/domain/site-paths.ts'
import type { Story } from '../../src/domain/story.ts'
import type { Viewpoint } from '../../src/domain/viewpoint.ts'
import { sourceDigestOf } from '../../src/media/published-media.ts'
import { createPageDrawer } from '../../src/pages/draw-pages.ts'
import type { PageContext, PageKind } from '../../src/pages/page-kind.ts'
import { pageKinds } from '../../src/pages/page-kinds.ts'
import type { PlannedPage } from '../../src/pages/planned-page.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { digestOfData, type PageChanges, type PublishedPage } from '../../src/plan/plan-pages.ts'
import { planSite } from '../../src/plan/plan-site.ts'
import { undisturbed } from '../../src/plan/standing.ts'
import type { InputChange } from '../../src/store/input-changes.ts'
import { type Output, outputKey } from '../../src/store/output.ts'
import { type EditedTables, editTables, noTables, type Tables } from '../../src/store/tables.ts'
import { digestOf } from '../../src/system/digest.ts'
import { createReaderTime } from '../../src/time/reader-time.ts'
import type { ValidNewsroom } from '../../src/validate/validate-newsroom.ts'
import type { Files } from '../rig/site-folder.ts'
import { newsroomOf, redirectsOf } from '../rig/small-newsroom.ts'

export type PublishSequence = {
  /** Plans what differs from the last publish, and takes it for published. `looks`: another one for some layouts. */
  readonly publish: (files: Files, now: Instant, looks?: Files, others?: PageChanges['others']) => Plan
  /** What is published, by its path: whatever tells one version of a page or file from another. */
  readonly outputs: () => ReadonlyMap<string, Output>
}

const isText = (file: string) => /^content\/(?:stories|bulletins)\/.*\.md$|^_data\//.test(file)

const differing = (before: Files, after: Files): readonly InputChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(file => before[file] !== after[file])
    .sort()
    .map(file => ({
      file,
      kind: before[file] === undefined ? 'added' : after[file] === undefined ? 'removed' : 'edited',
    }))

export const createPublishSequence = (
  audience: Audience = readers,
  kinds: readonly PageKind[] = pageKinds,
): PublishSequence => {
  let files: Files = {}
  let last: { readonly valid: ValidNewsroom; readonly viewpoint: Viewpoint; readonly tables: Tables } | null =
    null
  const outputs = new Map<string, Output>()

  return {
    outputs: () => outputs,
    publish: (next, now, looks = {}, more = []) => {
      const valid = newsroomOf(next)
      const { newsroom } = valid
      const viewpoint: Viewpoint = { now, audience, timezone: newsroom.site.timezone }
      const changed = differing(files, next)
      const tables = editTables(last?.tables ?? noTables)
      const stories = storyChanges(changed, last?.valid ?? null, valid, tables, now)
      const curations = changed
        .filter(({ file }) => file.startsWith('content/bulletins/'))
        .map(({ file }) => ({
          before: last?.valid.curations.find(each => each.file === file) ?? null,
          after: valid.curations.find(each => each.file === file) ?? null,
        }))
      indexListings(tables, stories, last?.viewpoint ?? null, viewpoint)
      indexClaims(tables, stories)
      indexCurations(tables, curations)
      const redirects = changed.some(({ file }) => file === redirectsFile)
        ? indexRedirects(tables, redirectsOf(next))
        : []
      const { changed: fronts } = indexFrontFiles(tables, valid.fronts, viewpoint)
      const copied = changed.filter(({ file }) => !isText(file))
      for (const { file } of copied) markFile(tables, file, next[file])
      const layoutDigestOf = ({ layout }: PageKind) => looks[layout] ?? layout
      const restyled = [...outputs.values()]
        .filter((output): output is PublishedPage => output.made.by === 'page')
        .filter(({ made }) => looks[kindNamed(kinds, made.kind).layout] !== undefined)
        .map(page => ({ page, reason: null }))
      const plan = planSite({
        kinds,
        changes: {
          stories,
          curations: curations.flatMap(({ before, after }) =>
            [before, after].filter(each => each !== null).map(({ day, file }) => ({ day, file })),
          ),
          fronts,
          redirects,
          others: [...restyled, ...more],
        },
        before: last && contextOf(newsroom, last.tables, last.viewpoint),
        after: contextOf(newsroom, tables, viewpoint),
        layoutDigestOf,
        tables,
        viewpoint,
        files: copied,
        standing: undisturbed,
        copies: [],
        templates: [],
      })
      const draw = createPageDrawer(newsroom, tables, viewpoint)
      for (const { output } of plan.removals) outputs.delete(output)
      for (const page of plan.pages) outputs.set(page.output, outputOf(page, digestOfData(draw(page).data)))
      for (const { from, to, digest } of plan.copies)
        outputs.set(to, {
          path: to,
          digest,
          made: { by: 'copy', from, sourceDigest: sourceDigestOf(digest) },
        })
      for (const { output } of plan.removals) tables.set('outputs', outputKey(output), null)
      for (const [path, output] of outputs) tables.set('outputs', outputKey(path), output)
      files = next
      last = { valid, viewpoint, tables }
      return plan
    },
  }
}

const kindNamed = (kinds: readonly PageKind[], name: string): PageKind => {
  const found = kinds.find(kind => kind.name === name)
  if (!found) throw new Error(`there is no kind ${name}`)
  return found
}

/** As a build takes them in: what was edited, and what only fell due. */
const storyChanges = (
  changed: readonly InputChange[],
  old: ValidNewsroom | null,
  valid: ValidNewsroom,
  tables: Tables,
  now: Instant,
): readonly StoryChange[] => {
  const storyIn = (of: ValidNewsroom | null, file: string) =>
    of?.stories.find(story => story.file === file) ?? null
  const names = new Set(changed.map(({ file }) => file))
  const shows = ({ image, pictures, media }: Story) =>
    [image, ...pictures].some(picture => picture && names.has(picture.file)) ||
    media.flatMap(filesBehind).some(file => names.has(file))
  const leaning = valid.stories.filter(shows).map(({ file }) => file)
  const edited = [...new Set([...names, ...leaning])].filter(file => /^content\/stories\/.*\.md$/.test(file))
  const due = (tables.get('due', 'due') ?? [])
    .filter(({ at, file }) => at <= now && !edited.includes(file))
    .map(({ file }) => tables.get('stories', file))
    .filter(story => story !== undefined)
  return [
    ...edited.map(file => ({ file, before: storyIn(old, file), after: storyIn(valid, file) })),
    ...due.map(story => ({ file: story.file, before: story, after: story })),
  ]
}

const contextOf = (newsroom: Newsroom, tables: Tables, viewpoint: Viewpoint): PageContext => ({
  newsroom,
  archive: createArchive(tables, viewpoint),
  time: createReaderTime(newsroom.site.timezone, newsroom.site.language),
})

const outputOf = ({ output, kind, key, url, file, layoutDigest }: PlannedPage, data: string): Output => ({
  path: output,
  digest: data,
  made: { by: 'page', kind, key, url, file, layoutDigest: layoutDigest, dataDigest: data, ids: [] },
})

const markFile = (tables: EditedTables, file: string, text: string | undefined): void => {
  const cut = file.lastIndexOf('/')
  const folder = file.slice(0, cut)
  const { [file.slice(cut + 1)]: _, ...others } = tables.get('marks', folder) ?? {}
  const mark =
    text === undefined
      ? {}
      : { [file.slice(cut + 1)]: { size: 1, mtime: 1, ctime: 1, inode: 1, digest: digestOf(text) } }
  tables.set('marks', folder, { ...others, ...mark })
}

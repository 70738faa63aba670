// Gathers from the tables what the planner asks about, so that the planner itself stays a pure function.

import { createArchive } from '../archive/create-archive.ts'
import type { Terms } from '../archive/index-stories.ts'
import type { LastSite } from '../archive/last-site.ts'
import { rowsOf } from '../archive/stored-tables.ts'
import type { EditedTables, Tables } from '../archive/tables.ts'
import type { Stock } from '../archive/take-stock.ts'
import { versionsNow } from '../changes/basis.ts'
import type { FoundChanges } from '../changes/file-change.ts'
import type { PageContext } from '../pages/page-kind.ts'
import { pageKinds } from '../pages/page-kinds.ts'
import type { Missing } from '../publish/find-missing.ts'
import { type Output, placeOf } from '../publish/output.ts'
import { urlOfFile } from '../publish/url-of-file.ts'
import { closureOf, createLooks } from '../render/layout-look.ts'
import type { Layouts } from '../render/minify-layouts.ts'
import { digestOf } from '../system/digest.ts'
import { createReaderTime } from '../time/reader-time.ts'
import type { Neighbourhood } from './find-conflicts.ts'
import type { Plan, Reason } from './plan.ts'
import type { CopiedOutput } from './plan-copies.ts'
import type { PageChanges, PublishedPage } from './plan-pages.ts'
import { planSite } from './plan-site.ts'

export type UnplannedBuild = Stock & {
  readonly tables: EditedTables
  /** The terms of the last publish; null when everything was taken in again. */
  readonly before: Terms | null
  readonly layouts: Layouts
  readonly found: FoundChanges
  readonly basis: string
  readonly whole: string | null
}

type Others = PageChanges['others']

export const planFrom = async (
  build: UnplannedBuild,
  lastSite: LastSite,
  standing: Missing,
): Promise<Plan> => {
  const { missing } = standing
  const { newsroom, tables, terms, before, layouts, found, stories, curations, basis } = build
  const facts = [basis, versionsNow, newsroom.site, newsroom.sections, newsroom.plainPages]
  const lookOf = createLooks(layouts, digestOf(JSON.stringify(facts)))
  const time = createReaderTime(newsroom.site.timezone, newsroom.site.language)
  const contextOf = (of: Tables, at: Terms): PageContext => ({
    newsroom,
    time,
    archive: createArchive(of, at),
  })
  const looks = new Map(pageKinds.map(({ name, layout }) => [name, lookOf(layout)]))
  // A copy that is gone counts as never made.
  for (const { path, made } of missing) if (made.by !== 'page') tables.set('outputs', placeOf(path), null)
  const others = [
    ...(await pagesToLookAt(build, lastSite, looks)),
    ...missing.filter(isPage).map(page => ({ page, reason: { because: 'missing' } as const })),
  ]
  // What is gone since does not show when everything is taken in.
  const copiesThatMayGo = build.whole === null ? [] : await publishedCopies(tables, lastSite)
  const copies = [
    ...copiesThatMayGo.map(copy => ({ copy, reason: { because: 'file', file: copy.made.from } as const })),
    ...missing.filter(isCopy).map(copy => ({ copy, reason: { because: 'missing' } as const })),
  ]
  const planWith = (more: Others): Plan =>
    planSite({
      kinds: pageKinds,
      changes: {
        stories,
        curations: curations.flatMap(({ before: old, after }) =>
          [old, after].filter(each => each !== null).map(({ day, file }) => ({ day, file })),
        ),
        others: [...others, ...more],
      },
      before: before && contextOf(lastSite.tables, before),
      after: contextOf(tables, terms),
      lookOf: ({ layout }) => lookOf(layout),
      tables,
      terms,
      files: found.changes.filter(({ file }) => isCopied(file)),
      copies,
      missing: standing,
      templates: templateReasons(build, missing),
    })
  const plan = planWith([])
  const linkers = await pagesNaming(
    plan.removals.map(({ output }) => urlOfFile(output)),
    build,
    lastSite,
  )
  return linkers.length === 0 ? plan : planWith(linkers)
}

const isPage = (output: Output): output is PublishedPage => output.made.by === 'page'

const isCopy = (output: Output): output is CopiedOutput => output.made.by === 'copy'

/** Pages that no changed story stands on, but that look different now; all of them when everything was taken in. */
const pagesToLookAt = async (
  { whole, tables, found }: UnplannedBuild,
  lastSite: LastSite,
  looks: ReadonlyMap<string, string>,
): Promise<Others> => {
  const isStyled = found.changes.some(({ file }) =>
    /^(?:_includes\/|content\/(?!(?:stories|bulletins|static)\/))/.test(file),
  )
  if (whole === null && !isStyled) return []
  return (await publishedPages(tables, lastSite))
    .filter(({ made }) => whole !== null || looks.get(made.kind) !== made.look)
    .map(page => ({ page, reason: null }))
}

const isCopied = (file: string): boolean => /^content\/(?:static\/|stories\/.*\.(?!md$)[^./]+$)/.test(file)

/** Eleventy does not say what its templates depend on; they are few, so they are made again when anything could be it. */
const templateReasons = ({ whole, found }: UnplannedBuild, missing: readonly Output[]): readonly Reason[] => {
  if (whole !== null) return [{ because: 'first' }]
  const changed = found.changes
    .filter(({ file }) => /^(?:_includes\/|_data\/|content\/(?!(?:stories|bulletins|static)\/))/.test(file))
    .map(({ file }): Reason => ({ because: 'file', file }))
  const isLost = missing.some(({ made }) => made.by === 'template')
  return isLost ? [...changed, { because: 'missing' }] : changed
}

/** Pages whose layout names something that goes, such as a picture: they are made again, so that their links are checked. */
const pagesNaming = async (
  urls: readonly string[],
  { layouts, tables }: UnplannedBuild,
  lastSite: LastSite,
): Promise<Others> => {
  const naming = new Map([...layouts].filter(([, source]) => urls.some(url => source.includes(url))))
  if (naming.size === 0) return []
  const layoutOf = (kind: string) => pageKinds.find(({ name }) => name === kind)?.layout ?? ''
  return (await publishedPages(tables, lastSite)).flatMap((page): Others => {
    const name = closureOf(layouts, layoutOf(page.made.kind)).find(layout => naming.has(layout))
    return name === undefined ? [] : [{ page, reason: { because: 'link', file: `_includes/${name}` } }]
  })
}

const publishedPages = async (tables: Tables, lastSite: LastSite): Promise<readonly PublishedPage[]> =>
  (await publishedOutputs(tables, lastSite)).filter(isPage)

const publishedCopies = async (tables: Tables, lastSite: LastSite): Promise<readonly CopiedOutput[]> =>
  (await publishedOutputs(tables, lastSite)).filter(isCopy)

const publishedOutputs = async (tables: Tables, { store }: LastSite): Promise<readonly Output[]> => {
  const outputs: Output[] = []
  if (store === null) return outputs
  for await (const [place] of rowsOf(store, 'outputs')) {
    const row = tables.get('outputs', place)
    if (row) outputs.push(row)
  }
  return outputs
}

/** What `findConflicts` asks of the published site. */
export const neighbourhoodOf = async (
  plan: Plan,
  { newsroom, tables }: UnplannedBuild,
  { store }: LastSite,
): Promise<Neighbourhood> => {
  const published = (output: string) => tables.get('outputs', placeOf(output))
  const below = new Map<string, Output>()
  const odd = [...plan.pages.map(({ output }) => output), ...plan.copies.map(({ to }) => to)].filter(
    output => !output.endsWith('/index.html') && published(output) === undefined,
  )
  if (store !== null) {
    for (const place of odd.map(placeOf)) {
      for await (const [, row] of rowsOf(store, 'outputs', `${place}/`)) {
        below.set(place, row)
        break
      }
    }
  }
  return {
    plainPages: newsroom.plainPages,
    published,
    publishedBelow: output => below.get(placeOf(output)),
  }
}

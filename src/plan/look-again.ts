// Published pages that a publish looks at though no story on them changed: they may look different, or link to what goes.

import { isLayout, isMarkdownPage, isTemplate, layoutFileOf } from '../domain/site-paths.ts'
import { filesOfLayout } from '../layouts/layout-digest.ts'
import { pageKinds } from '../pages/page-kinds.ts'
import type { LastSite } from '../store/last-site.ts'
import type { Output } from '../store/output.ts'
import { rowsOf } from '../store/stored-tables.ts'
import type { Tables } from '../store/tables.ts'
import type { PageChanges, PublishedPage } from './plan-pages.ts'
import type { UnplannedBuild } from './planned-build.ts'

export type Others = PageChanges['others']

/** Pages that look different now; all of them in a full build. */
export const restyledPages = async (
  { fullBuildReason, tables, found }: UnplannedBuild,
  lastSite: LastSite,
  layoutDigests: ReadonlyMap<string, string>,
): Promise<Others> => {
  const keptBefore = (lastSite.tables.get('lists', 'keptBack') ?? []).filter(isMarkdownPage)
  const isStyled =
    found.changes.some(({ file }) => isLayout(file) || isTemplate(file)) ||
    keptBefore.some(file => lastSite.tables.get('texts', file) !== tables.get('texts', file))
  if (fullBuildReason === null && !isStyled) return []
  const pages = await publishedPages(tables, lastSite)
  if (fullBuildReason !== null) return pages.map(page => ({ page, reason: null }))
  return pages.flatMap((page): Others => {
    const { kind, layoutDigest } = page.made
    if (layoutDigests.get(kind) !== layoutDigest) return [{ page, reason: null }]
    return ofLayouts.has(kind) ? [{ page, reason: { because: 'layout' } }] : []
  })
}

const ofLayouts = new Set(pageKinds.filter(kind => kind.ofLayouts).map(({ name }) => name))

/** Pages whose layout names something that goes, such as a picture: they are made again, so that their links are checked. */
export const pagesNaming = async (
  urls: readonly string[],
  { layouts, tables }: UnplannedBuild,
  lastSite: LastSite,
): Promise<Others> => {
  const naming = new Map([...layouts].filter(([, source]) => urls.some(url => source.includes(url))))
  if (naming.size === 0) return []
  const layoutOf = (kind: string) => pageKinds.find(({ name }) => name === kind)?.layout ?? ''
  return (await publishedPages(tables, lastSite)).flatMap((page): Others => {
    const name = filesOfLayout(layouts, layoutOf(page.made.kind)).find(layout => naming.has(layout))
    return name === undefined ? [] : [{ page, reason: { because: 'link', file: layoutFileOf(name) } }]
  })
}

export const isPageOutput = (output: Output): output is PublishedPage => output.made.by === 'page'

const publishedPages = async (tables: Tables, lastSite: LastSite): Promise<readonly PublishedPage[]> =>
  (await publishedOutputs(tables, lastSite)).filter(isPageOutput)

/** Costs a look at the whole site. */
export const publishedOutputs = async (tables: Tables, { store }: LastSite): Promise<readonly Output[]> => {
  const outputs: Output[] = []
  if (store === null) return outputs
  for await (const [key] of rowsOf(store, 'outputs')) {
    const row = tables.get('outputs', key)
    if (row) outputs.push(row)
  }
  return outputs
}

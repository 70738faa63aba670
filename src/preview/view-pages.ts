// The pages of a view, each made when somebody asks for it: of the preview's own tables, in memory, apart from all publishes.
//
// A page whose data is that of the page with drafts is that page. Only others are rendered, one at a time, between
// two builds of the preview, and are kept until the next one.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { createContext } from '../pages/context-of.ts'
import type { Page, PageContext } from '../pages/page-kind.ts'
import { kindNamed, pageKinds } from '../pages/page-kinds.ts'
import { planWithout } from '../pipeline/build.ts'
import { digestOfData } from '../plan/plan-pages.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { undisturbed } from '../plan/standing.ts'
import { isOfMaking } from '../render/problem-of-making.ts'
import { renderPages } from '../render/render-plan.ts'
import { forEditors } from '../store/edition.ts'
import { outputKey, outputPathOf } from '../store/output.ts'
import type { OpenSite, SiteSession } from '../store/site-session.ts'
import type { Tables } from '../store/tables.ts'
import type { Trouble } from './rebuild.ts'
import { readersOf, tablesAt, type ViewTables } from './view-tables.ts'

/** `same`: as with drafts, or no page that stories make. `nothing`: there is no such page at that instant. */
export type ViewedPage =
  | { readonly is: 'same' }
  | { readonly is: 'nothing' }
  | { readonly is: 'page'; readonly content: Buffer }
  | { readonly is: 'failed'; readonly trouble: Trouble }

export type ViewPages = {
  /** `at`: null for the instant of the last build. `path`: decoded, "/world/". */
  readonly page: (at: Instant | null, path: string) => Promise<ViewedPage>
  /** After each build. */
  readonly forget: () => void
}

type Prepared = ViewTables & {
  readonly build: PlannedBuild
  readonly context: PageContext
  /** By output key: pages that may be there at that instant and not with drafts. */
  readonly others: ReadonlyMap<string, readonly Page[]>
  readonly made: Map<string, ViewedPage>
}

const staging = join(forEditors.state, 'views')

/** An editor who tries many times of day. */
const mostViews = 12

/** What the views are made of: one build of the preview. */
type Base = { readonly tables: Tables; readonly build: PlannedBuild }

/** `root` must be the current folder, and that of `session`, whose runs wait for each other. */
export const createViewPages = (session: SiteSession, root: string): ViewPages => {
  let base: Base | null = null
  const views = new Map<string, Prepared>()

  const baseOf = async (site: OpenSite): Promise<Result<Base, Trouble>> => {
    // A build since then may have closed their store.
    if (base !== null && base.tables === site.lastSite.tables) return success(base)
    views.clear()
    const planned = await planNothing(site, root)
    if (!planned.ok) return planned
    base = planned.value
    return success(base)
  }

  const viewOf = ({ build }: Base, at: Instant | null): Prepared => {
    const name = String(at)
    const view = views.get(name) ?? prepareView(build, at ?? build.viewpoint.now)
    views.delete(name)
    views.set(name, view)
    for (const oldest of [...views.keys()].slice(0, -mostViews)) views.delete(oldest)
    return view
  }

  const page = (at: Instant | null, path: string): Promise<ViewedPage> =>
    session.use(async site => {
      const found = await baseOf(site)
      if (!found.ok) return { is: 'failed', trouble: found.fault }
      const view = viewOf(found.value, at)
      const known = view.made.get(path) ?? (await pageAt(view, site, root, path))
      view.made.set(path, known)
      return known
    })

  const forget = () => {
    base = null
    views.clear()
  }
  return { page, forget }
}

/** What the last build was made of. */
const planNothing = async (
  { lastSite, workers, keepLayouts }: OpenSite,
  root: string,
): Promise<Result<Base, Trouble>> => {
  const { last, tables } = lastSite
  if (last === null) return failure(notBuilt)
  const request = { root, now: last.viewpoint.now, edition: forEditors, named: [], isAll: false }
  const planned = await planWithout(request, lastSite, undisturbed, workers)
  if (!planned.ok) return failure({ kind: 'problems', problems: planned.fault })
  const { build } = planned.value
  if (build.fullBuildReason !== null) return failure(notBuilt)
  keepLayouts(build.layouts)
  return success({ tables, build })
}

const notBuilt: Trouble = {
  kind: 'crash',
  message: 'The preview is about to be built anew; this page loads itself again afterwards.',
}

const prepareView = (build: PlannedBuild, now: Instant): Prepared => {
  const { newsroom, viewpoint: before } = build
  const viewpoint: Viewpoint = { ...before, now, audience: readersOf(before.audience) }
  const { tables, stories } = tablesAt(build.tables, before, viewpoint)
  const context = createContext(newsroom, tables, viewpoint)
  const others = new Map<string, Page[]>()
  const seen = stories.flatMap(({ file }) => context.archive.story(file) ?? [])
  for (const kind of pageKinds)
    for (const page of [...kind.always(context), ...seen.flatMap(story => kind.pagesOf(story, context))]) {
      const key = outputKey(outputPathOf(page.url))
      others.set(key, [...(others.get(key) ?? []), page])
    }
  return { tables, stories, context, others, made: new Map(), build: { ...build, tables, viewpoint } }
}

const pageAt = async (view: Prepared, site: OpenSite, root: string, path: string): Promise<ViewedPage> => {
  const { context, tables } = view
  const output = outputPathOf(path)
  const key = outputKey(output)
  const made = tables.get('outputs', key)?.made
  const known = made?.by === 'page' ? kindNamed(made.kind)?.pageAt(made.key) : undefined
  const candidates = [...(known ? [known] : []), ...(view.others.get(key) ?? [])]
  for (const page of candidates) {
    const data = page.dataIn(context)
    if (data === null) continue
    if (page === known && made?.by === 'page' && made.dataDigest === digestOfData(data)) return { is: 'same' }
    return render(view, site, root, page)
  }
  return candidates.length === 0 ? { is: 'same' } : { is: 'nothing' }
}

const render = async (view: Prepared, site: OpenSite, root: string, page: Page): Promise<ViewedPage> => {
  const { build, tables } = view
  const { kind, url, layout, file, key } = page
  const output = outputPathOf(url)
  const published = tables.get('outputs', outputKey(output))
  // As if it were gone from the disk: then it is written, whatever stands there.
  const standing = { ...undisturbed, missing: published ? [published] : [] }
  const shards = await renderPages(
    {
      ...{ root, staging, build: { ...build, standing }, workers: site.workers },
      source: { store: site.lastSite.folder ?? '', edits: tables.edits },
    },
    [{ kind, url, output, layout, file, key, layoutDigest: '', reasons: [] }],
    () => {},
  )
  const problems = shards.flatMap(shard => shard.problems.filter(isOfMaking))
  if (problems.length > 0) return { is: 'failed', trouble: { kind: 'problems', problems } }
  return { is: 'page', content: readFileSync(join(root, staging, output)) }
}

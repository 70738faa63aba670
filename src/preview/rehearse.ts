// Renders once what a save of the newest story would, and publishes nothing: then the first save costs what later ones do.
//
// It runs before the first save: layouts are then compiled, and the months at hand, when an editor saves.

import type { Instant } from '../domain/instant.ts'
import { contextOf } from '../pages/context-of.ts'
import { pageKinds } from '../pages/page-kinds.ts'
import { planBuild } from '../pipeline/build.ts'
import { beginRendering } from '../pipeline/render.ts'
import { undisturbed } from '../plan/standing.ts'
import { renderPages } from '../render/render-plan.ts'
import { forEditors } from '../store/edition.ts'
import type { LastSite } from '../store/last-site.ts'
import { type Output, outputKey, outputPathOf } from '../store/output.ts'
import type { SiteSession } from '../store/site-session.ts'

/** `root` must be the current folder, and that of `session`. It never throws: the next build reports what is wrong. */
export const rehearse = (session: SiteSession, root: string, now: Instant): Promise<void> =>
  session
    .use(async site => {
      const { lastSite, workers } = site
      const pages = pagesOfNewest(lastSite)
      if (pages.length === 0 || lastSite.last?.pending.journal) return
      const request = { root, now, edition: forEditors, named: [], isAll: false }
      // As if they were gone from the disk.
      const planned = await planBuild(request, lastSite, { ...undisturbed, missing: pages }, workers)
      // Changes that wait to be built may be many.
      if (!planned.ok || planned.value.found.changes.length > 0) return
      const rendering = beginRendering({ ...planned.value, standing: undisturbed }, site, null)
      await renderPages(rendering, planned.value.plan.pages, () => {})
      site.keepLayouts(planned.value.layouts)
    })
    .catch(() => {})

const pagesOfNewest = ({ tables, last }: LastSite): readonly Output[] => {
  const context = last && contextOf(tables, last.viewpoint)
  if (context === null) return []
  const [newest] = context.archive.listing({ of: 'site' }).newest(1)
  const pages = newest ? pageKinds.flatMap(kind => kind.pagesOf(newest, context)) : []
  return pages
    .map(({ url }) => tables.get('outputs', outputKey(outputPathOf(url))))
    .filter(output => output !== undefined)
}

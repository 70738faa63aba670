// Checks what was rendered against the whole site: each page was checked by itself when it was rendered.

import { join } from 'node:path'
import { foldHeavy } from '../check/fold-heavy.ts'
import { foldRepeated } from '../check/fold-repeated.ts'
import { findBrokenTargets } from '../check/links/broken-targets.ts'
import { problemsOfQueryRows } from '../check/links/query-rows.ts'
import { spellingsOf } from '../domain/find-words.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { redirectsFile } from '../domain/site-paths.ts'
import { affectedRows } from '../plan/find-linkers.ts'
import { encodingConflicts } from '../publish/compress.ts'
import { createFindInSite } from '../read/find-in-site.ts'
import { renderToLocate } from '../render/render-plan.ts'
import { isPrecompressed } from '../store/compressed.ts'
import { readText } from '../system/files.ts'
import type { Rendered } from './render.ts'

/** All problems of what was rendered; with an error among them nothing may be published. */
export const checkRendered = async (rendered: Rendered): Promise<readonly Problem[]> => {
  const { rendering, tables, shards, linkers } = rendered
  const { newsroom, viewpoint, plan, tables: before, fullBuildReason } = rendering.build
  const targets = new Set(shards.flatMap(shard => shard.targets))
  const broken = findBrokenTargets(targets, tables, viewpoint)
  const located = broken ? await renderToLocate(rendering, [...plan.pages, ...linkers], broken) : shards
  const isMade = (file: string) => file.startsWith(rendering.staging)
  const rows =
    fullBuildReason === null ? affectedRows(before, tables) : (tables.get('redirects', 'all') ?? [])
  const ofRows = problemsOfQueryRows(rows, {
    ...{ site: newsroom.site, tables, viewpoint },
    text: () => readText(join(rendering.root, redirectsFile)),
  })
  const found = [...rendered.problems, ...ofRows, ...located.flatMap(shard => shard.problems)]
  const findInSite = createFindInSite(rendering.root)
  const { origin } = new URL(newsroom.site.url)
  const folded = foldRepeated(found, isMade, words => findInSite(spellingsOf(words, origin)))
  const problems = foldHeavy(folded, tables)
  if (problems.some(isError) || !isPrecompressed(newsroom, viewpoint)) return problems
  return [...problems, ...encodingConflicts(join(rendering.root, rendering.staging), tables)]
}

// Stages what is not rendered in shards, and sets the rows of all that a build makes.

import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Problem } from '../domain/problem.ts'
import { copyMedia, sourceDigestOf } from '../media/published-media.ts'
import { kindNamed } from '../pages/page-kinds.ts'
import type { PlannedPage } from '../pages/planned-page.ts'
import type { EncodedPictures } from '../pictures/encode-pictures.ts'
import { filesThatLinkTo, lostOutputs, pagesOfFiles } from '../plan/find-linkers.ts'
import { findFilesWith } from '../read/find-files-with.ts'
import { withEncodings } from '../store/compressed.ts'
import { outputKey } from '../store/output.ts'
import { type EditedTables, editTables } from '../store/tables.ts'
import { renderOwnTemplates } from './render-own-templates.ts'
import { missingFrom, type Rendering, renderPages, shardSiteOf } from './render-plan.ts'
import type { RenderedShard } from './shard.ts'

export type StagedOutputs = {
  /** The build's tables with the rows of all outputs. */
  readonly tables: EditedTables
  /** Of the newsroom's own templates. */
  readonly problems: readonly Problem[]
}

export const stageOutputs = async (
  rendering: Rendering,
  shards: readonly RenderedShard[],
  pictures: EncodedPictures,
): Promise<StagedOutputs> => {
  const { plan, tables: before } = rendering.build
  const tables = editTables(before)
  for (const { output } of plan.removals) tables.set('outputs', outputKey(output), null)
  keepPages(rendering, tables, shards)
  stageCopies(rendering, tables, pictures)
  const isLinked = plan.templates.length > 0 || lostOutputs(before, tables).length > 0
  const problems = isLinked
    ? await renderOwnTemplates(
        {
          ...shardSiteOf(rendering),
          keptPages: rendering.build.keptPages,
          missing: missingFrom(rendering),
        },
        tables,
      )
    : []
  return { tables, problems }
}

const stageCopies = (
  { root, staging, build }: Rendering,
  tables: EditedTables,
  pictures: EncodedPictures,
): void => {
  for (const { from, to, digest, pictureJob } of build.plan.copies) {
    const staged = join(root, staging, to)
    mkdirSync(dirname(staged), { recursive: true })
    if (pictureJob === null) {
      const stripped = copyMedia(join(root, from), staged, from)
      const made = { by: 'copy', from, sourceDigest: sourceDigestOf(digest) } as const
      tables.set('outputs', outputKey(to), { path: to, digest: stripped ?? digest, made })
    } else {
      const kept = pictures.find(pictureJob)
      copyFileSync(join(root, kept.file), staged)
      tables.set('outputs', outputKey(to), { path: to, digest: kept.digest, made: { by: 'copy', from } })
    }
  }
}

const keepPages = (rendering: Rendering, tables: EditedTables, shards: readonly RenderedShard[]): void => {
  const missing = missingFrom(rendering)
  const planned = new Map(rendering.build.plan.pages.map(page => [page.url, page]))
  for (const { outputs, feedTexts } of shards) {
    for (const [file, text] of feedTexts) tables.set('feedTexts', file, text)
    for (const { url, output, digest, dataDigest, ids } of outputs) {
      const page = planned.get(url)
      if (!page) throw new Error(`${url} was rendered, but not planned`)
      const { kind, key, file, layoutDigest } = page
      const status = kindNamed(kind)?.status ?? 200
      const answer = status === 200 ? {} : { status }
      const made = { by: 'page', kind, key, url, ...answer, file, layoutDigest, dataDigest, ids } as const
      const row = { path: output, digest, made }
      const at = outputKey(output)
      const isLost = missing.has(output)
      tables.set('outputs', at, isLost ? row : withEncodings(row, tables.get('outputs', at)))
    }
  }
}

/** Pages on which nothing changed, but which link to what goes, or say words of what was taken back: for their checks. */
export const renderLinkers = async (
  rendering: Rendering,
  tables: EditedTables,
): Promise<{ readonly shards: readonly RenderedShard[]; readonly linkers: readonly PlannedPage[] }> => {
  const { build } = rendering
  const made = new Set(build.plan.pages.map(({ url }) => url))
  const lost = lostOutputs(build.tables, tables)
  const affected = [...filesThatLinkTo(lost, tables), ...filesWithWordsOf(build.hiddenSince, rendering)]
  const linkers = pagesOfFiles(affected, tables).filter(({ url }) => !made.has(url))
  return { linkers, shards: await renderPages(rendering, linkers, () => {}) }
}

/** Words of a story that readers knew may stand in other texts. */
const filesWithWordsOf = (stories: readonly string[], rendering: Rendering): readonly string[] => {
  if (stories.length === 0) return []
  const { root, hiddenTexts } = shardSiteOf(rendering)
  const words = hiddenTexts.filter(({ file }) => stories.includes(file)).map(({ text }) => text)
  return words.length === 0 ? [] : findFilesWith(root, words)
}

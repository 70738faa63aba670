// What `npx @11ty/eleventy` does without our build: it plans the whole site by itself, and checks what it has made.

import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { checkSite } from '../check/check-site.ts'
import { foldHeavy } from '../check/fold-heavy.ts'
import { otherFiles } from '../check/other-files.ts'
import { printProblems } from '../domain/print-problems.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { contentFolder, dataFolder, layoutFolder, staticFileOf } from '../domain/site-paths.ts'
import type { EleventyConfig, EleventyRun } from '../eleventy/eleventy-config.ts'
import { explainFailures } from '../eleventy/explain-failures.ts'
import type { Job } from '../eleventy/job.ts'
import { outliveReaders } from '../eleventy/outlive-readers.ts'
import { innermostOf, pageNotMadeBy } from '../eleventy/page-not-made.ts'
import { pagesOf } from '../eleventy/rendered-pages.ts'
import { copyMedia } from '../media/published-media.ts'
import { createPageDrawer } from '../pages/draw-pages.ts'
import type { DrawnPage } from '../pages/planned-page.ts'
import { encodePictures } from '../pictures/encode-pictures.ts'
import { pictureJobsOf } from '../plan/picture-jobs.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { undisturbed } from '../plan/standing.ts'
import { noteEleventyFiles } from '../publish/eleventy-files.ts'
import { readPageSource } from '../read/read-page-source.ts'
import { problemOfMaking } from '../render/problem-of-making.ts'
import { compressedNames } from '../store/compressed.ts'
import { forReaders } from '../store/edition.ts'
import { noLastSite } from '../store/last-site.ts'
import type { FeedText } from '../store/rows.ts'
import type { Tables } from '../store/tables.ts'
import { readClock } from '../system/clock.ts'
import { explainDiskFault } from '../system/explain-disk-fault.ts'
import { exists } from '../system/files.ts'
import { planBuild } from './build.ts'
import { pictureProblems } from './picture-problems.ts'

/** Throws, so that Eleventy ends, when the content has problems; they are printed first. */
export const planForEleventy = async (eleventyConfig: EleventyConfig): Promise<Job> => {
  outliveReaders()
  await explainFailures(explainFailure)
  // Also when there are problems: else `--serve` would not begin anew once they are mended.
  for (const target of [contentFolder, dataFolder, layoutFolder])
    eleventyConfig.addWatchTarget(target, { resetConfig: true })
  const now = readClock(process.env.DATELINE_NOW)
  if (!now.ok) throw new Refused(`DATELINE_NOW: ${now.fault.message}; ${now.fault.hint}`)
  const request = { root: process.cwd(), now: now.value, edition: forReaders, named: null, isAll: false }
  const planned = await planBuild(request, noLastSite(), undisturbed, null)
  if (!planned.ok) return refuse(planned.fault)
  const { newsroom, layouts, plan, tables, viewpoint } = planned.value
  const pages = plan.pages.map(createPageDrawer(newsroom, tables, viewpoint))
  noteWrittenFiles(eleventyConfig, planned.value)
  await copyFiles(eleventyConfig, plan, tables)
  checkAfterwards(eleventyConfig, planned.value, pages)
  const feedTexts = new Map<string, FeedText>()
  return {
    newsroom,
    layouts,
    pages,
    templates: true,
    keptPages: planned.value.keptPages,
    textOf: file => tables.get('texts', file),
    feedTextOf: file => feedTexts.get(file),
    keepFeedText: (file, text) => feedTexts.set(file, text),
  }
}

/** Its problems are printed already; what is left to say is its message. */
class Refused extends Error {}

const explainFailure = async (error: Error): Promise<string> => {
  const inner = innermostOf(error)
  if (inner instanceof Refused) return inner.message
  const root = process.cwd()
  const fault = explainDiskFault(inner, root)
  if (fault !== null) return fault
  const problem = await problemOfMaking(pageNotMadeBy(error), root)
  return `${printProblems([problem])}\n\n_site/ may hold half of the pages: do not deploy it. Fix the error, then build again.`
}

const refuse = (problems: readonly Problem[]): never => {
  console.error(`${printProblems(problems)}\n`)
  throw new Refused('The content has errors, so nothing was written. Fix the errors, then build again.')
}

/** For the next build: the published folder is not as the last one left it, and may show another instant. */
const noteWrittenFiles = (eleventyConfig: EleventyConfig, { plan }: PlannedBuild): void => {
  const note = ({ directories, outputMode }: EleventyRun, files: readonly string[]) => {
    if (outputMode === 'fs' && resolve(directories.output) === resolve(forReaders.published))
      noteEleventyFiles(resolve(forReaders.state), files)
  }
  const files = [...plan.pages.map(({ output }) => output), ...plan.copies.map(({ to }) => to)]
  eleventyConfig.on('eleventy.before', run => note(run, files))
  // What the newsroom's own templates make is known when it is there.
  eleventyConfig.on('eleventy.after', run =>
    note(
      run,
      pagesOf(run.results, forReaders.published).map(({ output }) => output),
    ),
  )
}

/** Not by Eleventy: it copies a file to one place only, and all that lies in a folder, whatever left it there. */
const copyFiles = async (eleventyConfig: EleventyConfig, plan: Plan, tables: Tables): Promise<void> => {
  const root = process.cwd()
  const pictures = await encodePictures(root, pictureJobsOf(plan), event => {
    if (event.type === 'encoding' && event.done === 0)
      console.error(`encoding ${event.all} new pictures, each only once …`)
  })
  if (pictures.faults.length > 0) refuse(pictureProblems(pictures.faults, root, tables))
  eleventyConfig.on('eleventy.after', ({ directories, outputMode }) => {
    if (outputMode !== 'fs') return
    for (const { from, to, pictureJob } of plan.copies) {
      const target = join(root, directories.output, to)
      mkdirSync(dirname(target), { recursive: true })
      if (pictureJob === null) copyMedia(join(root, from), target, from)
      else copyFileSync(join(root, pictures.find(pictureJob).file), target)
    }
  })
}

/** Eleventy writes by itself, so here the checks can only say afterwards what must not be deployed. */
const checkAfterwards = (
  eleventyConfig: EleventyConfig,
  { plan, newsroom, tables, viewpoint, nowhere, warnings }: PlannedBuild,
  drawn: readonly DrawnPage[],
): void => {
  eleventyConfig.on('eleventy.after', ({ results, directories }) => {
    const folder = directories.output.replace(/^\.\/|\/$/g, '')
    const pages = pagesOf(results, folder)
    // An earlier build may have left them, and they would show what these pages were.
    for (const { output } of pages)
      for (const name of compressedNames(output)) rmSync(`${folder}/${name}`, { force: true })
    // Pages of an earlier run may still lie here; only a static page is a target for links.
    const isCopied = (file: string) => exists(staticFileOf(`/${file}`))
    const files = otherFiles(folder, pages).filter(file => !file.endsWith('.html') || isCopied(file))
    const sourceOf = (file: string | null) => readPageSource(process.cwd(), file)
    const faults = foldHeavy(
      checkSite({ folder, pages, files, drawn, newsroom, tables, viewpoint, nowhere, sourceOf }),
      tables,
    )
    const leftovers = plan.removals.map(({ output }) => output).filter(file => exists(`${folder}/${file}`))
    for (const file of leftovers)
      console.error(`${folder}/${file} belongs to a story that readers may not see; delete it`)
    const problems = [...warnings, ...faults]
    if (problems.length > 0) console.error(`${printProblems(problems)}\n`)
    if (!faults.some(isError) && leftovers.length === 0) return
    throw new Refused('The pages have errors; do not deploy them. Fix the errors, then build again.')
  })
}

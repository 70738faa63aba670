// What `npx @11ty/eleventy` does without our build: it plans by itself, and checks what it has made.

import { join } from 'node:path'
import { checkSite } from '../check/check-site.ts'
import { otherFiles } from '../check/other-files.ts'
import type { Instant } from '../domain/instant.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { printProblems } from '../problems/print-problems.ts'
import { readClock } from '../system/clock.ts'
import { exists } from '../system/files.ts'
import type { EleventyConfig } from './eleventy-config.ts'
import { pagesOf } from './rendered-pages.ts'

/** Throws, so that Eleventy ends, when the content has problems; they are printed first. */
export const planForEleventy = async (eleventyConfig: EleventyConfig): Promise<Prepared> => {
  const now = readClock(process.env.DATELINE_NOW)
  if (!now.ok) throw new Error(`DATELINE_NOW: ${now.fault.message}; ${now.fault.hint}`)
  const prepared = await prepare(process.cwd(), now.value)
  if (!prepared.ok) {
    console.error(printProblems(prepared.fault))
    throw new Error('The stories have problems; nothing was written.')
  }
  for (const target of ['content', '_data', '_includes'])
    eleventyConfig.addWatchTarget(target, { resetConfig: true })
  checkAfterwards(eleventyConfig, prepared.value, now.value)
  return prepared.value
}

/** Eleventy writes by itself, so here the checks can only say afterwards what must not be deployed. */
const checkAfterwards = (eleventyConfig: EleventyConfig, prepared: Prepared, now: Instant): void => {
  eleventyConfig.on('eleventy.after', ({ results, directories }) => {
    const folder = directories.output.replace(/^\.\/|\/$/g, '')
    const pages = pagesOf(results, folder)
    const { plan, newsroom } = prepared
    // Pages of an earlier run may still lie here; only a static page is a target for links.
    const isStatic = (file: string) => exists(join('content/static', file))
    const files = otherFiles(folder, pages).filter(file => !file.endsWith('.html') || isStatic(file))
    const faults = checkSite({ folder, pages, files, plan, newsroom }, now)
    const leftovers = plan.withheld.filter(file => exists(join(folder, file)))
    for (const file of leftovers)
      console.error(`${folder}/${file} is of a story that readers may not see; remove it`)
    if (faults.length === 0 && leftovers.length === 0) return
    console.error(printProblems(faults))
    throw new Error('The pages have problems; do not deploy them.')
  })
}

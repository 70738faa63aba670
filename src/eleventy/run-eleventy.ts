// Runs Eleventy over a job: pages come back as text, the newsroom's own templates are written into a folder.
//
// Each planned page is one virtual template: a story's markdown or an empty body, with its layout, permalink
// and data. A story's text goes through markdown-it and nothing else, so `{{ }}` in it stays text. Layouts
// are minified once (`layouts/minify-layouts.ts`), the Nunjucks tags left alone, and handed over as virtual
// templates below `_layouts`, a folder that exists only in Eleventy's memory.
//
// `npx @11ty/eleventy` goes the same way: the plugin (`dateline.ts`) reads, validates and plans by itself
// when no job was handed to it. It gives the same bytes. But Eleventy writes by itself, so there the checks
// can only say afterwards, by a failing exit status, that the site must not be deployed.

import { Eleventy } from '@11ty/eleventy'
import { noKeptPages } from '../domain/kept-back.ts'
import { configFile, contentFolder } from '../domain/site-paths.ts'
import type { MadePage } from '../pages/rendered-site.ts'
import { forgetLastBuild } from './forget-last-build.ts'
import type { Job } from './job.ts'
import { pageNotMadeBy } from './page-not-made.ts'
import { pagesOf } from './rendered-pages.ts'

type PageJob = Omit<Job, 'templates' | 'keptPages'>

/** Nothing is written. The site's root must be the current folder. Throws `PageNotMade`, one plain line, when a layout fails. */
export const renderWithEleventy = (job: PageJob): Promise<readonly MadePage[]> =>
  run({ ...job, templates: false, keptPages: noKeptPages }, '_site', eleventy => eleventy.toJSON())

/** Writes below `folder`, which is relative to the site's root, what the newsroom's own templates make and copy. */
export const renderTemplates = (
  job: Omit<Job, 'templates' | 'pages'>,
  folder: string,
): Promise<readonly MadePage[]> =>
  run({ ...job, pages: [], templates: true }, folder, async eleventy => (await eleventy.write())[1])

const run = async (
  job: Job,
  folder: string,
  start: (eleventy: Eleventy) => ReturnType<Eleventy['toJSON']>,
): Promise<readonly MadePage[]> => {
  await forgetLastBuild([])
  let libraries = (): readonly object[] => []
  const eleventy = new Eleventy(contentFolder, folder, {
    quietMode: true,
    configPath: configFile,
    source: 'script',
    config: eleventyConfig => {
      eleventyConfig.datelineJob = job
      libraries = () => Object.values(eleventyConfig.libraryOverrides)
    },
  })
  eleventy.disableLogger()
  try {
    return pagesOf(await start(eleventy), folder)
  } catch (error) {
    throw pageNotMadeBy(error as Error)
  } finally {
    // Eleventy never lets go of a library it was given, and a library holds the whole job: leave only its shell.
    for (const library of libraries())
      for (const name of Object.keys(library)) Reflect.deleteProperty(library, name)
  }
}

// The plugin that makes Eleventy a newsroom's: its pages, its filters, its markdown, its layouts.

import type { KeptPages } from './domain/kept-back.ts'
import { findLeftBehind } from './domain/left-behind.ts'
import { directoriesOf, keyedRow, namesFiles } from './domain/listing.ts'
import type { Newsroom } from './domain/newsroom.ts'
import { directoryUrl, layoutAddresses } from './domain/site-addresses.ts'
import {
  archiveFolders,
  contentFolder,
  dataFiles,
  frontFile,
  nameOfPage,
  namesFileOf,
  redirectsFile,
  stringsFolder,
  virtualFolder,
} from './domain/site-paths.ts'
import type { EleventyConfig } from './eleventy/eleventy-config.ts'
import type { Job } from './eleventy/job.ts'
import { createFilters } from './layouts/filters.ts'
import { createLayoutEnvironment } from './layouts/layout-environment.ts'
import { createStoryTexts, createTranscripts, type StoryTexts } from './layouts/story-texts.ts'
import { createMarkdown } from './markdown/create-markdown.ts'
import { markdownSiteOf } from './markdown/markdown-site.ts'
import type { Link } from './pages/page-kind.ts'
import type { DrawnPage } from './pages/planned-page.ts'
import { planForEleventy } from './pipeline/plan-for-eleventy.ts'
import { listHiddenTemplates } from './read/list-hidden-templates.ts'
import { readOtherData, readOtherJson } from './read/read-other-data.ts'
import { createdAt } from './system/files.ts'
import { isDay } from './time/calendar-fault.ts'

export const dateline = async (eleventyConfig: EleventyConfig): Promise<void> => {
  const job = eleventyConfig.datelineJob ?? (await planForEleventy(eleventyConfig))
  const markdown = createMarkdown(markdownSiteOf(job.newsroom, createTranscripts(process.cwd(), job.textOf)))
  const texts = createStoryTexts(process.cwd(), markdown, job)
  eleventyConfig.setLibrary('md', markdown)
  eleventyConfig.setFrontMatterParsingOptions({ engines: { javascript: refuseToRun, jsLegacy: refuseToRun } })
  // Filters go to Nunjucks itself: through Eleventy each call would be timed and wrapped.
  const filters = createFilters(job.newsroom.site, texts)
  eleventyConfig.setLibrary(
    'njk',
    createLayoutEnvironment(job.layouts, filters, {
      strings: job.newsroom.strings,
      addresses: layoutAddresses,
    }),
  )
  addLayouts(eleventyConfig, job)
  addSiteData(eleventyConfig, job)
  for (const page of job.pages) addPage(eleventyConfig, page, texts)
  if (job.templates) {
    eleventyConfig.addDateParsing(dateOfTemplate(job.keptPages))
    eleventyConfig.addFilter('nameOfPage', nameOfPage)
  }
  for (const [file, text] of job.keptPages)
    if (text !== null) eleventyConfig.addTemplate(file.slice(contentFolder.length + 1), text, {})
  const ignored = job.templates
    ? [...archiveFolders, frontFile, ...listHiddenTemplates(process.cwd()), ...job.keptPages.keys()]
    : [contentFolder]
  for (const path of ignored) {
    const pattern = path.replace(/[^\w/.-]/g, '\\$&')
    for (const glob of [pattern, `${pattern}/**`]) eleventyConfig.ignores.add(glob)
  }
}

/** Each is refused before; but Eleventy cuts files by rules of its own, so what it takes for a program does not run. */
const refuseToRun = (): never => {
  throw new Error(
    'the front matter is written as a program; let the first line be --- and nothing else, and write the fields below it as “title: …”',
  )
}

type OfTemplate = { readonly page: { readonly inputPath: string } }

/**
 * A page of the newsroom's own whose name looks like a date and is none has the date of its file, as those without; so has one
 * that stays back, as long as there is a file.
 */
const dateOfTemplate = (kept: KeptPages) =>
  function (this: OfTemplate, written: unknown): string | undefined {
    const { inputPath } = this.page
    const day = /\d{4}-\d\d-\d\d/.exec(inputPath)?.[0]
    if (written || (day !== undefined && isDay(day))) return undefined
    if (kept.has(inputPath.replace(/^\.\//, ''))) return createdAt(inputPath) ?? undefined
    return day === undefined ? undefined : 'created'
  }

/** Of pages, and of the files that machines read; all else in _includes/ is drawn in by these. */
const isLayout = (name: string): boolean => /^(?:layouts|machine)\//.test(name)

/**
 * Eleventy reads layouts itself, from a folder that exists only here: .eleventy.js points it there. It finds one line that
 * leads to the minified layout, which is then compiled once for all runs, and named when something in it fails.
 */
const addLayouts = (eleventyConfig: EleventyConfig, { layouts }: Job): void => {
  for (const name of layouts.keys()) {
    if (isLayout(name)) eleventyConfig.addTemplate(`_layouts/${name}`, `{% extends "${name}" %}`, {})
  }
}

// Layouts get these checked; Eleventy would merge the raw files over them.
const isOurs = (path: string): boolean =>
  path.includes(`${stringsFolder}/`) ||
  [...Object.values(dataFiles), redirectsFile, ...namesFiles.map(namesFileOf)].some(file =>
    path.endsWith(file),
  )

/** What macOS, editors and others leave beside data is none. */
const isLeftBehind = (path: string): boolean => findLeftBehind(path.replace(/^\.\//, '')) !== null

const addSiteData = (eleventyConfig: EleventyConfig, { newsroom }: Job): void => {
  const read = { json: readOtherJson, yaml: readOtherData }
  for (const [ending, parse] of Object.entries(read))
    eleventyConfig.addDataExtension(ending, {
      parser: (text, path) => (isOurs(path) || isLeftBehind(path) ? undefined : parse(text, path)),
    })
  eleventyConfig.addGlobalData('site', newsroom.site)
  eleventyConfig.addGlobalData('sections', newsroom.sections)
  eleventyConfig.addGlobalData('strings', newsroom.strings)
  eleventyConfig.addGlobalData('addresses', layoutAddresses)
  eleventyConfig.addGlobalData('directories', directoriesFor(newsroom))
  eleventyConfig.addGlobalData('plainPages', newsroom.plainPages)
}

/** What the foot of each page leads to: all topics, all series, all bylines. */
const directoriesFor = (newsroom: Newsroom): readonly Link[] =>
  directoriesOf(newsroom).map(of => ({
    name: newsroom.strings[keyedRow(of).title],
    url: directoryUrl(of),
  }))

/** Eleventy takes four, two and two digits with hyphens for the date of a page, wherever they stand in its path. */
const undated = (path: string): string => path.replaceAll('-', '%2D')

// Else Eleventy merges the page's data with that of the newsroom's own _data/ under the same name. It takes one
// mark off when it puts its configuration together, the other when it puts the data of a page together.
const ownMark = 'override:override:'

/** One page, one template. Its text is data: markdown and nothing else ever reads it. */
const addPage = (
  eleventyConfig: EleventyConfig,
  { url, output, layout, data }: DrawnPage,
  texts: StoryTexts,
): void => {
  const { body = '', ...rest } = data
  const text = typeof body === 'string' ? body : texts.bodyOf(body)
  // The line break keeps a body that begins with "---" from being taken for front matter.
  eleventyConfig.addTemplate(`${virtualFolder}/${undated(encodeURIComponent(url))}.md`, `\n${text}`, {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [ownMark + name, value])),
    layout,
    permalink: output,
    dynamicPermalink: false,
    templateEngineOverride: 'md',
    eleventyExcludeFromCollections: true,
    // _headers has no ending.
    eleventyAllowMissingExtension: true,
  })
}

// The plugin that makes Eleventy a newsroom's: its pages, its filters, its markdown, its layouts.

import { CORE_SCHEMA, load } from 'js-yaml'
import { createMarkdown } from '../markdown/create-markdown.ts'
import type { PlannedPage } from '../plan/plan-site.ts'
import type { Prepared } from '../prepare.ts'
import { createFilters } from '../render/filters.ts'
import { createLayoutEnvironment } from '../render/layout-environment.ts'
import type { EleventyConfig } from './eleventy-config.ts'
import { planForEleventy } from './plan-for-eleventy.ts'

/** Where the virtual templates seem to stand, below content/. */
const folder = 'dateline'

export const dateline = async (eleventyConfig: EleventyConfig): Promise<void> => {
  const job = eleventyConfig.datelineJob ?? (await planForEleventy(eleventyConfig))
  addLanguages(eleventyConfig, job)
  addSiteData(eleventyConfig, job)
  for (const page of job.plan.pages) addPage(eleventyConfig, page)
  eleventyConfig.addPassthroughCopy({
    'content/static': '/',
    ...Object.fromEntries(job.plan.pictures.map(({ from, to }) => [from, to])),
  })
  for (const folder of ['stories', 'bulletins', 'static']) eleventyConfig.ignores.add(`content/${folder}/**`)
}

const addLanguages = (eleventyConfig: EleventyConfig, { newsroom, layouts }: Prepared): void => {
  const markdown = createMarkdown()
  eleventyConfig.setLibrary('md', markdown)
  // Filters go to Nunjucks itself: through Eleventy each call would be timed and wrapped.
  eleventyConfig.setLibrary('njk', createLayoutEnvironment(layouts, createFilters(newsroom.site, markdown)))
  // Eleventy reads layouts itself: .eleventy.js points it to a folder that exists only here, with the minified ones.
  for (const [name, source] of layouts) {
    if (name.startsWith('layouts/')) eleventyConfig.addTemplate(`_layouts/${name}`, source, {})
  }
}

// Layouts get these checked; Eleventy would merge the raw files over them.
const ours = /_data\/(?:site|sections|people|topics)\.yaml$/

const addSiteData = (eleventyConfig: EleventyConfig, { newsroom }: Prepared): void => {
  eleventyConfig.addDataExtension('yaml', {
    parser: (text, path) => (ours.test(path) ? undefined : load(text, { schema: CORE_SCHEMA })),
  })
  eleventyConfig.addGlobalData('site', newsroom.site)
  eleventyConfig.addGlobalData('sections', newsroom.sections)
  eleventyConfig.addGlobalData('plainPages', newsroom.plainPages)
}

/** One page, one template. Its text is data: markdown and nothing else ever reads it. */
const addPage = (eleventyConfig: EleventyConfig, { url, output, layout, data }: PlannedPage): void => {
  const { body = '', ...rest } = data
  // The line break keeps a body that begins with "---" from being taken for front matter.
  eleventyConfig.addTemplate(`${folder}/${encodeURIComponent(url)}.md`, `\n${body}`, {
    ...rest,
    layout,
    permalink: output,
    dynamicPermalink: false,
    templateEngineOverride: 'md',
    eleventyExcludeFromCollections: true,
  })
}

// The pages and feeds of a newsroom as their layouts print them.

import nunjucks from 'nunjucks'
import type { Instant } from '../../src/domain/instant.ts'
import { layoutAddresses } from '../../src/domain/site-addresses.ts'
import { createFilters } from '../../src/layouts/filters.ts'
import { createLayoutEnvironment } from '../../src/layouts/layout-environment.ts'
import type { StoryTexts } from '../../src/layouts/story-texts.ts'
import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import type { StoryText } from '../../src/pages/page-kind.ts'
import { readLayouts } from '../../src/read/read-layouts.ts'
import { splitFrontMatter } from '../../src/read/split-front-matter.ts'
import { markdownSite } from './markdown.ts'
import { type Files, projectRoot } from './site-folder.ts'
import { later, newsroomOf, planOf } from './small-newsroom.ts'

const layouts = readLayouts(projectRoot)

export const printedAt = (files: Files, url: string, now: Instant = later): string => {
  const { newsroom } = newsroomOf(files)
  const { site, sections, plainPages, strings } = newsroom
  const page = planOf(files, now).pages.find(planned => planned.url === url)
  if (!page) throw new Error(`no page is planned at ${url}`)
  const environment = createLayoutEnvironment(layouts, createFilters(site, textsIn(files)), {
    strings,
    addresses: layoutAddresses,
  })
  const body = splitFrontMatter(files[page.file ?? ''] ?? '')?.body ?? ''
  const content = new nunjucks.runtime.SafeString(markdown.render(body))
  return environment.render(page.layout, { site, sections, plainPages, content, ...page.data })
}

export const feedOf = (files: Files, now: Instant = later, url = '/rss.xml'): string =>
  printedAt(files, url, now)

const markdown = createMarkdown(markdownSite)

const textsIn = (files: Files): StoryTexts => {
  const bodyOf = ({ file }: StoryText) => splitFrontMatter(files[file] ?? '')?.body ?? ''
  return { bodyOf, feedHtmlOf: (text, context) => markdown.render(bodyOf(text), { markdown: context }) }
}

/** What stands in every element of a name, in order. */
export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(match => match[1] ?? '')

// The feed of a newsroom as its layout prints it.

import type { Instant } from '../../src/domain/instant.ts'
import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import type { StoryText } from '../../src/pages/page-kind.ts'
import { readLayouts } from '../../src/read/read-layouts.ts'
import { splitFrontMatter } from '../../src/read/split-front-matter.ts'
import { createFilters } from '../../src/render/filters.ts'
import { createLayoutEnvironment } from '../../src/render/layout-environment.ts'
import type { Texts } from '../../src/render/texts.ts'
import { markdownSite } from './markdown.ts'
import { type Files, projectRoot } from './site-folder.ts'
import { dataAt, later, newsroomOf, planOf } from './small-newsroom.ts'

const layouts = readLayouts(projectRoot)

export const feedOf = (files: Files, now: Instant = later, url = '/rss.xml'): string => {
  const { site, strings } = newsroomOf(files).newsroom
  const environment = createLayoutEnvironment(layouts, createFilters(site, textsIn(files)), { strings })
  return environment.render('layouts/rss.xml.njk', { site, ...dataAt(planOf(files, now), url) })
}

const markdown = createMarkdown(markdownSite)

const textsIn = (files: Files): Texts => {
  const bodyOf = ({ file }: StoryText) => splitFrontMatter(files[file] ?? '')?.body ?? ''
  return { bodyOf, feedHtmlOf: (text, context) => markdown.render(bodyOf(text), { markdown: context }) }
}

/** What stands in every element of a name, in order. */
export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(match => match[1] ?? '')

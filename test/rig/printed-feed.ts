// The feed of a newsroom as its layout prints it.

import type { Instant } from '../../src/domain/instant.ts'
import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import { readLayouts } from '../../src/read/read-layouts.ts'
import { createFilters } from '../../src/render/filters.ts'
import { createLayoutEnvironment } from '../../src/render/layout-environment.ts'
import { type Files, projectRoot } from './site-folder.ts'
import { dataAt, later, newsroomOf, planOf } from './small-newsroom.ts'

const layouts = readLayouts(projectRoot)

export const feedOf = (files: Files, now: Instant = later, url = '/rss.xml'): string => {
  const { site } = newsroomOf(files)
  const environment = createLayoutEnvironment(layouts, createFilters(site, createMarkdown()))
  return environment.render('layouts/rss.njk', { site, ...dataAt(planOf(files, now), url) })
}

/** What stands in every element of a name, in order. */
export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(match => match[1] ?? '')

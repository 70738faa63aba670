// The archive as Dateline wants it.

import { people, sections, topics } from '../archive/bench-newsroom.ts'
import type { BenchStory } from '../archive/bench-story.ts'
import { aboutText, benchSite, favicon } from './bench-site.ts'
import type { Dialect } from './dialect.ts'
import { frontMatter } from './front-matter.ts'

/** JSON is YAML. */
const byKey = (entries: readonly { readonly key: string }[]): string =>
  `${JSON.stringify(Object.fromEntries(entries.map(({ key, ...rest }) => [key, rest])), null, 1)}\n`

const fieldsOf = (story: BenchStory) => ({
  title: story.title,
  date: { time: story.date },
  summary: story.summary,
  section: story.section,
  authors: story.authors,
  tags: story.topics,
  updated: story.updated === null ? null : { time: story.updated },
  dateline: story.dateline,
  urgency: story.urgency,
})

/** The feeds that all contestants make. */
const equalFeeds = { feeds: { formats: ['rss'], archives: false }, ninjs: false }

/** Every feed that Dateline knows, and every story as data. */
export const allFeeds = { feeds: {}, ninjs: true }

/** Site data, with settings that the other contestants do not know. */
export const siteYaml = (more: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify({ ...benchSite, ...equalFeeds, ...more }, null, 1)}\n`

/** `picture`: a file beside the story. */
export const picturedText = (story: BenchStory, picture: string): string =>
  frontMatter(
    { ...fieldsOf(story), image: { src: picture, alt: story.summary, credit: 'The Bench Bulletin' } },
    story.body,
  )

export const datelineDialect: Dialect = {
  fileOf: ({ day, slug }) => `content/stories/${day.replaceAll('-', '/')}/${slug}.md`,
  textOf: story => frontMatter(fieldsOf(story), story.body),
  siteFiles: {
    '_data/site.yaml': siteYaml({}),
    '_data/sections.yaml': byKey(sections),
    '_data/people.yaml': byKey(people),
    '_data/topics.yaml': byKey(topics),
    'content/pages/about.md': frontMatter(
      { title: 'About', summary: 'What this newsroom is, and what it is not.' },
      aboutText,
    ),
    'content/pages/pages.json': JSON.stringify({
      layout: 'layouts/page.njk',
      permalink: '/{{ page.inputPath | nameOfPage }}/index.html',
    }),
    'content/static/favicon.svg': favicon,
  },
}

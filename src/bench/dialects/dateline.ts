// The archive as Dateline wants it.

import { people, sections, topics } from '../archive/desk.ts'
import { aboutText, benchSite, favicon } from './bench-site.ts'
import type { Dialect } from './dialect.ts'
import { frontMatter } from './front-matter.ts'

/** JSON is YAML. */
const byKey = (entries: readonly { readonly key: string }[]): string =>
  `${JSON.stringify(Object.fromEntries(entries.map(({ key, ...rest }) => [key, rest])), null, 1)}\n`

export const datelineDialect: Dialect = {
  fileOf: ({ day, slug }) => `content/stories/${day.replaceAll('-', '/')}/${slug}.md`,
  textOf: story =>
    frontMatter(
      {
        title: story.title,
        date: { time: story.date },
        summary: story.summary,
        section: story.section,
        authors: story.authors,
        tags: story.topics,
        updated: story.updated === null ? null : { time: story.updated },
        dateline: story.dateline,
        urgency: story.urgency,
      },
      story.body,
    ),
  siteFiles: {
    '_data/site.yaml': `${JSON.stringify(benchSite, null, 1)}\n`,
    '_data/sections.yaml': byKey(sections),
    '_data/people.yaml': byKey(people),
    '_data/topics.yaml': byKey(topics),
    'content/pages/about.md': frontMatter(
      { title: 'About', summary: 'What this newsroom is, and what it is not.' },
      aboutText,
    ),
    'content/pages/pages.json': JSON.stringify({
      layout: 'layouts/page.njk',
      permalink: '/{{ page.fileSlug }}/index.html',
    }),
    'content/static/favicon.svg': favicon,
  },
}

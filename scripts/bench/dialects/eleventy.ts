// The archive as a plain Eleventy site has it.

import { people, sections, topics } from '../archive/bench-newsroom.ts'
import { aboutText, benchSite, favicon, policyFiles } from './bench-site.ts'
import type { Dialect } from './dialect.ts'
import { frontMatter } from './front-matter.ts'

const byKey = (entries: readonly { readonly key: string }[]) =>
  Object.fromEntries(entries.map(entry => [entry.key, entry]))

const plainPage = (title: string, summary: string, body: string): string =>
  frontMatter({ title, summary, layout: 'plain.njk' }, body)

export const eleventyDialect: Dialect = {
  fileOf: ({ day, slug }) => `content/stories/${day.replaceAll('-', '/')}/${slug}.md`,
  textOf: story =>
    frontMatter(
      {
        title: story.title,
        date: { time: story.date },
        updated: story.updated === null ? null : { time: story.updated },
        summary: story.summary,
        section: story.section,
        authors: story.authors,
        topics: story.topics,
        dateline: story.dateline,
        urgency: story.urgency,
      },
      story.body,
    ),
  siteFiles: {
    '_data/site.json': JSON.stringify(benchSite),
    '_data/sections.json': JSON.stringify(sections),
    '_data/about.json': JSON.stringify({
      section: byKey(sections),
      topic: byKey(topics),
      byline: byKey(people),
    }),
    'content/about.md': plainPage('About', 'What this newsroom is, and what it is not.', aboutText),
    'content/corrections.md': plainPage('Corrections', 'What we got wrong.', 'There are none.\n'),
    'content/favicon.svg': favicon,
    ...Object.fromEntries(Object.entries(policyFiles).map(([name, text]) => [`content/${name}`, text])),
  },
}

// The archive as Hugo wants it. The months and days that have stories are terms, as Hugo has no other listings by date.

import { people, sections, topics } from '../archive/bench-newsroom.ts'
import { aboutText, benchSite, favicon, policyFiles } from './bench-site.ts'
import type { Dialect } from './dialect.ts'
import { frontMatter } from './front-matter.ts'

const plainPage = (title: string, layout: string, summary: string, body = ''): string =>
  frontMatter({ title, layout, summary }, body)

export const hugoDialect: Dialect = {
  fileOf: ({ section, day, slug }) => `content/${section}/${day.replaceAll('-', '/')}/${slug}.md`,
  textOf: story => {
    const month = story.day.slice(0, 7)
    return frontMatter(
      {
        title: story.title,
        date: { time: story.date },
        lastmod: story.updated === null ? null : { time: story.updated },
        summary: story.summary,
        slug: story.slug,
        authors: story.authors,
        tags: story.topics,
        dateline: story.dateline,
        urgency: story.urgency,
        days: [story.day],
        months: [month],
        sectionmonths: [`${story.section}/${month}`],
        topicmonths: story.topics.map(topic => `${topic}/${month}`),
        bylinemonths: story.authors.map(author => `${author}/${month}`),
      },
      story.body,
    )
  },
  siteFiles: {
    'data/site.json': JSON.stringify(benchSite),
    'data/sections.json': JSON.stringify(sections),
    'data/people.json': JSON.stringify(Object.fromEntries(people.map(person => [person.key, person]))),
    'data/topics.json': JSON.stringify(Object.fromEntries(topics.map(topic => [topic.key, topic]))),
    'content/about.md': plainPage('About', 'plain', 'What this newsroom is, and what it is not.', aboutText),
    'content/archive.md': plainPage('Archive', 'archive', 'Every story, by year and month.'),
    'content/corrections.md': plainPage('Corrections', 'plain', 'What we got wrong.', 'There are none.\n'),
    ...Object.fromEntries(
      sections.map(({ key, name, description }) => [
        `content/${key}/_index.md`,
        frontMatter({ title: name, description }, ''),
      ]),
    ),
    'static/favicon.svg': favicon,
    ...Object.fromEntries(Object.entries(policyFiles).map(([name, text]) => [`static/${name}`, text])),
  },
}

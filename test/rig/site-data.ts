// Sound site data for tests, and a story that is sound too.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const strings = resolve(import.meta.dirname, '../../_data/strings')

/** The project's own words for pages in a language. */
export const stringsIn = (language: string): string => readFileSync(`${strings}/${language}.yaml`, 'utf8')

export const zone = 'Asia/Kolkata'
export const origin = 'https://bulletin.example'

export const siteData = {
  '_data/site.yaml': `name: The Test Bulletin
url: ${origin}
timezone: ${zone}
language: en-IN
description: News that exists so that tests have something to read.
publisher: { name: Test Press, url: "${origin}" }
contact: { email: desk@bulletin.example }
`,
  '_data/sections.yaml': `world: { name: World, description: Reports from abroad. }
nation: { name: Nation }
sport: { name: Sport }
`,
  '_data/people.yaml': `asha-rao: { name: Asha Rao, role: Reporter, email: asha@bulletin.example }
tom-field: { name: Tom Field }
`,
  '_data/strings/en.yaml': stringsIn('en'),
  '_data/topics.yaml': `nato: { name: NATO }
`,
  '_data/series.yaml': `harbour-works: { title: Harbour works, description: What becomes of the old quays. }
`,
  'content/pages/about.md':
    '---\ntitle: About\nsummary: What this is.\n---\nA site for tests, {{ site.name }}.\n',
  'content/pages/pages.json':
    '{"layout": "layouts/page.njk", "permalink": "/{{ page.inputPath | nameOfPage }}/index.html"}',
  'content/static/favicon.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path d="M0 0h16v16H0z"/></svg>\n',
} as const

/** The text of a story file. `fields` replace or join the required ones; undefined leaves one out. Values are YAML. */
export const storyText = (
  fields: Readonly<Record<string, string | undefined>> = {},
  body = 'The first paragraph.\n',
): string => {
  const all: Record<string, string | undefined> = {
    title: 'Harbour reopens after the storm',
    date: '2024-10-24T09:30:00+05:30',
    summary: 'Ships move again at noon, says the harbour master, after two days.',
    section: 'world',
    ...fields,
  }
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
  return `---\n${lines.join('\n')}\n---\n${body}`
}

export const storyFile = 'content/stories/2024/10/24/harbour-reopens.md'
export const storyUrl = '/world/2024/10/24/harbour-reopens/'

// Before all tests of pages: the demonstration is built and served, in English, from right to left, and in Devanagari.

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dump, load } from 'js-yaml'
import type { TestProject } from 'vitest/node'
import { afterEverything, createDemonstration } from '../../rig/demonstration.ts'
import { nightOf } from '../../rig/night.ts'
import { storyText } from '../../rig/site-data.ts'
import type { SiteFolder } from '../../rig/site-folder.ts'
import { findChromium } from './find-chromium.ts'
import { findSamples } from './find-samples.ts'
import { arabic, hindi, type Language } from './languages.ts'
import { type BuiltPage, listPages } from './list-pages.ts'
import { serveFolder } from './serve-folder.ts'
import { wordyStory } from './wordy-story.ts'

export type BuiltSite = {
  readonly name: string
  /** The absolute folder that readers see. */
  readonly published: string
  /** "http://127.0.0.1:40123". */
  readonly origin: string
  readonly pages: readonly BuiltPage[]
  /** The pages that together show all that there is. */
  readonly samples: readonly BuiltPage[]
}

export type BuiltSites = Readonly<Record<'english' | 'arabic' | 'hindi', BuiltSite>>

declare module 'vitest' {
  interface ProvidedContext {
    readonly chromium: string | null
    readonly sites: BuiltSites
  }
}

const run = promisify(execFile)

/** What vitest calls once, before it starts the tests. */
export const setup = async (project: TestProject): Promise<() => void> => {
  project.provide('chromium', findChromium())
  const folders = [inEnglish(), inLanguage(arabic), inLanguage(hindi)] as const
  await Promise.all(folders.map(build))
  const networks = ['cloudflare', 'netlify', 'cloudflare'] as const
  const serve = (index: 0 | 1 | 2) => serveFolder(join(folders[index].root, '_site'), networks[index])
  const served = await Promise.all([serve(0), serve(1), serve(2)])
  const describe = async (name: string, index: 0 | 1 | 2): Promise<BuiltSite> => {
    const published = join(folders[index].root, '_site')
    const pages = await listPages(folders[index].root)
    const found = { kind: 'search', url: '/search/?q=storm', file: 'search/index.html' }
    const samples = [...findSamples(pages, ({ file }) => readFileSync(join(published, file), 'utf8')), found]
    return { name, published, origin: served[index].origin, pages, samples }
  }
  project.provide('sites', {
    english: await describe('in English', 0),
    arabic: await describe('in Arabic', 1),
    hindi: await describe('in Hindi', 2),
  })
  return () => {
    for (const { close } of served) close()
    for (const folder of folders) folder.dispose()
  }
}

const build = ({ root }: SiteFolder): Promise<unknown> =>
  run(process.execPath, ['scripts/run.js', 'build', `--now=${new Date(afterEverything).toISOString()}`], {
    cwd: root,
  })

/** A live blog so long that it has pages of its hours. */
const night = {
  file: 'content/stories/2024/10/23/night.md',
  fields: {
    ...{ title: 'The biggest night', date: '2024-10-23T17:00:00+05:30', live: 'true' },
    language: 'en',
  },
}

/** With a page of every kind: none of the demonstration's own addresses has moved. */
const createNewsroom = (): SiteFolder => {
  const site = createDemonstration()
  site.write(night.file, storyText(night.fields, nightOf(60)))
  site.write('_data/redirects.yaml', '/team/: /about/\n/shop/: gone\n')
  return site
}

const inEnglish = (): SiteFolder => {
  const site = createNewsroom()
  site.write(wordyStory.file, storyText(wordyStory.fields, wordyStory.bodyFrom(site)))
  return site
}

/** The same stories, so that nothing that a page can show is left out, among names in the language. */
const inLanguage = ({ tag, site, sections, title, summary, body }: Language): SiteFolder => {
  const folder = createNewsroom()
  const edit = (file: string, change: (data: Record<string, object>) => object) =>
    folder.write(file, dump(change(load(folder.read(file)) as Record<string, object>)))
  edit('_data/site.yaml', data => ({ ...data, ...site, language: tag }))
  edit('_data/sections.yaml', data =>
    Object.fromEntries(Object.keys(data).map(key => [key, { name: sections[key] ?? key }])),
  )
  // New enough to be breaking news, and alone on its day.
  const fields = { title, summary, date: '2026-01-01T04:00:00+05:30', urgency: '1', authors: '[asha-rao]' }
  folder.write('content/stories/2026/01/01/harbour-in-other-words.md', storyText(fields, body))
  return folder
}

// A newsroom as plain data that random edits change, and the files that it stands for.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dump } from 'js-yaml'
import type { Day, Instant } from '../../src/domain/instant.ts'
import { dayOf, rfc3339 } from '../../src/time/wire-time.ts'
import { announcedSettings, hub } from './pending-announcements.ts'
import { siteData, zone } from './site-data.ts'
import { type Files, projectRoot } from './site-folder.ts'

export type EditedStory = {
  /** "2024/10/19" */
  readonly folder: string
  readonly name: string
  readonly title: string
  readonly date: Instant
  readonly section: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  readonly series: string | null
  readonly urgency: number
  readonly updated: Instant | null
  readonly corrections: readonly { readonly date: Instant; readonly text: string }[]
  readonly embargo: Instant | null
  readonly draft: boolean
  readonly isOffFronts?: boolean
  readonly withdrawn: Instant | null
  readonly slug: string | null
  readonly aliases: readonly string[]
  /** The name of a file beside the story's. */
  readonly image: string | null
  readonly blocks: readonly string[]
  /** Whether it is a live blog; when it ends. */
  readonly isLiveBlog: boolean
  readonly until: Instant | null
  readonly entries: readonly { readonly at: Instant; readonly block: string }[]
}

export type EditedBulletin = {
  readonly title: string | null
  readonly order: readonly string[]
  readonly blocks: readonly string[]
}

export type EditedFront = {
  readonly title: string | null
  /** Names of stories: addresses or files. */
  readonly lead: string | null
  readonly pinned: readonly { readonly story: string; readonly until: string }[]
  readonly hide: readonly string[]
  /** Besides the top, which comes first; none to leave it to the front. */
  readonly containers: readonly (string | object)[]
  readonly blocks: readonly string[]
}

export type EditedPage = { readonly title: string; readonly blocks: readonly string[] }

type Named = Readonly<Record<string, { readonly name: string; readonly [field: string]: string }>>

export type EditedNewsroom = {
  readonly now: Instant
  readonly stories: readonly EditedStory[]
  readonly bulletins: Readonly<Record<Day, EditedBulletin>>
  /** By section; "" is the site's. */
  readonly fronts: Readonly<Record<string, EditedFront>>
  /** By the name of its file. */
  readonly pages: Readonly<Record<string, EditedPage>>
  /** Rows of _data/redirects.yaml. */
  readonly redirects: Readonly<Record<string, string>>
  /** Pictures and static files. */
  readonly others: Files
  readonly tagline: string | null
  readonly search: boolean
  /** In site.yaml, as they are written there. */
  readonly hosting: string | null
  readonly feeds: string
  readonly people: Named
  readonly topics: Named
  readonly sections: Named
  /** Layouts that are not the project's any more. */
  readonly layouts: Files
}

const startOfEdits = Date.UTC(2024, 9, 20, 6) as Instant

export const emptyNewsroom: EditedNewsroom = {
  now: startOfEdits,
  stories: [],
  bulletins: {},
  fronts: {},
  pages: { about: { title: 'About', blocks: ['A site for tests, {{ site.name }}.'] } },
  redirects: {},
  others: { 'content/static/favicon.svg': siteData['content/static/favicon.svg'] },
  tagline: null,
  search: false,
  hosting: null,
  // So few that small newsrooms have archived feeds; others come with an edit.
  feeds: '{ newest: 2, formats: [atom] }',
  people: { 'asha-rao': { name: 'Asha Rao', role: 'Reporter' }, 'tom-field': { name: 'Tom Field' } },
  topics: { nato: { name: 'NATO' } },
  sections: {
    world: { name: 'World', description: 'Reports from abroad.' },
    nation: { name: 'Nation' },
    sport: { name: 'Sport' },
  },
  layouts: {},
}

export const dayOfStory = ({ date }: EditedStory): Day => dayOf(date, zone)

export const folderOfDay = (day: Day): string => day.replaceAll('-', '/')

export const slugOfStory = ({ slug, name }: EditedStory): string => slug ?? name

export const urlOfStory = (story: EditedStory): string =>
  `/${story.section}/${folderOfDay(dayOfStory(story))}/${slugOfStory(story)}/`

export const fileOfStory = ({ folder, name }: EditedStory): string => `content/stories/${folder}/${name}.md`

export const isLive = ({ draft, date, embargo, withdrawn }: EditedStory, now: Instant): boolean =>
  !draft && Math.max(date, embargo ?? date) <= now && (withdrawn === null || withdrawn > now)

/** Every file that an editor may change, without those that never do. */
export const filesOfNewsroom = (newsroom: EditedNewsroom): Files => ({
  ...Object.fromEntries(newsroom.stories.map(story => [fileOfStory(story), textOfStory(story)])),
  ...mapFiles(newsroom.bulletins, day => `content/bulletins/${day}.md`, textOfBulletin),
  ...mapFiles(newsroom.fronts, fileOfFront, textOfFront),
  ...mapFiles(newsroom.pages, name => `content/pages/${name}.md`, textOfPage),
  ...newsroom.others,
  '_data/site.yaml': [
    siteData['_data/site.yaml'],
    'unicodeSlugs: true\n',
    newsroom.tagline === null ? '' : `tagline: ${newsroom.tagline}\n`,
    newsroom.search ? 'search: true\n' : '',
    newsroom.hosting === null ? '' : `hosting: ${newsroom.hosting}\n`,
    `feeds: ${newsroom.feeds.replace('{', `{ hub: ${hub},`)}\n`,
    announcedSettings,
  ].join(''),
  '_data/people.yaml': dump(newsroom.people),
  '_data/topics.yaml': dump(newsroom.topics),
  '_data/sections.yaml': dump(newsroom.sections),
  ...(Object.keys(newsroom.redirects).length > 0 && { '_data/redirects.yaml': dump(newsroom.redirects) }),
  ...newsroom.layouts,
})

/** A layout as it stands, edited or not: "_includes/parts/footer.njk". */
export const layoutIn = ({ layouts }: EditedNewsroom, file: string): string =>
  layouts[file] ?? readFileSync(join(projectRoot, file), 'utf8')

const mapFiles = <Item>(
  items: Readonly<Record<string, Item>>,
  fileOf: (key: string) => string,
  textOf: (item: Item) => string,
): Files => Object.fromEntries(Object.entries(items).map(([key, item]) => [fileOf(key), textOf(item)]))

const withFront = (fields: Readonly<Record<string, unknown>>, blocks: readonly string[]): string => {
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== false),
  )
  return `---\n${dump(given, { lineWidth: -1 })}---\n${blocks.join('\n\n')}\n`
}

const textOfBulletin = ({ title, order, blocks }: EditedBulletin): string =>
  withFront({ title, order }, blocks)

const fileOfFront = (key: string): string => (key === '' ? 'content/front.md' : `content/fronts/${key}.md`)

const textOfFront = ({ title, lead, pinned, hide, containers, blocks }: EditedFront): string =>
  withFront(
    { title, lead, pinned, hide, containers: containers.length === 0 ? null : ['top', ...containers] },
    blocks,
  )

const textOfPage = ({ title, blocks }: EditedPage): string => withFront({ title }, blocks)

const textOfStory = (story: EditedStory): string => {
  const time = (instant: Instant | null) => instant && rfc3339(instant, zone)
  const { title, section, authors, tags, series, urgency, draft, slug, aliases, image, blocks } = story
  const entries = story.entries.filter(({ at }) => story.isLiveBlog && at <= (story.until ?? at))
  const text = withFront(
    {
      title,
      date: time(story.date),
      summary: `${title}: what is known so far, and what is not.`,
      section,
      authors,
      tags,
      series,
      urgency,
      draft,
      slug,
      aliases,
      updated: time(story.updated),
      embargo: time(story.embargo),
      corrections: story.corrections.map(({ date, text }) => ({ date: time(date), text })),
      withdrawn: story.withdrawn && { date: time(story.withdrawn), reason: 'It was not so.' },
      image: image && { src: image, alt: 'What it shows', credit: 'Test Press' },
      live: story.isLiveBlog && (story.until === null || { until: time(story.until) }),
    },
    [...blocks, ...entries.map(({ at, block }) => `::: entry ${time(at)} At ${at}\n${block}\n:::`)],
  )
  return story.isOffFronts ? text.replace('---\n', '---\nfront: false\n') : text
}

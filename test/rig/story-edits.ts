// What an editor does to a story: each edit takes a newsroom and gives the newsroom afterwards.

import type { Instant } from '../../src/domain/instant.ts'
import { dayOf } from '../../src/time/wire-time.ts'
import {
  dayOfStory,
  type EditedNewsroom,
  type EditedStory,
  fileOfStory,
  folderOfDay,
  isLive,
  slugOfStory,
  urlOfStory,
} from './edited-newsroom.ts'
import type { Pick } from './pick.ts'
import { zone } from './site-data.ts'

export type Edit = (newsroom: EditedNewsroom, pick: Pick) => EditedNewsroom

const hour = 3_600_000
const day = 24 * hour

const titles = [
  'Storm over the harbour',
  'Cup final',
  'Talks & tea',
  '서울 회담이 다시 열렸다',
  'A headline that says “{{ much }}” <even> more than it should',
] as const

/** The same byline under several spellings, a key, and the full name of that key. */
const authors = [
  'asha-rao',
  'José Núñez',
  'Jose Nunez',
  'JOSÉ NÚÑEZ',
  'Tom Field',
  'tom-field',
  'आशा',
] as const
const tags = ['nato', 'harbour', 'cup-final'] as const
const sections = ['world', 'nation', 'sport'] as const
const slugs = ['again', 'the-harbour', 'storm-0', 'größe', 'मुंबई-में'] as const
const blocks = [
  'Some words.',
  '## What we know',
  '> Quoted',
  '## The harbour',
  'More words, and *more*.',
  '::: keypoints\n- One\n- Two\n:::',
  '::: timeline How it went\n- 2024-10-19: One\n- 2024: Two\n:::',
  '[Zeitgeist]{lang=de}',
] as const

/** Two fill a page, so that the oldest of a blog goes to a page of its hours. */
const longEntry = `## What we know\n\n${'It goes on and on. '.repeat(500)}`

/** In the live blog of a story with its picture, or without. */
const entryBlocks = ['Some words.', '## What we know', '![It](<photo.svg> "A caption")', longEntry] as const

/** Before and behind the clock, by hours, days and months. */
const offsets = [-1, -2, -3, -5, -20, -26, -50, -75, -20 * 24, -40 * 24, 3, 30] as const

const timeNear = (now: Instant, pick: Pick): Instant =>
  (now + pick.one(offsets) * hour + pick.number(40) * 60_000 + pick.number(3) * 1000) as Instant

const change = (
  newsroom: EditedNewsroom,
  old: EditedStory | undefined,
  fields: Partial<EditedStory>,
): EditedNewsroom => {
  if (old === undefined) return newsroom
  const story = inOrderOfTime({ ...old, ...fields })
  const file = fileOfStory(story)
  const isTaken = newsroom.stories.some(other => other !== old && fileOfStory(other) === file)
  if (isTaken) return newsroom
  return { ...newsroom, stories: newsroom.stories.map(other => (other === old ? story : other)) }
}

/** Nothing happens to a story before it was published. */
const inOrderOfTime = (story: EditedStory): EditedStory => {
  const later = (instant: Instant) => Math.max(instant, story.date) as Instant
  return {
    ...story,
    updated: story.updated && later(story.updated),
    withdrawn: story.withdrawn && later(story.withdrawn),
    until: story.until && later(story.until),
    corrections: story.corrections.map(correction => ({ ...correction, date: later(correction.date) })),
  }
}

/** An edit of a story that there is. */
const ofStory =
  (edit: (story: EditedStory, pick: Pick, newsroom: EditedNewsroom) => Partial<EditedStory>): Edit =>
  (newsroom, pick) => {
    const story = pick.any(newsroom.stories)
    return story ? change(newsroom, story, edit(story, pick, newsroom)) : newsroom
  }

const toggled = <Item>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items.filter(other => other !== item) : [...items, item]

/** None is a part of another: a headline of a draft that stands on a page for another reason would be one that leaked. */
const newTitle = (pick: Pick, { stories }: EditedNewsroom): string =>
  (pick.isOnceIn(4) && pick.any(stories)?.title) || `${pick.one(titles)} ${10 + pick.number(20)}`

const addStory: Edit = (newsroom, pick) => {
  const { stories, now } = newsroom
  const date = timeNear(now, pick)
  const folder = folderOfDay(dayOf(date, zone))
  const taken = new Set(stories.map(({ name }) => name))
  const name = Array.from({ length: stories.length + 1 }, (_, at) => `storm-${at}`).find(
    free => !taken.has(free),
  )
  const story: EditedStory = {
    folder,
    name: name ?? 'storm',
    title: newTitle(pick, newsroom),
    date,
    section: pick.one(sections),
    authors: pick.isOnceIn(3) ? [] : [pick.one(authors)],
    tags: pick.isOnceIn(2) ? [pick.one(tags)] : [],
    series: pick.isOnceIn(4) ? 'harbour-works' : null,
    urgency: pick.one([5, 1, 2, 9]),
    updated: null,
    corrections: [],
    embargo: pick.isOnceIn(10) ? ((now + 5 * hour) as Instant) : null,
    draft: pick.isOnceIn(12),
    withdrawn: null,
    slug: null,
    aliases: [],
    image: null,
    blocks: [pick.one(blocks)],
    isLiveBlog: false,
    until: null,
    entries: [],
  }
  return { ...newsroom, stories: [...stories, story] }
}

const addLink: Edit = (newsroom, pick) =>
  ofStory((story, again) => ({ blocks: [...story.blocks, linkIn(newsroom, again)] }))(newsroom, pick)

/** A paragraph with a link to another page of the site, sometimes to a place on it. */
export const linkIn = (newsroom: EditedNewsroom, pick: Pick): string => {
  const live = newsroom.stories.filter(story => isLive(story, newsroom.now))
  const story = pick.any(live.length === 0 || pick.isOnceIn(8) ? newsroom.stories : live)
  const pages = Object.keys(newsroom.pages)
  const fixed = Object.keys(newsroom.others).filter(file => file.startsWith('content/static/'))
  const targets = [
    ...(story
      ? [urlOfStory(story), urlOfStory(story), ...story.aliases, `/${folderOfDay(dayOfStory(story))}/`]
      : []),
    ...(story?.blocks ?? [])
      .filter(block => block.startsWith('## '))
      .map(block => `${urlOfStory(story as EditedStory)}#${idOf(block)}`),
    ...(story?.tags ?? []).map(tag => `/topics/${tag}/`),
    ...pages.map(name => `/${name}/`),
    ...fixed.map(file => file.slice('content/static'.length)),
    '/world/',
  ]
  const words = pick.isOnceIn(4) ? (story?.title ?? 'this') : 'this'
  return `See [${words.replace(/[[\]*<>{}]/g, '')}](${pick.any(targets) ?? '/'}) too.`
}

const idOf = (subhead: string): string => subhead.slice(3).toLowerCase().replaceAll(' ', '-')

export const storyEdits: Readonly<Record<string, readonly [weight: number, edit: Edit]>> = {
  'add a story': [8, addStory],
  'add words': [4, ofStory(({ blocks: old }, pick) => ({ blocks: [...old, `${pick.one(blocks)}`] }))],
  'cut words': [
    3,
    ofStory(({ blocks: old }, pick) => ({ blocks: old.toSpliced(pick.number(old.length || 1), 1) })),
  ],
  'give another headline': [3, ofStory((_, pick, newsroom) => ({ title: newTitle(pick, newsroom) }))],
  'move to another section': [2, ofStory((_, pick) => ({ section: pick.one(sections) }))],
  'change the tags': [3, ofStory((story, pick) => ({ tags: toggled(story.tags, pick.one(tags)) }))],
  'change the series': [2, ofStory(({ series }) => ({ series: series === null ? 'harbour-works' : null }))],
  'change the authors': [
    3,
    ofStory((story, pick) => ({ authors: toggled(story.authors, pick.one(authors)) })),
  ],
  'change the urgency': [2, ofStory((_, pick) => ({ urgency: pick.one([1, 2, 5, 9]) }))],
  'change the time': [
    2,
    ofStory(({ date }, pick) => ({ date: (date + (pick.number(9) - 4) * hour) as Instant })),
  ],
  'change the day': [
    2,
    ofStory(({ date }, pick) => ({ date: (date + (pick.number(7) - 3) * day) as Instant })),
  ],
  'change the month': [
    2,
    ofStory(({ date }, pick) => ({ date: (date + (pick.number(5) - 3) * 30 * day) as Instant })),
  ],
  'take the date of another': [
    1,
    ofStory((_, pick, { stories }) => ({ date: pick.any(stories)?.date ?? (0 as Instant) })),
  ],
  'move the file to its day': [1, ofStory(story => ({ folder: folderOfDay(dayOfStory(story)) }))],
  'rename the file': [
    2,
    ofStory((story, pick) => ({ name: `${story.name.replace(/-x.*/, '')}-x${pick.number(5)}` })),
  ],
  'rename the file under the same address': [
    1,
    ofStory((story, pick) => ({
      slug: slugOfStory(story),
      name: `${story.name.replace(/-y.*/, '')}-y${pick.number(5)}`,
    })),
  ],
  'change the slug': [2, ofStory((_, pick) => ({ slug: pick.any([...slugs, null]) ?? null }))],
  'swap two slugs': [
    1,
    (newsroom, pick) => {
      const one = pick.any(newsroom.stories)
      const other = pick.any(newsroom.stories)
      if (!one || !other || one === other) return newsroom
      const swapped = change(newsroom, one, { slug: slugOfStory(other) })
      return change(swapped, other, { slug: slugOfStory(one) })
    },
  ],
  correct: [
    2,
    ofStory(({ corrections }, pick, { now }) => ({
      corrections: pick.isOnceIn(4)
        ? corrections.slice(1)
        : [...corrections, { date: timeNear(now, pick), text: `It was ${pick.number(9)}.` }],
    })),
  ],
  update: [2, ofStory((_, pick, { now }) => ({ updated: pick.isOnceIn(4) ? null : timeNear(now, pick) }))],
  'hold back': [
    2,
    ofStory((_, pick, { now }) => ({ embargo: (now + (1 + pick.number(40)) * hour) as Instant })),
  ],
  'tell it live': [2, ofStory(() => ({ isLiveBlog: true }))],
  'tell it live no more': [1, ofStory(() => ({ isLiveBlog: false }))],
  'end the live blog': [
    1,
    ofStory((_, pick, { now }) => ({ until: pick.isOnceIn(3) ? null : timeNear(now, pick) })),
  ],
  'write a live entry': [
    4,
    ofStory(({ entries }, pick, { now }) => {
      const at = timeNear(now, pick)
      const rest = entries.filter(entry => entry.at !== at)
      return { isLiveBlog: true, entries: [...rest, { at, block: pick.one(entryBlocks) }] }
    }),
  ],
  'take out a live entry': [1, ofStory(({ entries }) => ({ entries: entries.slice(1) }))],
  release: [2, ofStory(() => ({ embargo: null, draft: false }))],
  'make it a draft': [2, ofStory(({ draft }) => ({ draft: !draft }))],
  withdraw: [
    2,
    ofStory(({ withdrawn }, pick, { now }) => ({ withdrawn: withdrawn ? null : timeNear(now, pick) })),
  ],
  delete: [
    2,
    (newsroom, pick) => {
      const gone = pick.any(newsroom.stories)
      return { ...newsroom, stories: newsroom.stories.filter(story => story !== gone) }
    },
  ],
  'give an old address': [
    2,
    ofStory(({ aliases }, pick) => ({
      aliases: toggled(aliases, pick.one(['/old/a.html', '/old/b/', '/old/c'])),
    })),
  ],
  'keep the present address as an old one': [
    1,
    ofStory((story, pick) => ({ aliases: [...story.aliases, urlOfStory(story)], slug: pick.one(slugs) })),
  ],
  'link to a page': [7, addLink],
}

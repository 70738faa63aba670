// What an editor does when a publish was refused: takes out what leads nowhere, and what two stories both claim.

import {
  dayOfStory,
  type EditedNewsroom,
  type EditedStory,
  emptyNewsroom,
  folderOfDay,
  isLive,
  slugOfStory,
  urlOfStory,
} from './edited-newsroom.ts'

/** Mostly sound; what is still wrong then has to be taken back. */
export const mend = (newsroom: EditedNewsroom): EditedNewsroom => {
  const stories = withOwnAddresses(newsroom.stories).map(story => withPictures(story, newsroom))
  const targets = targetsIn({ ...newsroom, stories })
  const keep = (blocks: readonly string[]) => blocks.filter(block => isSound(block, targets))
  const slugsOf = (day: string) => stories.filter(story => dayOfStory(story) === day).map(slugOfStory)
  return {
    ...newsroom,
    stories: stories.map(story => ({ ...story, blocks: keep(story.blocks) })),
    bulletins: mapValues(newsroom.bulletins, (bulletin, day) => ({
      ...bulletin,
      order: bulletin.order.filter(slug => slugsOf(day).includes(slug)),
      blocks: keep(bulletin.blocks),
    })),
    pages: mapValues(newsroom.pages, page => ({ ...page, blocks: keep(page.blocks) })),
    redirects: rowsIn(newsroom.redirects, stories, targets),
    others: { ...emptyNewsroom.others, ...newsroom.others },
  }
}

/** Those for addresses that no story has, and that lead to pages: no other row is needed for them. */
const rowsIn = (
  rows: EditedNewsroom['redirects'],
  stories: readonly EditedStory[],
  targets: ReadonlySet<string>,
): EditedNewsroom['redirects'] => {
  const taken = new Set(stories.flatMap(story => [urlOfStory(story), ...story.aliases]))
  const isKept = ([path, to]: readonly [string, string]) =>
    !taken.has(path) && (to === 'gone' || to === '/rss.xml' || !to.startsWith('/') || targets.has(to))
  return Object.fromEntries(Object.entries(rows).filter(isKept))
}

const mapValues = <Item>(
  items: Readonly<Record<string, Item>>,
  change: (item: Item, key: string) => Item,
): Readonly<Record<string, Item>> =>
  Object.fromEntries(Object.entries(items).map(([key, item]) => [key, change(item, key)]))

const withOwnAddresses = (stories: readonly EditedStory[]): readonly EditedStory[] => {
  const taken = new Set(stories.map(urlOfStory))
  const seen = new Set<string>()
  return stories.map((story, at) => {
    const aliases = story.aliases.filter(alias => !taken.has(alias))
    for (const alias of aliases) taken.add(alias)
    const url = urlOfStory(story)
    const own = seen.has(url) ? { ...story, aliases, slug: `mended-${at}` } : { ...story, aliases }
    seen.add(url)
    return own
  })
}

const withPictures = (story: EditedStory, { others }: EditedNewsroom): EditedStory => {
  const isThere = (name: string) => others[`content/stories/${story.folder}/${name}`] !== undefined
  const isShown = (block: string) => {
    const name = /^!\[It\]\(<(.*)>/.exec(block)?.[1]
    return name === undefined || isThere(name)
  }
  return {
    ...story,
    image: story.image !== null && isThere(story.image) ? story.image : null,
    blocks: story.blocks.filter(isShown),
    entries: story.entries.filter(({ block }) => isShown(block)),
  }
}

/** Where links may lead. Links to subheads are taken out: they may have gone with the words. */
const targetsIn = ({ stories, pages, others, now }: EditedNewsroom): ReadonlySet<string> => {
  const live = stories.filter(story => isLive(story, now))
  return new Set([
    '/',
    '/world/',
    ...live.flatMap(story => [
      urlOfStory(story),
      `/${folderOfDay(dayOfStory(story))}/`,
      ...story.aliases,
      ...story.tags.map(tag => `/topics/${tag}/`),
      ...(story.series === null ? [] : [`/series/${story.series}/`]),
    ]),
    ...Object.keys(pages).map(name => `/${name}/`),
    ...Object.keys(others).map(file => file.replace(/^content\/static/, '')),
  ])
}

const isSound = (block: string, targets: ReadonlySet<string>): boolean => {
  const target = /^See \[.*\]\((.*)\)/.exec(block)?.[1]
  return target === undefined || targets.has(target)
}

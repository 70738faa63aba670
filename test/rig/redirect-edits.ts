// What an editor does to the rows of _data/redirects.yaml: old addresses lead on, lead elsewhere, or are gone.

import { type EditedNewsroom, isLive, urlOfStory } from './edited-newsroom.ts'
import type { Pick } from './pick.ts'
import type { Edit } from './story-edits.ts'

const oldPaths = ['/old/page.html', '/old/team/', '/old/b/', '/shop/2012', '/map.pdf', '/?p=7'] as const

/** Mostly pages; now and then a story that may go, another row, or an old address that leads on itself. */
const targetIn = (newsroom: EditedNewsroom, path: string, pick: Pick): string => {
  const live = newsroom.stories.filter(story => isLive(story, newsroom.now))
  return pick.one([
    'gone',
    ...['gone', '/about/', '/world/', '/rss.xml', 'https://team.example/us?a=1#b'],
    ...live.map(urlOfStory),
    ...live.flatMap(({ aliases }) => aliases),
    ...Object.keys(newsroom.redirects).filter(other => other !== path),
  ])
}

const writeRow: Edit = (newsroom, pick) => {
  const path = pick.one(oldPaths)
  return {
    ...newsroom,
    redirects: { ...newsroom.redirects, [path]: targetIn(newsroom, path, pick) },
  }
}

const removeRow: Edit = (newsroom, pick) => {
  const path = pick.any(Object.keys(newsroom.redirects))
  if (path === undefined) return newsroom
  const { [path]: _, ...redirects } = newsroom.redirects
  return { ...newsroom, redirects }
}

/** The order of the rows is that of the lists for servers. */
const turnRows: Edit = newsroom => ({
  ...newsroom,
  redirects: Object.fromEntries(Object.entries(newsroom.redirects).toReversed()),
})

export const redirectEdits: Readonly<Record<string, readonly [weight: number, edit: Edit]>> = {
  'write a row of redirects': [3, writeRow],
  'remove a row of redirects': [1, removeRow],
  'turn the rows of redirects round': [1, turnRows],
}

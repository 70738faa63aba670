// A story as it stands below another one, and whose pages change with it.

import type { Story } from '../domain/story.ts'
import type { PageContext } from './page-kind.ts'
import type { StoryAt } from './story-at.ts'
import { type Headline, headlineOf } from './story-card.ts'

export type RelatedCard = Headline & Pick<Story, 'kicker' | 'date'>

export const relatedCard = (story: Story): RelatedCard => ({
  ...headlineOf(story),
  kicker: story.kicker,
  date: story.date,
})

/** The stories below which one may stand or stood; none where only its text changed, as it mostly does. */
export const storiesNaming = (file: string, before: PageContext, after: PageContext): readonly StoryAt[] => {
  const [then, now] = [liveIn(before, file), liveIn(after, file)]
  if (factsOf(then) === factsOf(now)) return []
  return [...(then ? before.archive.related.of(then) : []), ...(now ? after.archive.related.of(now) : [])]
}

const liveIn = ({ archive }: PageContext, file: string): Story | null => {
  const story = archive.story(file)
  return story !== null && archive.isLive(story) ? story : null
}

/** What other pages show of a story, or choose it by. */
const factsOf = (story: Story | null): string =>
  story === null ? '' : JSON.stringify([relatedCard(story), story.tags, story.series, story.aliases])

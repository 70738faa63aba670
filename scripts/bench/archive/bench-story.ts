// The stories of an invented archive, one at a time: the same seed gives the same stories, byte for byte.

import { people, sections, topics, topicsOf } from './bench-newsroom.ts'
import { bodyOf, type Earlier } from './body.ts'
import { slotOf, timeOn } from './calendar.ts'
import { createRandom, type Random } from './random.ts'
import { headline, summary } from './sentences.ts'
import { places } from './vocabulary.ts'

export type BenchStory = {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly section: string
  /** One or two keys of people. */
  readonly authors: readonly string[]
  /** Three keys of topics. */
  readonly topics: readonly string[]
  /** RFC 3339. */
  readonly date: string
  readonly updated: string | null
  readonly day: string
  readonly dateline: string
  readonly urgency: number
  /** The same on every site. */
  readonly url: string
  /** Markdown. */
  readonly body: string
}

export type BenchArchive = {
  readonly seed: number
  /** How many stories it has before any is added. */
  readonly count: number
}

/** Earlier stories are linked to from so far away. */
const longestMemory = 400

/** The archive, oldest first, never more than one story in memory. */
export function* storiesOf(archive: BenchArchive): Generator<BenchStory> {
  for (let back = archive.count - 1; back >= 0; back -= 1) yield storyAt(archive, back)
}

/** A story that comes after all of the archive's: 1 is the first one added. */
export const addedStory = (archive: BenchArchive, number: number): BenchStory => storyAt(archive, -number)

const storyAt = ({ seed, count }: BenchArchive, back: number): BenchStory => {
  const random = createRandom(seed, slotOf(back).number, 2)
  const face = faceOf(seed, back)
  const ofSection = topicsOf.get(face.section) ?? []
  const own = random.draw(ofSection, 2)
  const other = random.pick(topics.filter(topic => !own.includes(topic)))
  const { day, second, length } = slotOf(back)
  const at = second + random.between(0, length - 1)
  return {
    ...face,
    summary: summary(random),
    authors: random.draw(people, random.chance(0.3) ? 2 : 1).map(({ key }) => key),
    topics: [...own, other].map(({ key }) => key),
    date: timeOn(day, at),
    updated: random.chance(0.1) ? timeOn(day, Math.min(at + random.between(600, 5400), 86_399)) : null,
    day,
    dateline: random.pick(places),
    urgency: random.chance(0.2) ? random.pick([3, 4]) : 5,
    body: bodyOf(random, earlierStory(random, seed, back, count)),
  }
}

/** What other stories may say of one without knowing the rest of it. */
const faceOf = (seed: number, back: number) => {
  const { day, number } = slotOf(back)
  const random = createRandom(seed, number, 1)
  const section = random.pick(sections).key
  const title = headline(random)
  const words = title.toLowerCase().match(/[a-z]+/g) ?? []
  const slug = `${words.slice(0, 7).join('-')}-${number % 1_000_000}`
  return { day, section, title, slug, url: `/${section}/${day.replaceAll('-', '/')}/${slug}/` }
}

const earlierStory = (random: Random, seed: number, back: number, count: number): Earlier | null => {
  const target = back + random.between(1, longestMemory)
  return random.chance(0.4) && target < count && target >= 0 ? faceOf(seed, target) : null
}

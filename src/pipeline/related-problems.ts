// Stories that editors picked as related ones and that readers do not get below a story: unknown ones, and hidden ones.

import { mentionOfName } from '../archive/index-claims.ts'
import type { StoryChange } from '../archive/index-stories.ts'
import { fileOfNamedStory, namesOfStory } from '../archive/named-story.ts'
import { isShown, type State, stateAt } from '../domain/lifecycle.ts'
import { nameOfListing } from '../domain/listing.ts'
import { nearestWord } from '../domain/near-miss.ts'
import { type Fault, type Location, locationOfFile, type Problem } from '../domain/problem.ts'
import type { Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { locateField } from '../read/locate-field.ts'
import { readSource } from '../read/read-source.ts'
import type { Tables } from '../store/tables.ts'

/** Of the stories that changed, and of those that name one of them. `tables`: with all stories as they are. */
export const relatedProblems = (
  root: string,
  tables: Tables,
  changes: readonly StoryChange[],
  viewpoint: Viewpoint,
): readonly Problem[] => {
  const naming = changes
    .flatMap(({ before, after }) => [before, after].flatMap(story => (story ? namesOfStory(story) : [])))
    .flatMap(name => tables.get('mentions', mentionOfName(name)) ?? [])
  const files = new Set([...changes.map(({ file }) => file), ...naming])
  return [...files].flatMap(file => {
    const story = tables.get('stories', file)
    return (story?.related ?? []).flatMap((name): readonly Problem[] => {
      const fault = story && faultOf(name, story, tables, viewpoint)
      return fault ? [{ ...fault, severity: 'warning', location: locationOf(root, file, name) }] : []
    })
  })
}

const faultOf = (name: string, story: Story, tables: Tables, { now, audience }: Viewpoint): Fault | null => {
  const file = fileOfNamedStory(name, tables)
  const named = file === null ? undefined : tables.get('stories', file)
  if (named === undefined) return unknown(name, tables)
  if (named.file === story.file)
    return {
      code: 'related-hidden',
      message: 'a story is not related to itself',
      hint: 'take it out of “related”',
    }
  const state = stateAt(named, now)
  // Stories that come out together name each other before.
  if (isShown(state, audience) || stateAt(story, now) !== 'live') return null
  const isOver = state === 'withdrawn'
  return {
    code: 'related-hidden',
    message: `“${named.title}” does not stand below this story: ${why[state]}`,
    hint: isOver ? 'take it out of “related”' : 'it comes by itself when it is published',
  }
}

const why: Readonly<Record<State, string>> = {
  draft: 'it is a draft',
  held: 'its time has not come',
  withdrawn: 'it was withdrawn',
  live: '',
}

const unknown = (name: string, tables: Tables): Fault => {
  const addresses = new Map(addressesNear(name, tables).map(url => [slugOf(url), url]))
  const near = addresses.get(nearestWord(slugOf(name), [...addresses.keys()]) ?? '') ?? null
  const hint =
    near === null
      ? 'write the address of its page, such as /world/2024/10/24/talks/, or its path below content/stories/'
      : `did you mean “${near}”?`
  return { code: 'related-unknown', message: `no story is at “${name}”`, hint }
}

const slugOf = (address: string): string => address.replace(/\/$/, '').split('/').at(-1) ?? ''

/** Of the month that the name speaks of. */
const addressesNear = (name: string, tables: Tables): readonly string[] => {
  const [, year, month] = /(\d{4})\/(\d\d)\/\d\d\//.exec(name) ?? []
  const key = `${nameOfListing({ of: 'site' })} ${year}-${month}`
  return (tables.get('entries', key) ?? []).map(({ url }) => url)
}

const locationOf = (root: string, file: string, name: string): Location => {
  const source = readSource(root, file)
  return source.ok
    ? locateField(source.value, 'related', value => typeof value === 'string' && value.trim() === name)
    : locationOfFile(file)
}

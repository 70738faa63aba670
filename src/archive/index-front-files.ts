// What editors say of fronts: the stories that they name are found, and those that are not live are told of.

import type { ChangedFront, ContainerSpec, FrontFile, Placed } from '../domain/front.ts'
import { type State, stateAt } from '../domain/lifecycle.ts'
import type { Location, Problem } from '../domain/problem.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { EditedTables, Tables } from '../store/tables.ts'
import type { WrittenFront } from '../validate/validate-front.ts'
import { createEdits, mentionOfLink } from './index-claims.ts'
import { fileOfNamedStory } from './named-story.ts'

type IndexedFronts = {
  readonly changed: readonly ChangedFront[]
  readonly warnings: readonly Problem[]
}

/** `tables`: with all stories as they are. `written`: all that there are. */
export const indexFrontFiles = (
  tables: EditedTables,
  written: readonly WrittenFront[],
  viewpoint: Viewpoint,
): IndexedFronts => {
  const found = written.map(({ front }) => withFiles(front, name => fileOfNamedStory(name, tables)))
  const before = (tables.get('lists', 'frontFiles') ?? []).flatMap(key => tables.get('frontFiles', key) ?? [])
  const now = new Map(found.map(front => [keyOf(front), front]))
  const then = new Map(before.map(front => [keyOf(front), front]))
  const keys = [...new Set([...now.keys(), ...then.keys()])].sort()
  const changed = keys.filter(key => JSON.stringify(now.get(key)) !== JSON.stringify(then.get(key)))
  const mentions = createEdits()
  for (const key of changed) {
    const [old, front] = [then.get(key), now.get(key)]
    for (const link of old?.links ?? []) mentions.takeOut(mentionOfLink(link), old?.file ?? '')
    for (const link of front?.links ?? []) mentions.putIn(mentionOfLink(link), front?.file ?? '')
    tables.set('frontFiles', key, front ?? null)
  }
  mentions.apply(tables, 'mentions')
  if (changed.length > 0) tables.set('lists', 'frontFiles', [...now.keys()].sort())
  return {
    changed: changed.flatMap(key => now.get(key) ?? then.get(key) ?? []),
    warnings: written.flatMap(({ named }) =>
      named.flatMap(({ name, location }) => problemOf(name, location, tables, viewpoint)),
    ),
  }
}

const keyOf = ({ section }: FrontFile): string => section ?? ''

const withFiles = (front: FrontFile, fileOf: (name: string) => string | null): FrontFile => {
  const filesOf = (names: readonly string[]) => names.flatMap(name => fileOf(name) ?? [])
  const placedOf = (placed: Placed): readonly Placed[] =>
    filesOf([placed.file]).map(file => ({ ...placed, file }))
  const partOf = (part: ContainerSpec): ContainerSpec =>
    part.holds === 'stories' ? { ...part, files: filesOf(part.files) } : part
  return {
    ...front,
    lead: front.lead === null ? null : (placedOf(front.lead)[0] ?? null),
    pinned: front.pinned.flatMap(placedOf),
    hidden: filesOf(front.hidden),
    containers: front.containers?.map(partOf) ?? null,
  }
}

const problemOf = (
  name: string,
  location: Location,
  tables: Tables,
  { now }: Viewpoint,
): readonly Problem[] => {
  const file = fileOfNamedStory(name, tables)
  const story = file === null ? undefined : tables.get('stories', file)
  if (story === undefined)
    return [
      {
        ...{ code: 'front-story-unknown', severity: 'warning', location },
        message: `no story is at “${name}”`,
        hint: 'write the address of its page, such as /world/2024/10/24/talks/, or its path below content/stories/',
      },
    ]
  const state = stateAt(story, now)
  if (state === 'live') return []
  return [
    {
      ...{ code: 'front-story-hidden', severity: 'warning', location },
      message: `“${story.title}” is not on this front: ${why[state]}`,
      hint: state === 'withdrawn' ? 'take it out of this file' : 'it takes its place when it is published',
    },
  ]
}

const why: Readonly<Record<Exclude<State, 'live'>, string>> = {
  draft: 'it is a draft',
  held: 'its time has not come',
  withdrawn: 'it was withdrawn',
}

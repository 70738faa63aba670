// Authors and topics that _data/ knows by other words: readers would see the name as it was typed, on a byline or a front of
// its own.

import { distance } from 'fastest-levenshtein'
import { createFindNamed } from '../../domain/find-named.ts'
import type { SiteData } from '../../domain/newsroom.ts'
import type { Fault, Problem } from '../../domain/problem.ts'
import { remember } from '../../domain/remember.ts'
import { dataFiles, namesFileOf } from '../../domain/site-paths.ts'
import { bylineKey } from '../../domain/slug.ts'
import type { YamlDocument } from '../../read/parse-yaml.ts'
import type { FrontMatterFields } from './story-schema.ts'

type Names = Pick<FrontMatterFields, 'authors' | 'tags'>

export type FindNameWarnings = (fields: Names, yaml: YamlDocument) => readonly Problem[]

/** Each name is looked at once, however many stories have it. */
export const createFindNameWarnings = ({ people, names: { topics } }: SiteData): FindNameWarnings => {
  const findPerson = createFindNamed([...people.values()])
  const findTopic = createFindNamed([...topics.values()])
  const keys = [...topics.keys()]
  const ofAuthor = remember(10_000, (author: string): Fault | null => {
    const key = findPerson.named(author)
    const person = key === null ? undefined : people.get(key)
    if (person === undefined || (person.name === author && bylineKey(author) === key)) return null
    return {
      code: 'author-by-name',
      message: `readers see “${author}” as it is written here, although ${dataFiles.people} has ${person.name}`,
      hint: `did you mean “${key}”?`,
    }
  })
  const ofTopic = remember(10_000, (tag: string): Fault | null => {
    const key = findTopic.named(tag) ?? keys.find(known => isSlip(tag, known)) ?? null
    return key === null
      ? null
      : {
          code: 'topic-unknown',
          message: `${namesFileOf('topics')} has no “${tag}”, but ${key}: the story would stand in a topic of its own`,
          hint: `did you mean “${key}”? If not, name “${tag}” in ${namesFileOf('topics')}`,
        }
  })
  return ({ authors, tags }, yaml) => [
    ...authors.flatMap((author, index) =>
      people.has(author) ? [] : warningAt(yaml, ['authors', index], ofAuthor(author)),
    ),
    ...tags.flatMap((tag, index) => (topics.has(tag) ? [] : warningAt(yaml, ['tags', index], ofTopic(tag)))),
  ]
}

/**
 * A letter too many or too few, or two that changed places. Another letter makes another word: Iceland is not Ireland.
 * Numbers are no slips, and short words are near to many.
 */
const isSlip = (tag: string, known: string): boolean => {
  const more = tag.length - known.length
  if (tag.length < 6 || Math.abs(more) > 1 || tag.replace(/\D/g, '') !== known.replace(/\D/g, ''))
    return false
  return more === 0 ? areSwapped(tag, known) : distance(tag, known) === 1
}

const areSwapped = (tag: string, known: string): boolean => {
  const at = [...tag].findIndex((letter, index) => letter !== known[index])
  return known === `${tag.slice(0, at)}${tag[at + 1]}${tag[at]}${tag.slice(at + 2)}`
}

const warningAt = (
  yaml: YamlDocument,
  path: readonly ['authors' | 'tags', number],
  fault: Fault | null,
): readonly Problem[] =>
  fault === null
    ? []
    : [
        {
          ...fault,
          message: `${path[0]}: ${fault.message}`,
          severity: 'warning',
          location: yaml.locationOf(path, 'value'),
        },
      ]

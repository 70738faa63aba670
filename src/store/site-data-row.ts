// The checked site data as a row of JSON, which knows no maps.

import type { Person, SiteData, Topic } from '../domain/newsroom.ts'

export type StoredSiteData = Pick<SiteData, 'site' | 'sections' | 'strings'> & {
  readonly people: readonly Person[]
  readonly topics: readonly Topic[]
}

export const rowOfSiteData = ({ site, sections, people, topics, strings }: SiteData): StoredSiteData => ({
  site,
  sections,
  strings,
  people: [...people.values()],
  topics: [...topics.values()],
})

export const siteDataOf = ({ site, sections, people, topics, strings }: StoredSiteData): SiteData => ({
  site,
  sections,
  strings,
  people: new Map(people.map(person => [person.key, person])),
  topics: new Map(topics.map(topic => [topic.key, topic])),
})

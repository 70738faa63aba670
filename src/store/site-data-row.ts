// The checked site data as a row of JSON, which knows no maps.

import type { Named, Person, SiteData } from '../domain/newsroom.ts'

export type StoredSiteData = Omit<SiteData, 'people' | 'names'> & {
  readonly people: readonly Person[]
  readonly names: Readonly<Record<keyof SiteData['names'], readonly Named[]>>
}

export const rowOfSiteData = ({ site, sections, people, names, strings }: SiteData): StoredSiteData => ({
  ...{ site, sections, strings },
  people: [...people.values()],
  names: eachOf(names, named => [...named.values()]),
})

export const siteDataOf = ({ site, sections, people, names, strings }: StoredSiteData): SiteData => ({
  ...{ site, sections, strings },
  people: new Map(people.map(person => [person.key, person])),
  names: eachOf(names, named => new Map(named.map(one => [one.key, one]))),
})

const eachOf = <Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  turn: (value: From) => To,
): Readonly<Record<Name, To>> =>
  Object.fromEntries(Object.entries<From>(record).map(([name, value]) => [name, turn(value)])) as Record<
    Name,
    To
  >

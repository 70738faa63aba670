// What the report says of stories that went to the default section: by which names an editor can send them elsewhere.

import type { SectionRules } from '../fields/find-section.ts'
import { toKey } from '../text/to-key.ts'
import { count } from './count-items.ts'

type Filed = {
  readonly isUnfiled: boolean
  readonly categories: readonly string[]
  readonly labels: readonly string[]
}

const shown = 8

export const remarkOnSections = (
  drafts: readonly Filed[],
  { sections, fallback }: Pick<SectionRules, 'sections' | 'fallback'>,
): readonly string[] => {
  const unfiled = drafts.filter(({ isUnfiled }) => isUnfiled)
  const withCategory = unfiled.filter(({ categories }) => categories.length > 0)
  const without = unfiled.filter(({ categories }) => categories.length === 0)
  const categories = countNames(withCategory.map(draft => draft.categories))
  const tags = countNames(without.map(draft => draft.labels))
  const [example] = categories[0] ?? tags[0] ?? []
  const went = `went to the section ${fallback}`
  return [
    ...(withCategory.length > 0
      ? [`${stories(withCategory)} ${went}, as none is like their category: ${list(categories)}`]
      : []),
    ...(without.length > 0
      ? [
          `${stories(without)} without a category ${went}${tags.length > 0 ? `; their tags: ${list(tags)}` : ''}`,
        ]
      : []),
    ...(example === undefined
      ? []
      : [
          `Say where they go, and import again: --map ${mapped(example, fallback)} (the sections are ${sections.map(({ key }) => key).join(', ')}), or write sections by such names into _data/sections.yaml`,
        ]),
  ]
}

const stories = ({ length }: readonly unknown[]): string => count(length, 'story', 'stories')

/** By their keys, as the command knows them; most often first. */
const countNames = (
  lists: readonly (readonly string[])[],
): readonly (readonly [name: string, times: number])[] => {
  const counts = new Map<string, number>()
  for (const names of lists)
    for (const name of new Set(names.map(each => toKey(each) || each)))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(
    ([one, times], [other, otherTimes]) => otherTimes - times || (one < other ? -1 : 1),
  )
}

const list = (names: readonly (readonly [string, number])[]): string => {
  const rest = names.length - shown
  return (
    names
      .slice(0, shown)
      .map(([name, times]) => `${times} × ${name}`)
      .join(', ') + (rest > 0 ? ` and ${rest} more` : '')
  )
}

const mapped = (name: string, section: string): string =>
  /^[\p{L}\p{N}_.-]+$/u.test(name) ? `${name}=${section}` : `'${name}=${section}'`

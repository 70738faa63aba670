// The stories that did not change, as the validation of the changed ones sees them.

import { monthOf } from '../domain/instant.ts'
import { nameOf } from '../domain/site-paths.ts'
import type { Tables } from '../store/tables.ts'
import type { UnchangedStories } from '../validate/unchanged-stories.ts'

/** `changed`: files whose rows in the tables do not count any more. */
export const unchangedStories = (
  tables: Tables,
  changed: ReadonlySet<string>,
): Omit<UnchangedStories, 'wasOut'> => ({
  story: file => (changed.has(file) ? undefined : tables.get('stories', file)),
  ownerOf: address => (tables.get('claims', address) ?? []).find(file => !changed.has(file)),
  slugsOf: day => {
    const listed = (tables.get('entries', `site ${monthOf(day)}`) ?? []).filter(entry => entry.day === day)
    const files = new Set([...listed.map(({ file }) => file), ...(tables.get('lists', 'hidden') ?? [])])
    return [...files]
      .filter(file => !changed.has(file))
      .map(file => tables.get('stories', file))
      .filter(story => story?.day === day)
      .map(story => story?.slug ?? '')
  },
  twinOf: ({ section, date, day }) =>
    (tables.get('entries', `section/${section} ${monthOf(day)}`) ?? []).find(
      entry => entry.date === date && !changed.has(entry.file),
    )?.file,
  storiesNamed: name => {
    const months = (tables.get('months', 'site') ?? []).map(({ month }) => month)
    const listed = months.flatMap(month => tables.get('entries', `site ${month}`) ?? [])
    const hidden = (tables.get('lists', 'hidden') ?? []).flatMap(file => tables.get('stories', file) ?? [])
    return [...listed, ...hidden].filter(
      ({ file }) => nameOf(file).toLowerCase() === `${name}.md` && !changed.has(file),
    )
  },
})

// Pages of different kinds at one place, such as an old address that a section has taken since.

import { type Problem, placeOfFile } from '../domain/problem.ts'
import type { Plan, PlannedPage } from './plan-site.ts'

/** Letter case does not tell places apart: some disks ignore it. */
export const findConflicts = ({ pages }: Plan): readonly Problem[] => {
  const owners = new Map<string, PlannedPage>()
  return pages.flatMap((page): Problem[] => {
    const place = page.output.normalize('NFC').toLowerCase()
    const owner = owners.get(place)
    if (owner === undefined) {
      owners.set(place, page)
      return []
    }
    const file = page.file ?? owner.file ?? `_site/${page.output}`
    return [
      {
        code: 'url-taken',
        severity: 'error',
        message: `${page.url} is the place of two pages: ${owner.kind} and ${page.kind}`,
        hint: 'give the story another slug, or remove the alias',
        place: placeOfFile(file),
      },
    ]
  })
}

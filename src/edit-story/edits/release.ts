// Lets a draft or a held story go out now, dated now: readers take its time for that of its release.

import { stateAt } from '../../domain/lifecycle.ts'
import { success } from '../../domain/result.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import type { FieldEdit } from '../propose-splices.ts'
import { named, type PlanEdit, refuse } from '../story-edit.ts'

export const release: PlanEdit = ({ story, now, site }) => {
  const state = stateAt(story, now)
  if (state === 'withdrawn')
    return refuse(`${named(story)} is withdrawn: remove “withdrawn” by hand if it is to come back`)
  if (state === 'live')
    return refuse(
      `${named(story)} needs no release: it goes out with the next build, if it is not out already`,
    )
  const remove = (field: string): FieldEdit => ({ kind: 'remove', field })
  return success({
    fields: [
      { kind: 'set', field: 'date', value: rfc3339(now, site.timezone) },
      remove('draft'),
      remove('embargo'),
      // Nobody saw what it was before.
      ...(story.updated !== null && story.updated <= now ? [remove('updated')] : []),
    ],
    newSlug: story.slug,
    notes: ['It goes out with the next build.'],
  })
}

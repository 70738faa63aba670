// One more entry of a live blog, with the time of now.

import { success } from '../../domain/result.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { named, type PlanEdit, refuse } from '../story-edit.ts'

export const addEntry =
  (headline: string, text: string): PlanEdit =>
  ({ story, now, site }) => {
    if (story.withdrawn !== null)
      return refuse(`${named(story)} is withdrawn: readers do not see its entries`)
    const time = rfc3339(now, site.timezone)
    return success({ fields: [], entry: { time, headline, text }, notes: [] })
  }

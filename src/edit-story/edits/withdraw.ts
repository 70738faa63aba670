// Takes a story back: its address then says when and why.

import { stateAt } from '../../domain/lifecycle.ts'
import { success } from '../../domain/result.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { named, type PlanEdit, refuse } from '../story-edit.ts'

export const withdraw =
  (reason: string): PlanEdit =>
  ({ story, now, site }) => {
    const state = stateAt(story, now)
    if (story.withdrawn !== null)
      return refuse(
        `${named(story)} is withdrawn already, as of ${rfc3339(story.withdrawn.date, site.timezone)}`,
      )
    if (state !== 'live')
      return refuse(
        `${named(story)} is ${state === 'draft' ? 'a draft' : 'held for later'}: readers have not seen it; delete its file, or let it be a draft`,
      )
    const value = { date: rfc3339(now, site.timezone), reason }
    return success({
      fields: [{ kind: 'set', field: 'withdrawn', value }],
      notes: [`Leave the file where it is: ${story.url} says when and why from the next build on.`],
    })
  }

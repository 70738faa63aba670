// Takes a story back: its address then says when and why.

import type { Instant } from '../../domain/instant.ts'
import { stateAt } from '../../domain/lifecycle.ts'
import { success } from '../../domain/result.ts'
import type { Story } from '../../domain/story.ts'
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
        `${named(story)} is ${state === 'draft' ? 'a draft' : 'held for later'}: where readers have never had it, delete its file, or leave it a draft; where they have, first take out ${fieldsThatHide(story, now)}`,
      )
    const value = { date: rfc3339(now, site.timezone), reason }
    return success({
      fields: [{ kind: 'set', field: 'withdrawn', value }],
      notes: [`Leave the file where it is: ${story.url} says when and why from the next build on.`],
    })
  }

const fieldsThatHide = ({ draft, embargo, date }: Story, now: Instant): string =>
  [
    ...(draft ? ['“draft: true”'] : []),
    ...(embargo !== null && embargo > now ? ['the embargo'] : []),
    ...(date > now ? ['the date of later'] : []),
  ].join(' and ')

// Holds a story for later.

import type { Instant } from '../../domain/instant.ts'
import { stateAt } from '../../domain/lifecycle.ts'
import { success } from '../../domain/result.ts'
import type { Story } from '../../domain/story.ts'
import { parseInstant } from '../../time/parse-instant.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { type EditedStory, named, type PlanEdit, refuse } from '../story-edit.ts'

/** `isUnpublished`: whether somebody says that no build has published it, though its time has come. */
export const hold =
  (until: string, isUnpublished: boolean): PlanEdit =>
  edited => {
    const { story, now, site } = edited
    const time = parseInstant(until, site.timezone, story.day)
    if (!time.ok) return refuse(`--until is “${until}”: ${time.fault.message}; ${time.fault.hint}`, 'call')
    if (time.value <= now)
      return refuse(`--until is ${until}, which has passed: it is ${rfc3339(now, site.timezone)}`, 'call')
    if (story.withdrawn !== null) return refuse(`${named(story)} is withdrawn: nothing of it is left to hold`)
    if (stateAt(story, now) === 'live' && !isUnpublished) return refuse(isLive(story))
    return success({
      fields: [{ kind: 'set', field: 'embargo', value: until.trim() }],
      notes: notesOn(edited, time.value),
    })
  }

const notesOn = ({ story, site }: EditedStory, until: Instant): readonly string[] => {
  const later = rfc3339(story.date, site.timezone)
  if (story.draft)
    return ['It is a draft, and stays one: it comes by itself only without the line “draft: true”.']
  if (story.date > until) return [`It comes at ${later}, as its date is later still.`]
  return story.date < until
    ? [
        `Its date stays: readers would see ${later} as its time. If it is to show the time at which it comes, write date: ${rfc3339(until, site.timezone)} as well.`,
      ]
    : []
}

const isLive = (story: Story): string =>
  `${named(story)} is live: held now, its address would lead nowhere, and the next build would keep it as readers have it. To take it back:
  npm run withdraw -- ${story.file} --reason="…"
If no build has published it yet, say so with --unpublished.`

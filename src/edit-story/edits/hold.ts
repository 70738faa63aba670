// Holds a story for later.

import { stateAt } from '../../domain/lifecycle.ts'
import { success } from '../../domain/result.ts'
import { parseInstant } from '../../time/parse-instant.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { type EditedStory, named, type PlanEdit, refuse } from '../story-edit.ts'

export const hold =
  (until: string): PlanEdit =>
  edited => {
    const { story, now, site } = edited
    const time = parseInstant(until, site.timezone, story.day)
    if (!time.ok) return refuse(`--until is “${until}”: ${time.fault.message}; ${time.fault.hint}`, 'call')
    if (time.value <= now)
      return refuse(`--until is ${until}, which has passed: it is ${rfc3339(now, site.timezone)}`, 'call')
    if (story.withdrawn !== null) return refuse(`${named(story)} is withdrawn: nothing of it is left to hold`)
    return success({
      fields: [{ kind: 'set', field: 'embargo', value: until.trim() }],
      notes: notesOn(edited, time.value),
    })
  }

const notesOn = ({ story, now, site }: EditedStory, until: number): readonly string[] => {
  const later = rfc3339(story.date, site.timezone)
  if (story.draft)
    return ['It is a draft, and stays one: it comes by itself only without the line “draft: true”.']
  return [
    ...(story.date > until ? [`It comes at ${later}, as its date is later still.`] : []),
    ...(stateAt(story, now) === 'live'
      ? [
          'If readers have it already, it stays with them as it is, and the next build says so: to take it back, npm run withdraw.',
        ]
      : []),
  ]
}

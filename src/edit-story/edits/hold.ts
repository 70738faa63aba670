// Holds a story for later.

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

const notesOn = ({ story, site }: EditedStory, until: number): readonly string[] => {
  const later = rfc3339(story.date, site.timezone)
  if (story.draft)
    return ['It is a draft, and stays one: it comes by itself only without the line “draft: true”.']
  return story.date > until ? [`It comes at ${later}, as its date is later still.`] : []
}

const isLive = (story: Story): string =>
  `${named(story)} is live: held now, its address would lead nowhere, and the next build would keep it as readers have it. To take it back:
  npm run withdraw -- ${story.file} --reason="…"
If no build has published it yet, say so with --unpublished.`

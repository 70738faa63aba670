// A live story was edited: its update or its correction says so.

import { stateAt } from '../../domain/lifecycle.ts'
import { success } from '../../domain/result.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import type { FieldEdit } from '../propose-splices.ts'
import { type EditedStory, named, type PlanEdit, refuse } from '../story-edit.ts'

/** `text`: of the note that readers see. */
export const correct =
  (text: string): PlanEdit =>
  edited => {
    const why = whyNobodyKnows(edited)
    if (why !== null) return refuse(why)
    const correction = { date: timeOf(edited), text }
    return success({
      fields: [{ kind: 'append', field: 'corrections', value: correction }, ...newer(edited)],
      notes: ['Correct the text as well, if you have not: this is the note that says so.'],
    })
  }

export const update: PlanEdit = edited => {
  const why = whyNobodyKnows(edited)
  if (why !== null) return refuse(why)
  const { story, site } = edited
  if (story.updated !== null && story.updated >= edited.now)
    return refuse(`${named(story)} is updated at ${rfc3339(story.updated, site.timezone)} already`)
  return success({ fields: newer(edited), notes: [] })
}

const timeOf = ({ now, site }: EditedStory): string => rfc3339(now, site.timezone)

/** What was minor about the edit before is not of this one. */
const newer = (edited: EditedStory): readonly FieldEdit[] => {
  const { story, now } = edited
  const isNewer = story.updated === null || story.updated < now
  return [
    ...(isNewer ? [{ kind: 'set', field: 'updated', value: timeOf(edited) } as const] : []),
    ...(story.minor === undefined ? [] : [{ kind: 'remove', field: 'minor' } as const]),
  ]
}

const whyNobodyKnows = ({ story, now, site }: EditedStory): string | null => {
  const state = stateAt(story, now)
  if (state === 'live') return null
  if (state === 'withdrawn' && story.withdrawn)
    return `${named(story)} was withdrawn at ${rfc3339(story.withdrawn.date, site.timezone)}: readers do not see its text`
  return `${named(story)} is ${state === 'draft' ? 'a draft' : 'held for later'}: readers have not seen it, so edit its text and say nothing`
}

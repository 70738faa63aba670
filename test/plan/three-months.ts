// A desk that has published stories of three months, in two sections, with neighbours on all sides.

import type { Reason } from '../../src/pages/planned-page.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { Files } from '../rig/site-folder.ts'
import { at, storyAt } from '../rig/small-newsroom.ts'
import { createPublishSequence, type PublishSequence } from './publish-sequence.ts'

export const now = at('2024-11-10T00:00:00Z')

/** "morning-10-14" in world and "evening-10-14" in sport: on three days of each month. */
export const archive: Files = Object.assign(
  {},
  ...['08', '09', '10'].flatMap(month =>
    ['05', '14', '23'].flatMap(day => [
      storyAt(`2024-${month}-${day}T08:00:00+05:30`, `morning-${month}-${day}`, { tags: '[nato]' }),
      storyAt(`2024-${month}-${day}T20:00:00+05:30`, `evening-${month}-${day}`, {
        section: 'sport',
        tags: '[cup-final]',
        authors: '[tom-field]',
      }),
    ]),
  ),
)

export const fileOf = (name: string) => {
  const file = Object.keys(archive).find(each => each.endsWith(`/${name}.md`))
  if (!file) throw new Error(`there is no ${name}`)
  return file
}

export const createFullSequence = (): PublishSequence => {
  const sequence = createPublishSequence()
  sequence.publish(archive, now)
  return sequence
}

export const whyOf = (plan: Plan): Readonly<Record<string, readonly Reason[]>> =>
  Object.fromEntries(plan.pages.map(({ url, reasons }) => [url, reasons]))

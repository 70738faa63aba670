// Instants within a day and a half of clocks that were changed, where a form that is only nearly right is wrong.

import fc from 'fast-check'
import type { Instant } from '../../src/domain/instant.ts'
import { at } from '../rig/small-newsroom.ts'

const changes = [
  at('2024-10-27T01:00:00Z'), // Europe/Berlin
  at('2024-11-03T06:00:00Z'), // America/New_York
  at('2024-04-06T15:00:00Z'), // Australia/Lord_Howe, by half an hour
  at('2006-10-29T02:31:00Z'), // America/St_Johns, a minute after midnight
  at('2011-12-30T10:00:00Z'), // Pacific/Apia, by a whole day
  at('1972-01-07T00:44:30Z'), // Africa/Monrovia, by 44 minutes and 30 seconds
  at('1945-10-14T17:30:00Z'), // Asia/Kolkata
]

export const aroundChanges = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -130_000, max: 130_000 }))
  .map(([change, seconds]) => (change + seconds * 1000) as Instant)

// The days next to a day that have stories.

import type { Archive } from '../archive/create-archive.ts'
import { monthsBeside } from '../archive/month-index.ts'
import { type Day, monthOf } from '../domain/instant.ts'

export const daysBeside = (day: Day, { days }: Archive): { older: Day | null; newer: Day | null } => {
  const month = monthOf(day)
  const neighbours = monthsBeside(days.months, month)
  const near = [neighbours.newer, month, neighbours.older].flatMap(other =>
    other === null ? [] : days.inMonth(other),
  )
  return {
    older: near.find(other => other < day) ?? null,
    newer: near.findLast(other => other > day) ?? null,
  }
}

// Measures what no build can do without, over Dateline's site: the floors of Dateline.

import type { Cost, Meter } from './measure/cost.ts'
import { floorsOf } from './measure/floors.ts'
import type { SizeResult } from './report/bench-result.ts'
import { medianCost } from './report/statistics.ts'
import type { ContestantSite } from './rounds.ts'

export const measureFloors = async (
  { contestant, root }: ContestantSite,
  meter: Meter,
  runs: number,
): Promise<SizeResult['floors']> => {
  const floors = floorsOf(root, contestant.output)
  const measured = floors.map(floor => ({ floor, costs: [] as Cost[], reason: null as string | null }))
  for (let run = 0; run < runs; run += 1) {
    for (const state of measured) {
      const cost = await meter.measure(state.floor.command)
      state.floor.clean()
      if (cost.ok) state.costs.push(cost.value)
      else state.reason = cost.fault
    }
  }
  return measured.map(({ floor, costs, reason }) => ({
    name: floor.name,
    measurement: reason === null ? { cost: medianCost(costs) } : { reason },
  }))
}

// What stands in the published folder beside the places of a plan.

import { type Output, outputKey } from '../store/output.ts'
import type { Store } from '../store/store.ts'
import { rowsOf } from '../store/stored-tables.ts'
import type { Neighbourhood } from './find-conflicts.ts'
import type { Plan } from './plan.ts'
import type { UnplannedBuild } from './planned-build.ts'

/** What `findConflicts` asks of the published site. */
export const neighbourhoodOf = async (
  plan: Plan,
  { newsroom, tables }: Pick<UnplannedBuild, 'newsroom' | 'tables'>,
  store: Store | null,
): Promise<Neighbourhood> => {
  const published = (output: string) => tables.get('outputs', outputKey(output))
  const below = new Map<string, Output>()
  const odd = [...plan.pages.map(({ output }) => output), ...plan.copies.map(({ to }) => to)].filter(
    output => !output.endsWith('/index.html') && published(output) === undefined,
  )
  if (store !== null) {
    for (const key of odd.map(outputKey)) {
      for await (const [, row] of rowsOf(store, 'outputs', `${key}/`)) {
        below.set(key, row)
        break
      }
    }
  }
  return {
    elsewhere: newsroom.site.elsewhere,
    plainPages: newsroom.plainPages,
    published,
    publishedBelow: output => below.get(outputKey(output)),
  }
}

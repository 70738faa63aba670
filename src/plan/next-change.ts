// The next instant at which the site changes by the clock alone: a story falls due, or a page changes by itself.

import type { Instant } from '../domain/instant.ts'
import type { PageContext } from '../pages/page-kind.ts'
import { pageKinds } from '../pages/page-kinds.ts'
import type { Tables } from '../store/tables.ts'

/** `context`: of the last publish. Null when nothing changes. */
export const nextChangeAfter = (tables: Tables, context: PageContext): Instant | null => {
  const due = [tables.get('due', 'due')?.[0]?.at, ...pageKinds.map(kind => kind.nextChange(context))]
  const instants = due.filter(at => at != null)
  return instants.length === 0 ? null : (Math.min(...instants) as Instant)
}

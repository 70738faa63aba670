// What a progress line says while something goes on.

import type { SiteEvent } from '../domain/event.ts'
import { unreachable } from '../domain/unreachable.ts'

/** Null for what is over as soon as it happens. */
export const stageOf = (event: SiteEvent): string | null => {
  switch (event.type) {
    case 'reading':
      return 'reading stories'
    case 'encoding':
      return `encoding ${event.all} new pictures, each only once: ${event.done} done`
    case 'rendering':
      return event.done === 0
        ? `rendering ${event.all} pages`
        : `rendering ${event.all} pages: ${event.done} done`
    case 'compressing':
      return 'compressing'
    case 'publishing':
      return 'publishing'
    case 'indexing':
      return `indexing ${event.bundle}: ${event.done} of ${event.all} stories`
    case 'announced':
    case 'announcement-failed':
    case 'announcements-skipped':
      return null
    default:
      return unreachable(event)
  }
}

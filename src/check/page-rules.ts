// What pages are held against, made once for all of them.

import type { Newsroom } from '../domain/newsroom.ts'
import type { Terms } from '../domain/viewpoint.ts'
import type { Tables } from '../store/tables.ts'
import { createLeakCheck } from './check-leaks.ts'
import type { PageRules } from './check-page.ts'
import type { Sign } from './leak-signs.ts'
import { createFindStory } from './told/true-stories.ts'

/** `signs`: of the stories that may not be seen. */
export const createPageRules = (
  newsroom: Newsroom,
  tables: Tables,
  terms: Terms,
  signs: readonly Sign[],
): PageRules => ({
  zone: terms.timezone,
  // Editors see what is still to come.
  now: terms.audience === 'editors' ? null : terms.now,
  origin: newsroom.site.url,
  hub: newsroom.site.feeds.hub,
  weight: newsroom.site.weight,
  styles: new Set(tables.get('lists', 'styles')),
  findLeaks: createLeakCheck(signs),
  findStory: createFindStory(tables, terms, newsroom),
})

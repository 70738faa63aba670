// The rules that pages are checked against, made once for all of them.

import type { Newsroom } from '../domain/newsroom.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { Tables } from '../store/tables.ts'
import { createFindStory } from './agreement/find-story.ts'
import type { PageRules } from './check-page.ts'
import type { HiddenText } from './leaks/hidden-texts.ts'
import { createLeakCheck } from './leaks/leak-check.ts'

/** `hiddenTexts`: of the stories that may not be seen. */
export const createPageRules = (
  newsroom: Newsroom,
  tables: Tables,
  viewpoint: Viewpoint,
  hiddenTexts: readonly HiddenText[],
): PageRules => ({
  zone: viewpoint.timezone,
  // Editors see what is still to come.
  now: viewpoint.audience.showsHeld ? null : viewpoint.now,
  origin: newsroom.site.url,
  elsewhere: newsroom.site.elsewhere,
  hub: newsroom.site.feeds.hub,
  weight: newsroom.site.weight,
  styles: new Set(tables.get('lists', 'styles')),
  checkLeaks: createLeakCheck(hiddenTexts),
  findStory: createFindStory(tables, viewpoint, newsroom),
})

// Who a build is for, and where it goes.

import { join } from 'node:path'
import { type Audience, editors, readers } from '../domain/audience.ts'

export type Edition = {
  readonly audience: Audience
  /** What is remembered from build to build, relative to the site's root. */
  readonly state: string
  /** Where the pages stand, relative to the site's root. */
  readonly published: string
}

export const forReaders: Edition = { audience: readers, state: '.dateline', published: '_site' }

/** Apart from the readers', so that a preview and a build can run at the same time. */
export const forEditors: Edition = {
  audience: editors,
  state: '.dateline/preview',
  published: '.dateline/preview/site',
}

/** Rendered files wait here until all of them are checked. Relative to the site's root. */
export const stagingOf = ({ state }: Edition): string => join(state, 'staging')

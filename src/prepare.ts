// A plan with its layouts: what rendering takes. A build, plain Eleventy and the preview all begin here.

import type { Instant } from './domain/instant.ts'
import type { Audience } from './domain/lifecycle.ts'
import type { Problem } from './domain/problem.ts'
import { type Result, success } from './domain/result.ts'
import { type Planned, planNewsroom } from './plan-newsroom.ts'
import { readLayouts } from './read/read-layouts.ts'
import { type Layouts, minifyLayouts } from './render/minify-layouts.ts'

export type Prepared = Planned & { readonly layouts: Layouts }

/** Throws when a layout is broken. */
export const prepare = async (
  root: string,
  now: Instant,
  audience: Audience = 'readers',
): Promise<Result<Prepared, readonly Problem[]>> => {
  const planned = planNewsroom(root, now, audience)
  return planned.ok ? success({ ...planned.value, layouts: await minifyLayouts(readLayouts(root)) }) : planned
}

// What Eleventy needs to render a plan.

import type { PlainPage, SiteData } from '../domain/newsroom.ts'
import type { Plan } from '../plan/plan-site.ts'
import type { Layouts } from '../render/minify-layouts.ts'

export type RenderJob = {
  readonly plan: Plan
  readonly siteData: SiteData & { readonly plainPages: readonly PlainPage[] }
  readonly layouts: Layouts
}

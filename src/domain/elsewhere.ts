// What else lives at the site's host, such as a shop: links there are let through, and the site publishes nothing there.

import type { Fault } from './problem.ts'

/** "shop/cart.html" → "/shop", where that is one of the areas; null for a path of the site itself. */
export const areaElsewhere = (output: string, areas: readonly string[]): string | null =>
  areas.find(area => output === area.slice(1) || output.startsWith(`${area.slice(1)}/`)) ?? null

/** `name`: what the site would publish there. */
export const takesArea = (name: string, area: string): Fault => ({
  code: 'elsewhere-taken',
  message: `${name} stands below ${area}/, which is elsewhere by _data/site.yaml: readers would never get it`,
  hint: `give it another address, or take ${area}/ out of “elsewhere”`,
})

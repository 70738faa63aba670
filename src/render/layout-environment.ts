// Nunjucks as the layouts meet it: what it prints is escaped, and printing what is not there stops the build.

import nunjucks from 'nunjucks'
import type { Filter } from './filters.ts'
import type { Layouts } from './minify-layouts.ts'

export const createLayoutEnvironment = (
  layouts: Layouts,
  filters: Readonly<Record<string, Filter>>,
): nunjucks.Environment => {
  const fromMemory = {
    getSource: (name: string) => {
      const src = layouts.get(name)
      if (src === undefined) throw new Error(`there is no _includes/${name}`)
      return { src, path: name, noCache: false }
    },
    // Eleventy's watcher looks here; layouts come anew with each plan, so there is nothing to forget.
    pathsToNames: {},
  }
  const environment = new nunjucks.Environment(fromMemory, { autoescape: true, throwOnUndefined: true })
  for (const [name, filter] of Object.entries(filters))
    environment.addFilter(name, filter as (...values: unknown[]) => unknown)
  return environment
}

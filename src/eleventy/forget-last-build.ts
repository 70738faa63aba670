// Eleventy keeps layouts, files and modules for its own watcher to drop; a second build in one process has to drop them too.

import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

type EventBus = { readonly emit: (event: string, ...details: unknown[]) => void }

/** Eleventy does not export its bus, and there is no other way to its caches. */
const loadEventBus = async (): Promise<EventBus> => {
  const main = pathToFileURL(createRequire(import.meta.url).resolve('@11ty/eleventy'))
  const { default: bus } = (await import(new URL('EventBus.js', main).href)) as { default: EventBus }
  return bus
}

/** `changed`: files relative to the site's root that changed since. All layouts are dropped in any case: they hold the last plan. */
export const forgetLastBuild = async (changed: readonly string[]): Promise<void> => {
  const bus = await loadEventBus()
  for (const file of ['.eleventy.js', ...changed]) bus.emit('eleventy.resourceModified', file, [], {})
  bus.emit('eleventy.compileCacheReset')
  bus.emit('eleventy.importCacheReset', changed)
}

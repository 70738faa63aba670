// Eleventy keeps layouts, files and modules for its own watcher to drop; a second build in one process has to drop them too.

// Eleventy does not export its bus, and there is no other way to its caches.
import bus from '../../node_modules/@11ty/eleventy/src/EventBus.js'

/** `changed`: files relative to the site's root that changed since. All layouts are dropped in any case: they hold the last plan. */
export const forgetLastBuild = (changed: readonly string[]): void => {
  for (const file of ['.eleventy.js', ...changed]) bus.emit('eleventy.resourceModified', file, [], {})
  bus.emit('eleventy.compileCacheReset')
  bus.emit('eleventy.importCacheReset', changed)
}

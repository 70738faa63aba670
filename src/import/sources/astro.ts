// An Astro site: collections of markdown and MDX, shown by pages that are programs, which the import does not run.

import { type Archive, hasFile } from './archive.ts'
import type { ArchiveSource } from './archive-source.ts'
import { readAstroSite } from './astro/astro-site.ts'
import { astroStory } from './astro/astro-story.ts'
import { eleventy } from './eleventy.ts'
import { entriesOfFolder } from './folder-site.ts'
import { noSettings } from './old-settings.ts'

export const astro: ArchiveSource = {
  ...eleventy,
  name: 'an Astro site',
  detect: archive => (hasFile(archive, /^astro\.config\.[cm]?[jt]s$/) ? 'certain' : 'no'),
  entries: archive => {
    const site = readAstroSite(archive)
    return entriesOfFolder(archive, (file, front) => astroStory(site, file, front))
  },
  settings: (archive: Archive) => {
    const { file, origin, basePath, routes } = readAstroSite(archive)
    const addresses = [
      ...(basePath === '' ? [] : [`old addresses begin with ${basePath}`]),
      ...[...routes].map(([collection, route]) => `those of ${collection} begin with ${route}`),
    ]
    return { ...noSettings, file, origin, addresses }
  },
  // As JavaScript does.
  dayOrder: 'month first',
  // Double braces are JSX here.
  tags: [],
}

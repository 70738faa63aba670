// Which kind of archive it is: the first that is certain, else the first that is likely.

import type { Archive } from './archive.ts'
import type { ArchiveSource } from './archive-source.ts'
import { astro } from './astro.ts'
import { eleventy } from './eleventy.ts'
import { feeds } from './feeds.ts'
import { ghost } from './ghost.ts'
import { hugo } from './hugo.ts'
import { jekyll } from './jekyll.ts'
import { plainFolder } from './plain-folder.ts'
import { wordpress } from './wordpress.ts'
import { zola } from './zola.ts'

/** Two may be certain of one archive: an Eleventy site often began as one of the others. */
export const knownSources: readonly ArchiveSource[] = [
  wordpress,
  ghost,
  astro,
  eleventy,
  zola,
  hugo,
  jekyll,
  feeds,
  plainFolder,
]

export const detectSource = (archive: Archive, sources: readonly ArchiveSource[]): ArchiveSource => {
  const certainties = sources.map(source => ({ source, certainty: source.detect(archive) }))
  const found =
    certainties.find(({ certainty }) => certainty === 'certain') ??
    certainties.find(({ certainty }) => certainty === 'likely')
  return found?.source ?? plainFolder
}

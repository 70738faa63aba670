// A link to the original of a picture publishes that file: one that cannot be looked through stays out.

import { errorAt, type Location, type Problem } from '../../domain/problem.ts'
import { originalOf } from '../../pictures/picture-outputs.ts'
import type { MediaDisk } from '../../read/media-disk.ts'

/** `links`: paths on this site, with their #. */
export const findUnpublishableOriginals = (
  links: readonly string[],
  { faultOfOriginal }: MediaDisk,
  locationOf: (words: string) => Location,
): readonly Problem[] =>
  links.flatMap(link => {
    const path = link.replace(/[?#].*$/s, '')
    const file = originalOf(path)
    const fault = file === null ? null : faultOfOriginal(file)
    return fault === null ? [] : [errorAt(locationOf(path), fault)]
  })

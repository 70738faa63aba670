// Static files where something else answers, by `elsewhere` in _data/site.yaml.

import { areaElsewhere, takesArea } from '../../domain/elsewhere.ts'
import type { Site } from '../../domain/newsroom.ts'
import { errorAt, locationOfFile, type Problem } from '../../domain/problem.ts'
import { pathInStatic } from '../../domain/site-paths.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'

/** One problem for each area, however many files stand there. */
export const findTakenAreas = (
  { staticFiles }: Pick<NewsroomFiles, 'staticFiles'>,
  { elsewhere }: Pick<Site, 'elsewhere'>,
): readonly Problem[] => {
  if (elsewhere.length === 0) return []
  const taken = new Map<string, string[]>()
  for (const file of staticFiles) {
    const area = areaElsewhere(pathInStatic(file), elsewhere)
    if (area !== null) taken.set(area, [...(taken.get(area) ?? []), file])
  }
  return [...taken].map(([area, [first = '', ...others]]) => {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`
    return errorAt(locationOfFile(first), takesArea(`the file ${pathInStatic(first)}${more}`, area))
  })
}

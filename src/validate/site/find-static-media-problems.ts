// Files of content/static/ are published without what cameras and programs noted in them. Where that cannot be done, it is a problem.

import { errorAt, locationOfFile, type Problem } from '../../domain/problem.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'

export const findStaticMediaProblems = ({
  staticFiles,
  publishedMediaOf,
}: NewsroomFiles): readonly Problem[] =>
  staticFiles.flatMap((file): readonly Problem[] => {
    const published = publishedMediaOf(file)
    const location = locationOfFile(file)
    return 'code' in published
      ? [errorAt(location, published)]
      : published.warnings.map(warning => ({ ...errorAt(location, warning), severity: 'warning' }))
  })

// The files in which editors say what stands where, bulletins and fronts: each by itself.

import type { Day } from '../domain/instant.ts'
import type { Curation, SiteData } from '../domain/newsroom.ts'
import type { Problem } from '../domain/problem.ts'
import { failure } from '../domain/result.ts'
import type { NewsroomFiles } from '../read/read-newsroom-files.ts'
import { validateCuration } from './validate-curation.ts'
import { validateFront, type WrittenFront } from './validate-front.ts'
import { withAnError } from './with-an-error.ts'

type CheckedFiles = {
  readonly curations: readonly Curation[]
  readonly fronts: readonly WrittenFront[]
  readonly problems: readonly Problem[]
}

/** `slugsOf`: the slugs of a day's stories. */
export const checkCurated = (
  files: Pick<NewsroomFiles, 'curations' | 'fronts' | 'read'>,
  slugsOf: (day: Day) => readonly string[],
  data: SiteData,
): CheckedFiles => {
  const problems: Problem[] = []
  const curations = files.curations.flatMap((file): readonly Curation[] => {
    const source = files.read(file)
    const checked = source.ok ? validateCuration(source.value, slugsOf, data.site) : failure([source.fault])
    problems.push(...(checked.ok ? checked.value.warnings : withAnError(file, checked.fault)))
    return checked.ok ? [checked.value.curation] : []
  })
  const fronts = files.fronts.flatMap((file): readonly WrittenFront[] => {
    const source = files.read(file)
    const checked = source.ok ? validateFront(source.value, data) : failure([source.fault])
    problems.push(...(checked.ok ? checked.value.warnings : withAnError(file, checked.fault)))
    return checked.ok ? [checked.value] : []
  })
  return { curations, fronts, problems }
}

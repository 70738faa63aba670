// What was wrong with files at a commit already.

import { readRevision, textsAt } from '../changes/read-revision.ts'
import type { SiteData } from '../domain/newsroom.ts'
import type { Problem } from '../domain/problem.ts'
import { success } from '../domain/result.ts'
import { isBulletin, isFront, isStory } from '../domain/site-paths.ts'
import type { SourceFile } from '../read/read-source.ts'
import { findMisplacedFiles } from '../validate/site/find-misplaced-files.ts'
import { findPageProblems } from '../validate/site/find-page-problems.ts'
import { findPrograms } from '../validate/site/find-programs.ts'
import { validateSiteData } from '../validate/site/validate-site-data.ts'
import { createStoryValidator } from '../validate/story/validate-stories.ts'
import { validateCuration } from '../validate/validate-curation.ts'
import { validateFront } from '../validate/validate-front.ts'
import { filesOfThen, isTextBeside } from './files-of-then.ts'
import { siteDataOfThen, siteFilesIn } from './site-data-of-then.ts'

/** The codes of what was wrong with each of these files, of those that are as they were. Empty where git cannot say. */
export const faultsOfThen = async (
  root: string,
  commit: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const revision = await readRevision(root, commit)
  const today = validateSiteData(siteFilesIn(root))
  if (revision === null || !today.ok) return new Map()
  const same = files.filter(file => revision.blobs.has(file) && !revision.differing.has(file))
  const data = await siteDataOfThen(root, revision, today.value)
  const beside = [...revision.differing].filter(isTextBeside)
  const texts = await textsAt(root, revision, [...same, ...beside])
  if (texts === null) return new Map()
  const { lookUp, disk } = filesOfThen(root, revision, texts)
  const read = (file: string) => success({ file, text: texts.get(file) ?? '' })
  const validate = createStoryValidator(data, read, lookUp, disk)
  const faultsIn = (file: string): readonly Problem[] => {
    if (!isStory(file)) return faultsOf(root, data, { file, text: texts.get(file) ?? '' })
    const checked = validate(file)
    return checked.ok ? [] : checked.fault
  }
  return new Map(
    same.filter(file => texts.has(file)).map(file => [file, faultsIn(file).map(({ code }) => code)]),
  )
}

/** Of a bulletin or a page, by itself. */
export const faultsOf = (root: string, data: SiteData, source: SourceFile): readonly Problem[] => {
  if (isBulletin(source.file)) {
    const checked = validateCuration(source, () => [], data.site)
    return checked.ok ? [] : checked.fault
  }
  if (isFront(source.file)) {
    const checked = validateFront(source, data)
    return checked.ok ? [] : checked.fault
  }
  const files = { ...siteFilesIn(root), otherMarkdown: [source] }
  return [...findMisplacedFiles(files), ...findPrograms(files), ...findPageProblems(files)]
}

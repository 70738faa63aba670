// The basis of all pages besides content and layouts: the engine, .eleventy.js, dependencies, the site's other data, rules of time zones.

import { isEngine, isInData, isSiteData, redirectsFile, siteFiles } from '../domain/site-paths.ts'
import type { FolderMarks } from '../store/file-mark.ts'
import { digestOf } from '../system/digest.ts'

/** Files that any page could depend on. */
export const isOfBasis = (file: string): boolean =>
  !isSiteData(file) &&
  file !== redirectsFile &&
  (isInData(file) || isEngine(file) || siteFiles.includes(file))

/** Time zones, names of months and letter rules come with Node. */
export const versionsNow = [process.versions.tz, process.versions.icu, process.versions.unicode].join(' ')

/** `marks`: of all input files; `modules`: what `modulesOf` gives. */
export const basisOf = (marks: ReadonlyMap<string, FolderMarks | null>, modules: string): string => {
  const files = [...marks].flatMap(([folder, names]) =>
    Object.entries(names ?? {})
      .map(([name, { digest }]) => ({ file: folder === '' ? name : `${folder}/${name}`, digest }))
      .filter(({ file }) => isOfBasis(file)),
  )
  return digestOf([...files.map(({ file, digest }) => `${file} ${digest}`).sort(), modules].join('\n'))
}

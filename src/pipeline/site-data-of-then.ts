// The site data of a commit, under which its stories were right or wrong.

import { type Revision, textsAt } from '../changes/read-revision.ts'
import { namesFiles } from '../domain/listing.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { dataFiles, folderOf, isInData, namesFileOf, stringsFolder } from '../domain/site-paths.ts'
import { type NewsroomFiles, newsroomFilesOf } from '../read/read-newsroom-files.ts'
import type { SourceFile } from '../read/read-source.ts'
import { validateSiteData } from '../validate/site/validate-site-data.ts'

/** As they stand on the disk, without the archive. */
export const siteFilesIn = (root: string): NewsroomFiles =>
  newsroomFilesOf(root, [], { links: [], specials: [], leftBehind: [] })

/** A section may have had another key. Where it cannot be read as site data, it is taken to be as it is today. */
export const siteDataOfThen = async (
  root: string,
  revision: Revision,
  today: SiteData,
): Promise<SiteData> => {
  const files = [...revision.blobs.keys()].filter(file => isInData(file) && file.endsWith('.yaml'))
  if (!files.some(file => revision.differing.has(file))) return today
  const texts = await textsAt(root, revision, files)
  if (texts === null) return today
  const sourceOf = (file: string): SourceFile | null => {
    const text = texts.get(file)
    return text === undefined ? null : { file, text }
  }
  const then = validateSiteData({
    ...siteFilesIn(root),
    site: sourceOf(dataFiles.site),
    sections: sourceOf(dataFiles.sections),
    people: sourceOf(dataFiles.people),
    names: Object.fromEntries(
      namesFiles.map(name => [name, sourceOf(namesFileOf(name))]),
    ) as NewsroomFiles['names'],
    strings: files
      .filter(file => folderOf(file) === stringsFolder)
      .map(sourceOf)
      .filter(source => source !== null),
  })
  return then.ok ? then.value : today
}

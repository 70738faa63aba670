// What readers have, by the files of a commit: stories, bulletins, fronts and pages that differ from it by now, as their texts of then read.

import { type Revision, readRevision, textsAt } from '../changes/read-revision.ts'
import { readers } from '../domain/audience.ts'
import type { Instant } from '../domain/instant.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { isError } from '../domain/problem.ts'
import { success } from '../domain/result.ts'
import { folderOf, isCurated, isMarkdownPage, isStory, redirectsFile } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import { editTables, noTables } from '../store/tables.ts'
import { validateSiteData } from '../validate/site/validate-site-data.ts'
import { createStoryValidator } from '../validate/story/validate-stories.ts'
import { faultsOf } from './faults-of-then.ts'
import { filesOfThen, isTextBeside } from './files-of-then.ts'
import { readRedirectsIn } from './load-redirects.ts'
import type { Published } from './published.ts'
import { siteDataOfThen, siteFilesIn } from './site-data-of-then.ts'

/**
 * At an instant at which they were published. A text that is not valid any more is none that readers have. Costs the files
 * that differ; all of them where the site's days are others. Null when git cannot say, or the site data of today has problems.
 */
export const publishedInGit = async (
  root: string,
  commit: string,
  now: Instant,
): Promise<Published | null> => {
  const revision = await readRevision(root, commit)
  const today = validateSiteData(siteFilesIn(root))
  if (revision === null || !today.ok) return null
  const data = await siteDataOfThen(root, revision, today.value)
  const files =
    data.site.timezone === today.value.site.timezone ? storiesThatDiffer(revision) : storiesIn(revision)
  const others = [...revision.differing].filter(file => isCurated(file) || isMarkdownPage(file))
  const beside = [...revision.differing].filter(isTextBeside)
  const texts = await textsAt(root, revision, [...files, ...others, ...beside])
  if (texts === null) return null
  const { lookUp, disk } = filesOfThen(root, revision, texts)
  const read = (file: string) => success({ file, text: texts.get(file) ?? '' })
  const validate = createStoryValidator(data, read, lookUp, disk)
  const tables = editTables(noTables)
  const stories: Story[] = []
  for (const file of files.filter(each => texts.has(each))) {
    const checked = validate(file)
    if (!checked.ok) continue
    stories.push(checked.value.story)
    tables.set('stories', file, checked.value.story)
    tables.set('texts', file, checked.value.text)
  }
  const valid = others.filter(file => {
    const text = texts.get(file)
    return text !== undefined && !faultsOf(root, data, { file, text }).some(isError)
  })
  for (const file of valid) tables.set('texts', file, texts.get(file) ?? null)
  tables.set('redirects', 'all', await rowsOfThen(root, revision, data))
  return {
    ...{
      tables,
      isRecord: false,
      data: () => data,
      stories: () => stories,
      pages: valid.filter(isMarkdownPage),
    },
    viewpoint: { now, audience: readers, timezone: data.site.timezone },
    isKnown: file => revision.blobs.has(file),
  }
}

const storiesIn = ({ blobs }: Revision): readonly string[] => [...blobs.keys()].filter(isStory)

/** Also those in the folder of another file that differs: they may show it. */
const storiesThatDiffer = (revision: Revision): readonly string[] => {
  const { differing } = revision
  const folders = new Set([...differing].filter(file => !isStory(file)).map(folderOf))
  if (folders.size === 0) return [...differing].filter(isStory)
  return storiesIn(revision).filter(file => differing.has(file) || folders.has(folderOf(file)))
}

/** As they are where they differ by nothing, and where they could not be read then. */
const rowsOfThen = async (root: string, revision: Revision, { site }: SiteData) => {
  const isOther = revision.differing.has(redirectsFile)
  const texts = isOther ? await textsAt(root, revision, [redirectsFile]) : null
  const text = texts?.get(redirectsFile)
  const source = text === undefined ? siteFilesIn(root).redirects() : success({ file: redirectsFile, text })
  const read = readRedirectsIn({ redirects: () => source }, site.url)
  return read.ok ? (read.value?.redirects ?? null) : null
}

// Links of imported stories to pages that did not come along: how many there are on the site, build by build.
//
// Each month has a row of its stories with such links, so a build counts those of the stories that changed, and of those
// that link to where something came or went: a row in _data/redirects.yaml mends a link, and so does a new page.

import { editMonthly } from '../../archive/index-stories.ts'
import { areaElsewhere } from '../../domain/elsewhere.ts'
import { type Month, monthOf } from '../../domain/instant.ts'
import { isShown, stateAt } from '../../domain/lifecycle.ts'
import type { Site } from '../../domain/newsroom.ts'
import { locationOfFile, type Problem } from '../../domain/problem.ts'
import type { Story } from '../../domain/story.ts'
import type { Viewpoint } from '../../domain/viewpoint.ts'
import { servedPath } from '../../domain/web-address.ts'
import { filesThatLinkTo } from '../../plan/find-linkers.ts'
import type { NowhereChange } from '../../plan/planned-build.ts'
import { type ListedNowhere, newestFirst } from '../../store/listed.ts'
import { outputKey, outputPathOf } from '../../store/output.ts'
import type { EditedTables, Tables } from '../../store/tables.ts'

type Counting = {
  /** As they will be, with the outputs; and as the last publish left them, null for a full build. */
  readonly tables: EditedTables
  readonly before: Tables | null
  readonly changes: readonly NowhereChange[]
  readonly site: Pick<Site, 'elsewhere'>
  readonly viewpoint: Viewpoint
}

/** Edits the rows, and gives the warning of all that lead nowhere now. */
export const countNowhere = (counting: Counting): readonly Problem[] => {
  const { tables, before, changes } = counting
  const monthOfFile = new Map(changes.map(({ file, month }) => [file, month]))
  for (const file of before === null ? [] : filesThatLinkTo(changedOutputs(before, tables), tables)) {
    const story = tables.get('stories', file)
    if (story?.imported && !monthOfFile.has(file)) monthOfFile.set(file, monthOf(story.day))
  }
  const edits = new Map<Month, { out: Set<string>; in: ListedNowhere[] }>()
  const editOf = (month: Month) => {
    const edit = edits.get(month) ?? { out: new Set<string>(), in: [] }
    edits.set(month, edit)
    return edit
  }
  for (const [file, month] of monthOfFile) {
    if (month !== null) editOf(month).out.add(file)
    const row = rowOf(tables.get('stories', file), counting)
    if (row !== null) editOf(monthOf(row.day)).in.push(row)
  }
  editMonthly(tables, 'nowhere', edits, newestFirst, countOf)
  return warningOf(tables)
}

const countOf = (rows: readonly ListedNowhere[]): number => rows.reduce((sum, { links }) => sum + links, 0)

/** Output paths where something came or went, or is another kind of thing. */
const changedOutputs = (before: Tables, after: EditedTables): readonly string[] =>
  [...(after.edits.get('outputs')?.keys() ?? [])].flatMap(key => {
    const [old, now] = [before.get('outputs', key), after.get('outputs', key)]
    return old?.path === now?.path ? [] : [old, now].flatMap(output => output?.path ?? [])
  })

/** Null for a story all of whose links lead somewhere, or that readers do not see. */
const rowOf = (story: Story | undefined, { tables, site, viewpoint }: Counting): ListedNowhere | null => {
  if (!story?.imported || !isShown(stateAt(story, viewpoint.now), viewpoint.audience)) return null
  const isThere = (path: string) => {
    const output = outputPathOf(servedPath(path))
    return (
      areaElsewhere(output, site.elsewhere) !== null ||
      tables.get('outputs', outputKey(output))?.path === output
    )
  }
  const links = story.imported.nowhere.filter(path => !isThere(path)).length
  const { file, date, day } = story
  return links === 0 ? null : { file, date, day, links }
}

const warningOf = (tables: Tables): readonly Problem[] => {
  const months = tables.get('months', 'nowhere') ?? []
  const links = months.reduce((sum, { count }) => sum + count, 0)
  const [newest] = tables.get('nowhere', months[0]?.month ?? '') ?? []
  if (newest === undefined) return []
  const count = links === 1 ? '1 link of imported stories leads' : `${links} links of imported stories lead`
  return [
    {
      code: 'links-nowhere',
      severity: 'warning',
      message: `${count} nowhere, as their pages did not come along; the newest story with such a link is this one`,
      hint: 'import-report.md lists them: say in _data/redirects.yaml where an address leads, name in _data/site.yaml what is elsewhere, or take the links out',
      location: locationOfFile(newest.file),
    },
  ]
}

// Which pages a publish renders and which it removes: those that the changed stories stand on, if they come out different.
//
// For each story that changed, as it was and as it is, every page kind names the pages that may change. So do
// a change of the clock (`nextChange`), of a curation (`pagesOfDay`) and of long runs of stories
// (`pagesBetween`). Their data is drawn. A page whose data and layout have the digests of the last publish is
// left alone; one that has no data any more is removed; the others are rendered, each with its reasons.
//
// The layout's digest covers the layout with all that it draws in, the facts about the site, and the engine:
// a change of one layout makes only the pages of its kinds again. `npm run build -- --dry-run` prints the
// plan, `npm run why` which stories stand on a page.

import type { RedirectChange } from '../archive/index-redirects.ts'
import type { StoryChange } from '../archive/index-stories.ts'
import type { ChangedFront } from '../domain/front.ts'
import type { Day } from '../domain/instant.ts'
import { redirectsFile } from '../domain/site-paths.ts'
import type { Page, PageContext, PageKind } from '../pages/page-kind.ts'
import type { PlannedPage, Reason } from '../pages/planned-page.ts'
import { type Output, outputPathOf, type PageOutput } from '../store/output.ts'
import { digestOf } from '../system/digest.ts'
import type { PlannedRemoval } from './plan.ts'

export type PublishedPage = Output & { readonly made: PageOutput }

export type PageChanges = {
  readonly stories: readonly StoryChange[]
  readonly curations: readonly { readonly day: Day; readonly file: string }[]
  readonly fronts: readonly ChangedFront[]
  readonly redirects: readonly RedirectChange[]
  /** Published pages to look at again though no story on them changed. */
  readonly others: readonly { readonly page: PublishedPage; readonly reason: Reason | null }[]
}

export type PagePlanning = {
  readonly kinds: readonly PageKind[]
  readonly changes: PageChanges
  /** The site as it was last published; null to plan every page that stands. */
  readonly before: PageContext | null
  readonly after: PageContext
  /** What is published at an output path. */
  readonly published: (output: string) => Output | undefined
  /** Digest of all that a page of the kind shows besides its data. */
  readonly layoutDigestOf: (kind: PageKind) => string
}

export type PlannedPages = {
  readonly pages: readonly PlannedPage[]
  /** Pages that are no more; something else may come to their places. */
  readonly removals: readonly PlannedRemoval[]
}

/** Pure. Two kinds may plan one address: `findConflicts` reports that. */
export const planPages = (planning: PagePlanning): PlannedPages => {
  const { kinds, after, published, layoutDigestOf } = planning
  const layoutDigests = new Map(kinds.map(kind => [kind.name, layoutDigestOf(kind)]))
  const pages: PlannedPage[] = []
  // Of kinds, or of listings, that there are no more.
  const removals: PlannedRemoval[] = planning.changes.others
    .filter(({ page: { made } }) => !kinds.some(kind => kind.name === made.kind && kind.knows(made.key)))
    .map(({ page }) => ({ output: page.path, reasons: [restyled] }))
  for (const { page, reasons, stands } of findCandidates(planning).values()) {
    const output = outputPathOf(page.url)
    const row = published(output)
    const known = row?.made.by === 'page' && row.made.kind === page.kind ? row.made : null
    const layoutDigest = layoutDigests.get(page.kind) ?? ''
    const isForced = reasons.some(({ because }) => because === 'link' || because === 'missing')
    // Data is only drawn where it decides: a first build draws none here.
    if (!stands || (known?.layoutDigest === layoutDigest && !isForced)) {
      const data = page.dataIn(after)
      if (data === null) {
        if (known) removals.push({ output, reasons: reasons.length === 0 ? madeAnew : reasons })
        continue
      }
      if (known?.layoutDigest === layoutDigest && isSame(known, page, data) && !isForced) continue
    }
    const { kind, url, layout, file, key } = page
    pages.push({
      kind,
      url,
      output,
      layout,
      file,
      key,
      layoutDigest: layoutDigest,
      reasons: whyOf(reasons, row, known, layoutDigest),
    })
  }
  return { pages: pages.sort((one, other) => (one.url < other.url ? -1 : 1)), removals }
}

/** A page that looks as it did may be made of something else: of a story whose file has another name. */
const isSame = (known: PageOutput, page: Page, data: object): boolean =>
  known.dataDigest === digestOfData(data) && JSON.stringify(known.key) === JSON.stringify(page.key)

/** What tells two versions of a page's data apart. */
export const digestOfData = (data: object): string => digestOf(JSON.stringify(data))

const nameOf = ({ kind, url }: Page): string => `${kind} ${url}`

/** A page that may have changed. `stands`: it is there now, whatever was before. */
type Candidate = { page: Page; readonly reasons: Reason[]; stands: boolean }

const findCandidates = ({ kinds, changes, before, after }: PagePlanning): ReadonlyMap<string, Candidate> => {
  const candidates = new Map<string, Candidate>()
  const note = (pages: readonly Page[], reason: Reason | null, stands: boolean) => {
    for (const page of pages) {
      const name = nameOf(page)
      const known = candidates.get(name)
      if (!known) candidates.set(name, { page, reasons: reason ? [reason] : [], stands })
      else {
        // Another story may have taken the address over.
        if (stands && !known.stands) known.page = page
        known.stands ||= stands
        if (reason && known.reasons.length < mostReasons && !known.reasons.includes(reason))
          known.reasons.push(reason)
      }
    }
  }
  const noteNew = (pages: readonly Page[], reason: Reason) =>
    note(
      pages.filter(page => !candidates.has(nameOf(page))),
      reason,
      false,
    )
  if (before === null) for (const kind of kinds) note(kind.always(after), null, true)
  for (const change of changes.stories) {
    const reason = before === null ? null : reasonOf(change)
    const old = change.before && before?.archive.story(change.file)
    if (before && old) for (const kind of kinds) note(kind.pagesOf(old, before), reason, false)
    const story = change.after && after.archive.story(change.file)
    if (story) for (const kind of kinds) note(kind.pagesOf(story, after), reason, true)
  }
  if (before !== null)
    for (const kind of kinds) {
      if (hasChangedByClock(kind, before, after)) noteNew(kind.always(after), { because: 'clock' })
      noteNew(kind.pagesBetween(before, after, changes.stories), { because: 'moved' })
    }
  for (const { before: old, after: row } of changes.redirects)
    for (const kind of kinds) {
      if (old && before) note(kind.pagesOfRedirect(old, before), ofRedirects, false)
      if (row) note(kind.pagesOfRedirect(row, after), before === null ? null : ofRedirects, true)
    }
  for (const { day, file } of changes.curations)
    for (const kind of kinds) note(kind.pagesOfDay(day), { because: 'curation', file }, false)
  for (const { section, file } of changes.fronts)
    for (const kind of kinds) note(kind.pagesOfFront(section), { because: 'curation', file }, false)
  const kindOf = new Map(kinds.map(kind => [kind.name, kind]))
  for (const { page, reason } of changes.others) {
    const kind = kindOf.get(page.made.kind)
    if (kind?.knows(page.made.key)) note([kind.pageAt(page.made.key)], reason, false)
  }
  return candidates
}

const hasChangedByClock = (kind: PageKind, before: PageContext, after: PageContext): boolean => {
  const next = kind.nextChange(before)
  return next !== null && next <= after.archive.now
}

/** A page that a thousand new stories stand on needs no thousand reasons. */
const mostReasons = 5

const reasonOf = ({ file, before, after }: StoryChange): Reason => {
  const change = before === null ? 'added' : after === null ? 'removed' : before === after ? 'due' : 'edited'
  return { because: 'story', change, file }
}

const ofRedirects: Reason = { because: 'file', file: redirectsFile }
const first: readonly Reason[] = [{ because: 'first' }]
const madeAnew: readonly Reason[] = [{ because: 'full-build' }]
const restyled: Reason = { because: 'layout' }

const whyOf = (
  reasons: readonly Reason[],
  row: Output | undefined,
  known: PageOutput | null,
  layoutDigest: string,
): readonly Reason[] => {
  if (known && known.layoutDigest !== layoutDigest) return [...reasons, restyled]
  if (reasons.length > 0) return reasons
  return row === undefined ? first : madeAnew
}

// How the newsroom stands, as the last publish knows: nothing is read but what it remembers, and which files differ since.

import { outlookAt } from '../archive/outlook.ts'
import { type BuildRequest, findChanges } from '../changes/find-changes.ts'
import type { Instant } from '../domain/instant.ts'
import type { KeptBack } from '../domain/kept-back.ts'
import { contextOf } from '../pages/context-of.ts'
import { nextChangeAfter } from '../plan/next-change.ts'
import { type LastSite, noPublish } from '../store/last-site.ts'
import type { ListedEvent } from '../store/listed.ts'
import { withLastSite } from '../store/site-session.ts'
import { dayOf } from '../time/wire-time.ts'

type NamedStory = { readonly file: string; readonly title: string }

export type Status = {
  /** The instant that the last publish was made for. */
  readonly published: Instant
  readonly timezone: string
  /** Of the site, without a slash at its end. */
  readonly origin: string
  readonly drafts: readonly NamedStory[]
  /** The next one to be released first. */
  readonly held: readonly (NamedStory & { readonly release: Instant })[]
  /** What happened to live and withdrawn stories on the day of `now`, the newest first. */
  readonly today: readonly (NamedStory & { readonly url: string; readonly kind: ListedEvent['type'] })[]
  readonly keptBack: readonly KeptBack[]
  /** Stories that change by the clock, the next first: what has an instant in the past waits for a build. */
  readonly due: readonly (NamedStory & { readonly at: Instant })[]
  readonly nextDue: Instant | null
  /** Files that changed since. */
  readonly changed: readonly string[]
  /** Why the next build makes all pages; null when it does not. */
  readonly fullBuildReason: string | null
}

/** Throws a plain line where nothing was published. */
export const statusOf = (request: BuildRequest): Promise<Status> =>
  withLastSite(request.root, request.edition, ({ lastSite }) => statusIn(lastSite, request))

/** `lastSite`: that of the request's edition, opened. Throws as `statusOf` does. */
export const statusIn = async (lastSite: LastSite, request: BuildRequest): Promise<Status> => {
  const { last, tables } = lastSite
  const context = last && contextOf(tables, last.viewpoint)
  if (last === null || context === null) throw noPublish(lastSite)
  const { timezone, now: published } = last.viewpoint
  const named = (file: string): NamedStory => ({ file, title: tables.get('stories', file)?.title ?? '' })
  const outlook = outlookAt(tables, published)
  const { found, fullBuildReason } = await findChanges(request, lastSite)
  return {
    ...{ published, timezone, origin: context.newsroom.site.url, fullBuildReason },
    drafts: outlook.drafts.map(named),
    held: outlook.held,
    today: (tables.get('events', dayOf(request.now, timezone)) ?? []).map(({ file, type }) => ({
      ...{ ...named(file), url: tables.get('stories', file)?.url ?? '', kind: type },
    })),
    keptBack: tables.get('keptBack', 'all') ?? [],
    due: (tables.get('due', 'due') ?? []).map(({ at, file }) => ({ ...named(file), at })),
    nextDue: nextChangeAfter(tables, context),
    changed: fullBuildReason === null ? found.changes.map(({ file }) => file) : [],
  }
}

// The builds of a preview, one after the other: what each prints, and what the browser shows after it.

import type { Instant } from '../domain/instant.ts'
import { type KeptBack, problemsOfKept } from '../domain/kept-back.ts'
import { printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import { forgetLastBuild } from '../eleventy/forget-last-build.ts'
import type { Built } from '../pipeline/publish.ts'
import type { SiteSession } from '../store/site-session.ts'
import { namesOfChanges } from './names-of-changes.ts'
import { printTrouble, rebuild, type Trouble } from './rebuild.ts'
import { rehearse } from './rehearse.ts'
import type { Shown } from './serve.ts'

type PreviewBuildsOptions = {
  /** Must be the current folder, and that of `session`. */
  readonly root: string
  readonly session: SiteSession
  /** Asked before each build. */
  readonly readNow: () => Instant
  readonly print: (line: string) => void
  /** Called when open pages have something new to show. */
  readonly reload: () => void
  /** Called after each build that succeeds, before anything is shown of it. */
  readonly onBuilt: () => void
  /** Called after each build that succeeds, with the instant at which the next one is due. */
  readonly onDue: (due: Instant | null) => void
}

type PreviewBuilds = {
  /** Builds; never throws. `changed`: files that changed since the last call, relative to the root. */
  readonly run: (changed: readonly string[]) => Promise<void>
  /** Resolves when the first build has ended, whatever came of it. */
  readonly firstBuild: Promise<void>
  readonly shown: () => Shown
}

export const createPreviewBuilds = (options: PreviewBuildsOptions): PreviewBuilds => {
  const { root, session, readNow, print, reload, onBuilt, onDue } = options
  let shown: Shown = { trouble: null, keptBack: [], isBuilt: false, served: null }
  const printWarnings = createWarningPrinter(print)
  // A build that fails leaves its changes to the next one.
  const unreported = new Set<string>()
  let endFirst = () => {}
  const firstBuild = new Promise<void>(resolve => {
    endFirst = resolve
  })

  const succeed = (built: Built, began: number) => {
    onBuilt()
    const { changes, keptBack, warnings, nextDue, newsroom, styles } = built
    const count = changes.added.length + changes.changed.length + changes.removed.length
    print(`rebuilt ${count} ${count === 1 ? 'file' : 'files'} in ${Math.round(performance.now() - began)} ms`)
    const problems = [...new Set(keptBack.flatMap(problemsOfKept)), ...warnings]
    printWarnings(problems)
    onDue(nextDue)
    const isNews = count > 0 || shown.trouble !== null || !isSame(shown.keptBack, keptBack)
    shown = { trouble: null, keptBack, isBuilt: true, served: { site: newsroom.site, styles } }
    if (isNews) reload()
  }

  const fail = (trouble: Trouble) => {
    shown = { ...shown, trouble }
    print(`${printTrouble(trouble)}\n${howToGoOn}`)
    reload()
  }

  const build = async (changed: readonly string[]) => {
    const began = performance.now()
    await forgetLastBuild(changed)
    for (const file of changed) unreported.add(file)
    // Files may have changed before the watcher began, so the first build looks for changes itself.
    const named = shown.isBuilt ? namesOfChanges(root, unreported) : null
    const built = await rebuild(session, root, readNow(), named)
    if (built.ok) unreported.clear()
    if (changed.includes('.eleventy.js')) print(reloadedConfig)
    if (built.ok) succeed(built.value, began)
    else fail(built.fault)
  }

  const run = async (changed: readonly string[]) => {
    const isFirst = !shown.isBuilt
    await build(changed)
    endFirst()
    if (shown.trouble === null && (isFirst || !session.isOpen())) await rehearse(session, root, readNow())
  }

  return { run, firstBuild, shown: () => shown }
}

/** Whether an open page would show the same of them. */
const isSame = (one: readonly KeptBack[], other: readonly KeptBack[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The same warnings are printed once, not at every save. */
const createWarningPrinter = (print: (line: string) => void): ((warnings: readonly Problem[]) => void) => {
  let last = ''
  return warnings => {
    const text = warnings.length === 0 ? '' : printProblems(warnings)
    if (text !== '' && text !== last) print(text)
    last = text
  }
}

const howToGoOn = 'the build failed; fix this and save (until then the preview shows the last good pages)'

const reloadedConfig = '.eleventy.js was reloaded; to reload modules that it imports, restart npm start'

// npm start: build for editors, serve, and build again whenever a file changes or something falls due.

import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { printProblems } from '../domain/print-problems.ts'
import { forgetLastBuild } from '../eleventy/forget-last-build.ts'
import type { Built } from '../pipeline/publish.ts'
import { forEditors } from '../store/edition.ts'
import { openSession } from '../store/site-session.ts'
import { createDueTimer } from './due-timer.ts'
import { namesOfChanges } from './names-of-changes.ts'
import { printTrouble, rebuild, type Trouble } from './rebuild.ts'
import { createRebuildQueue } from './rebuild-queue.ts'
import { rehearse } from './rehearse.ts'
import { type PreviewServer, serve } from './serve.ts'
import { watchSite } from './watch-site.ts'

export type PreviewOptions = {
  /** Must be the current folder. */
  readonly root: string
  readonly port: number
  /** Asked before each build. */
  readonly readNow: () => Instant
  /** Whether `readNow` moves on, so that things fall due. */
  readonly isClockRunning: boolean
  readonly print: (line: string) => void
}

export type Preview = { readonly url: string; readonly close: () => Promise<void> }

export const startPreview = async (options: PreviewOptions): Promise<Preview> => {
  const { root, port, readNow, isClockRunning, print } = options
  let trouble: Trouble | null = null
  let isBuilt = false
  let lastWarnings = ''
  let server: PreviewServer | null = null

  const finish = ({ changes, warnings, outlook }: Built, began: number) => {
    const count = changes.added.length + changes.changed.length + changes.removed.length
    print(`rebuilt ${count} ${count === 1 ? 'file' : 'files'} in ${elapsed(began)}`)
    const text = warnings.length === 0 ? '' : printProblems(warnings)
    if (text !== '' && text !== lastWarnings) print(text)
    lastWarnings = text
    if (isClockRunning) due.aim(outlook.nextDue)
    const isNews = count > 0 || trouble !== null
    trouble = null
    isBuilt = true
    if (isNews) server?.reload()
  }

  // What changed before the watcher began has to be found; what a failed build was told of is told again.
  let isFirst = true
  const held = openSession(root, forEditors)
  const unreported = new Set<string>()

  const show = async (changed: readonly string[]) => {
    const began = performance.now()
    await forgetLastBuild(changed)
    for (const file of changed) unreported.add(file)
    const built = await rebuild(held, root, readNow(), isFirst ? null : namesOfChanges(root, unreported))
    if (built.ok) {
      unreported.clear()
      isFirst = false
    }
    if (changed.includes('.eleventy.js')) print(`.eleventy.js was read again; ${restart}`)
    if (built.ok) return finish(built.value, began)
    trouble = built.fault
    print(`${printTrouble(trouble)}\nthe preview shows what must be mended`)
    server?.reload()
  }

  let isReady = () => {}
  const ready = new Promise<void>(resolve => {
    isReady = resolve
  })
  const run = async (changed: readonly string[]) => {
    const isCold = isFirst
    await show(changed)
    isReady()
    if (trouble === null && (isCold || !held.isOpen())) await rehearse(held, root, readNow())
  }
  const queue = createRebuildQueue(run)
  const due = createDueTimer(readNow, () => queue.add(null))
  // Watching begins first: what changes during the first build must not be missed.
  const watcher = await watchSite(root, queue.add)
  void queue.start()
  await ready
  try {
    server = await serve(join(root, forEditors.published), port, () => ({ trouble, isBuilt }))
  } catch (error) {
    await Promise.all([watcher.close(), queue.close()])
    await held.close()
    throw error
  }
  return {
    url: server.url,
    close: async () => {
      due.aim(null)
      await Promise.all([watcher.close(), queue.close(), server?.close()])
      await held.close()
    },
  }
}

const restart = 'modules that it imports are read at the next start'

const elapsed = (began: number): string => `${Math.round(performance.now() - began)} ms`

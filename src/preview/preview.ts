// npm start: build for editors, serve, and build again whenever a file changes or something is due.

import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { forEditors } from '../store/edition.ts'
import { openSession } from '../store/site-session.ts'
import { createDueTimer } from './due-timer.ts'
import { createPreviewBuilds } from './preview-builds.ts'
import { createRebuildQueue } from './rebuild-queue.ts'
import { type PreviewServer, serve } from './serve.ts'
import { watchSite } from './watch-site.ts'

type PreviewOptions = {
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
  let server: PreviewServer | null = null
  const session = openSession(root, forEditors)
  const builds = createPreviewBuilds({
    root,
    session,
    readNow,
    print,
    reload: () => server?.reload(),
    onDue: due => {
      if (isClockRunning) timer.aim(due)
    },
  })
  const queue = createRebuildQueue(builds.run)
  const timer = createDueTimer(readNow, () => queue.add(null))
  // Watching begins first: what changes during the first build must not be missed.
  const watcher = await watchSite(root, queue.add)
  const close = async () => {
    timer.aim(null)
    await Promise.all([watcher.close(), queue.close(), server?.close()])
    await session.close()
  }
  void queue.start()
  await builds.firstBuild
  try {
    server = await serve(join(root, forEditors.published), port, builds.shown)
  } catch (error) {
    await close()
    throw error
  }
  return { url: server.url, close }
}

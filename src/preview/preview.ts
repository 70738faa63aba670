// npm start: build for editors, serve, and build again whenever a file changes or something is due.

import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { forEditors } from '../store/edition.ts'
import { openSession } from '../store/site-session.ts'
import { createDueTimer } from './due-timer.ts'
import { claimPreview } from './one-preview.ts'
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

/** Throws a plain line when another preview of this site runs, or no port is free. */
export const startPreview = async (options: PreviewOptions): Promise<Preview> => {
  const { root, port, readNow, isClockRunning, print } = options
  let server: PreviewServer | null = null
  const claim = await claimPreview(root)
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
    await claim.release()
  }
  void queue.start()
  await builds.firstBuild
  try {
    server = await serve(join(root, forEditors.published), port, builds.shown)
    claim.announce(server.url)
  } catch (error) {
    await close()
    throw error
  }
  return { url: server.url, close }
}

// npm start: build for editors, serve, and build again whenever a file changes or something is due.

import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { forEditors } from '../store/edition.ts'
import { openSession } from '../store/site-session.ts'
import { createDoor, createToken, type Door } from './door.ts'
import { createDueTimer } from './due-timer.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { claimPreview } from './one-preview.ts'
import { createPreviewBuilds } from './preview-builds.ts'
import { createRebuildQueue } from './rebuild-queue.ts'
import type { PreviewServer } from './serve.ts'
import { createViews } from './views.ts'
import { watchSite } from './watch-site.ts'

type PreviewOptions = {
  /** Must be the current folder. */
  readonly root: string
  readonly port: number
  /** Asked before each build. */
  readonly readNow: () => Instant
  /** Whether `readNow` moves on, so that things fall due. */
  readonly isClockRunning: boolean
  /** Whether other machines are let in, by a token. */
  readonly isOpen: boolean
  readonly print: (line: string) => void
}

export type Preview = {
  /** With the token where one is wanted. One for each way to this machine. */
  readonly urls: readonly string[]
  readonly close: () => Promise<void>
}

/** Throws a plain line when another preview of this site runs, or no port is free. */
export const startPreview = async (options: PreviewOptions): Promise<Preview> => {
  const { root, port, readNow, isClockRunning, isOpen, print } = options
  const claim = await claimPreview(root)
  const session = oneAtATime(openSession(root, forEditors))
  const builds = createPreviewBuilds({
    root,
    session,
    readNow,
    print,
    reload: () => void views.reload(),
    onBuilt: () => views.forget(),
    onDue: due => {
      if (isClockRunning) timer.aim(due)
    },
  })
  const door = isOpen ? createDoor(String(port), createToken()) : null
  const views = createViews({
    root,
    session,
    folder: join(root, forEditors.published),
    door,
    shown: builds.shown,
  })
  const queue = createRebuildQueue(builds.run)
  const timer = createDueTimer(readNow, () => queue.add(null))
  // Watching begins first: what changes during the first build must not be missed.
  const watcher = await watchSite(root, queue.add)
  const close = async () => {
    timer.aim(null)
    await Promise.all([watcher.close(), queue.close(), views.close()])
    await session.close()
    await claim.release()
  }
  void queue.start()
  await builds.firstBuild
  try {
    const server = await views.open(port)
    const urls = addressesOf(server, door)
    claim.announce(urls[0] ?? server.url)
    return { urls, close }
  } catch (error) {
    await close()
    throw error
  }
}

const addressesOf = ({ port }: PreviewServer, door: Door | null): readonly string[] => {
  const own = `http://127.0.0.1:${port}/`
  if (door === null) return [own]
  const others = Object.values(networkInterfaces())
    .flatMap(each => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}/`)
  return [own, ...others].map(address => `${address}${door.query}`)
}

// The views of a running preview, each at a port of its own: its links stay in it, and two tabs can have two views.
//
// Ports, rather than a prefix of the path or a cookie: the pages lead to paths of their host, and stay as readers get
// them; and a view is a matter of the tab, not of the browser.

import type { SiteSession } from '../store/site-session.ts'
import { answerOwn } from './answer-own.ts'
import type { Door } from './door.ts'
import { type Overview, readOverview } from './overview.ts'
import { type PreviewServer, type Shown, serve } from './serve.ts'
import { nameOfView, type View } from './view.ts'
import { createViewPages } from './view-pages.ts'

type ViewsOptions = {
  /** Must be the current folder, and that of `session`. */
  readonly root: string
  readonly session: SiteSession
  /** Of the pages with drafts; absolute. */
  readonly folder: string
  readonly door: Door | null
  readonly shown: () => Shown
}

export type Views = {
  /** The server of the view with drafts, at this port or the next one that is free. */
  readonly open: (port: number) => Promise<PreviewServer>
  /** Every open page of every view loads itself again. */
  readonly reload: () => Promise<void>
  /** After each build. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

/** The oldest gives way to a new one. */
const mostServers = 12

export const createViews = ({ root, session, folder, door, shown }: ViewsOptions): Views => {
  const pages = createViewPages(session, root)
  const servers = new Map<string, Promise<PreviewServer>>()
  let overview: Promise<Overview> | null = null
  const readOnce = () => {
    overview ??= readOverview(session, root)
    return overview
  }

  const open = (view: View, port: number): Promise<PreviewServer> => {
    const name = nameOfView(view)
    const known = servers.get(name)
    if (known) return known
    const at = view.kind === 'at' ? view.at : null
    const opened = serve(folder, port, shown, {
      own: answerOwn({
        view,
        overview: readOnce,
        portOf: wanted => open(wanted, 0).then(server => server.port),
      }),
      page: view.kind === 'drafts' ? null : path => pages.page(at, path),
      door,
    })
    servers.set(name, opened)
    // One that found no port is tried again.
    opened.catch(() => servers.delete(name))
    if (servers.size > mostServers) closeOldest()
    return opened
  }

  const closeOldest = () => {
    const oldest = [...servers].find(([name]) => name.startsWith('at '))
    if (!oldest) return
    servers.delete(oldest[0])
    void oldest[1].then(server => server.close())
  }

  /** One that found no port is none. */
  const all = async () =>
    (await Promise.allSettled(servers.values())).flatMap(each =>
      each.status === 'fulfilled' ? [each.value] : [],
    )
  return {
    open: port => open({ kind: 'drafts' }, port),
    reload: async () => {
      for (const server of await all()) server.reload()
    },
    forget: () => {
      pages.forget()
      overview = null
    },
    close: async () => {
      await Promise.all((await all()).map(server => server.close()))
    },
  }
}

// The announcements that a site should have pending, found by its bytes alone and compared with those it has.

import { announce, pendingAnnouncements } from '../../src/announce/announce.ts'
import { forReaders } from '../../src/store/edition.ts'
import type { Files } from './site-folder.ts'

/** Nothing is sent there. */
export const hub = 'https://hub.example/'

/** For site.yaml. Nothing is sent there either. */
export const announcedSettings = 'indexNow: { key: a1b2c3d4, endpoint: "https://search.example/" }\n'

export type FollowedPending = {
  /** After a publish. `isSent`: all of it is announced at once. */
  readonly follow: (published: Files, isSent: boolean) => Promise<void>
}

/** Of a site that has published nothing yet. Throws when too much is pending, or too little. */
export const followPending = (root: string): FollowedPending => {
  const call = { root, edition: forReaders }
  let before: Files = {}
  /** By recipient and url. "new": it was never announced. */
  const expected = new Map<string, 'new' | 'changed' | 'gone'>()
  const take = (file: string, was: string | null, is: string | null) => {
    const key = `${is ?? was} ${urlOf(file)}`
    const known = expected.get(key)
    if (is !== null) expected.set(key, known === 'new' || (!known && was !== is) ? 'new' : 'changed')
    else if (known === 'new' || was === 'hub') expected.delete(key)
    else expected.set(key, 'gone')
  }
  return {
    follow: async (after, isSent) => {
      for (const file of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (before[file] === after[file]) continue
        const [was, is] = [recipientOf(file, before[file]), recipientOf(file, after[file])]
        if (was !== null || is !== null) take(file, was, is)
      }
      before = after
      const pending = ((await pendingAnnouncements(call)) ?? []).flatMap(({ to, changed }) =>
        changed.map(({ url, isGone }) => `${to} ${new URL(url).pathname}${isGone ? ' gone' : ''}`),
      )
      demandSame(
        pending,
        [...expected].map(([key, what]) => (what === 'gone' ? `${key} gone` : key)),
      )
      if (!isSent) return
      const sender = {
        fetch: async () => new Response(null, { status: 204 }),
        patience: 1000,
        wait: async () => {},
      }
      await announce(call, sender, () => {})
      expected.clear()
    },
  }
}

const urlOf = (file: string): string => encodeURI(`/${file.replace(/(^|\/)index\.html$/, '$1')}`)

const recipientOf = (file: string, text: string | undefined): 'hub' | 'indexNow' | null => {
  if (text === undefined) return null
  // Nobody subscribes to an archived feed.
  if (/(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/.test(file))
    return text.includes('<fh:archive/>') ? null : 'hub'
  // What is gone has its page at any name, such as map.pdf.
  const isPage = /\.html$/.test(file) || /^<!doctype html/i.test(text)
  const isSaid = isPage && !/^404\.html$|(?:^|\/)subscribe\//.test(file) && !text.includes('http-equiv')
  return isSaid ? 'indexNow' : null
}

const demandSame = (found: readonly string[], wanted: readonly string[]): void => {
  const tooMany = found.filter(each => !wanted.includes(each))
  const missing = wanted.filter(each => !found.includes(each))
  if (tooMany.length + missing.length === 0 && found.length === wanted.length) return
  throw new Error(`pending without a change: ${tooMany.join(', ')}; not pending: ${missing.join(', ')}`)
}

// One announcement as the request of its protocol, tried again while the endpoint is out of order.
//
// Redirects are not followed. Which failures are tried again, and when an endpoint is left alone, is decided
// in `announce.ts`.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Announcement } from './announcement.ts'

export type Sender = {
  readonly fetch: typeof fetch
  /** In ms: how long an answer may take. */
  readonly patience: number
  /** Waits for so many ms. */
  readonly wait: (time: number) => Promise<unknown>
}

export const realSender: Sender = { fetch, patience: 10_000, wait: sleep }

export type SendOutcome =
  | { readonly is: 'taken' }
  /**
   * refused: another try changes nothing; unwell: the endpoint may take it later; busy: it asks for more time than a run
   * waits.
   */
  | { readonly is: 'refused' | 'unwell' | 'busy'; readonly reason: string }

/** In ms. */
const [firstPause, longestPause] = [1000, 60_000]

/** Tries again while the endpoint is unwell, each time after twice the pause, or when it asks to. */
export const send = async (
  announcement: Announcement,
  sender: Sender,
  mostTries: number,
): Promise<SendOutcome> => {
  for (let tries = 1; ; tries += 1) {
    const { after, ...outcome } = await ask(announcement, sender)
    if (outcome.is !== 'unwell' || tries >= mostTries) return outcome
    await sender.wait(after ?? firstPause * 2 ** (tries - 1))
  }
}

/** What an editor can correct where an announcement is refused. */
const settingOf = { hub: 'feeds.hub', indexNow: 'indexNow' } as const

/** `after`: in ms, when to try again, where the endpoint says so. */
type Answer = SendOutcome & { readonly after?: number }

const ask = async (announcement: Announcement, { fetch, patience }: Sender): Promise<Answer> => {
  const { endpoint } = announcement
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      // A POST that is redirected mostly arrives as a GET, which announces nothing.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...requestOf(announcement),
    })
    response.body?.cancel().catch(() => {})
    return answerOf(response, announcement)
  } catch (error) {
    return { is: 'unwell', reason: `${endpoint} ${whyUnreachable(error as Error, patience)}` }
  }
}

const answerOf = ({ ok, status, headers }: Response, { to, endpoint }: Announcement): Answer => {
  if (ok) return { is: 'taken' }
  const reason = `${endpoint} answered ${status}`
  const refused = (why: string): Answer => ({
    is: 'refused',
    reason: `${why}; check ${settingOf[to]} in _data/site.yaml`,
  })
  const other = headers.get('location')
  if (status < 400) return refused(other === null ? reason : `${reason} and redirects to ${other}`)
  if (status < 500 && status !== 408 && status !== 429) return refused(reason)
  const after = retryAfter(headers)
  if (after === null) return { is: 'unwell', reason }
  if (after <= longestPause) return { is: 'unwell', reason, after }
  return { is: 'busy', reason: `${reason} and asks to wait ${Math.ceil(after / 1000)} s` }
}

/** RFC 9110, section 10.2.3: seconds, or a time, which counts from the time of the answer. In ms; null without one. */
const retryAfter = (headers: Headers): number | null => {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const rest = timeIn(value) - timeIn(headers.get('date') ?? '')
  return Number.isNaN(rest) ? null : Math.max(0, rest)
}

/** Machines' own parsers take "-5" for a day in May. */
const timeIn = (text: string): number => (/ GMT$/.test(text) ? Date.parse(text) : Number.NaN)

const whyUnreachable = ({ name, message, cause }: Error, patience: number): string => {
  if (name === 'TimeoutError') return `did not answer within ${patience / 1000} s`
  // Where a host has several addresses, only the code says what was wrong with them.
  const { message: why = message, code } = (cause ?? {}) as NodeJS.ErrnoException
  return `cannot be reached: ${why || code}`
}

const requestOf = (announcement: Announcement): { body: string; headers: Record<string, string> } => {
  const urls = announcement.changed.map(({ url }) => url)
  if (announcement.to === 'hub') {
    // https://www.w3.org/TR/websub/ leaves it to the two; all hubs that we know take one of these names.
    const fields = new URLSearchParams({ 'hub.mode': 'publish' })
    for (const url of urls) for (const name of ['hub.url', 'hub.topic']) fields.append(name, url)
    return {
      body: fields.toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }
  }
  const { host, key, keyLocation } = announcement
  return {
    body: JSON.stringify({ host, key, keyLocation, urlList: urls }),
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  }
}

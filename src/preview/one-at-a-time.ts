// A session whose runs wait for each other: builds, and pages that somebody asks for meanwhile.

import type { SiteSession } from '../store/site-session.ts'

/** First come, first served. After closing it runs nothing more. */
export const oneAtATime = (session: SiteSession): SiteSession => {
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
  return {
    isOpen: session.isOpen,
    use: work =>
      inTurn(() => {
        if (isClosed) throw new Error('the preview has ended')
        return session.use(work)
      }),
    close: () => {
      isClosed = true
      return inTurn(session.close)
    },
  }
}

// What a page asks for, and what the browser has to complain of: errors, refusals, policies that were broken.

import type { Page } from 'playwright-core'

export type Watched = {
  /** Both grow while the page is open. */
  readonly complaints: string[]
  /** Addresses. */
  readonly asked: string[]
  /** Before the page goes elsewhere. */
  readonly forget: () => void
}

/** To be called once, before the page goes anywhere. */
export const watchPage = async (page: Page): Promise<Watched> => {
  const complaints: string[] = []
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText
    // What a page that was left has still asked for, and the way on that an alias shows: it is not taken here.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`)
  })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.exposeBinding('complain', (_source, directive: string, blocked: string) => {
    complaints.push(`${directive} forbids ${blocked}`)
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      ;(window as unknown as { complain: (...words: string[]) => void }).complain(
        violatedDirective,
        blockedURI,
      )
    })
  })
  const forget = () => {
    complaints.length = 0
    asked.length = 0
  }
  return { complaints, asked, forget }
}

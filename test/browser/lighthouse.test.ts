// Lighthouse, as for a phone, on a front and on a story.

import lighthouse from 'lighthouse'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freePort } from '../rig/free-port.ts'
import { openBrowser } from './rig/browser.ts'

const { english } = inject('sites')
const story = english.samples.find(({ kind }) => kind === 'story')
const tries = 3

type Scores = Readonly<Record<string, number>>

describe.skipIf(inject('chromium') === null)('Lighthouse', () => {
  let browser: Browser
  let port: number
  beforeAll(async () => {
    port = await freePort()
    browser = await openBrowser(inject('chromium') ?? '', [`--remote-debugging-port=${port}`])
  })
  afterAll(() => browser.close())

  const judge = async (
    url: string,
  ): Promise<{ readonly scores: Scores; readonly faults: readonly string[] }> => {
    const result = await lighthouse(english.origin + url, {
      port,
      output: 'json',
      logLevel: 'error',
      // To it, Content-Usage is a mistake; RFC 9309 has crawlers overlook what they do not know.
      skipAudits: ['robots-txt'],
    })
    if (!result) throw new Error(`Lighthouse said nothing of ${url}`)
    const { categories, audits } = result.lhr
    const scores = Object.fromEntries(
      Object.values(categories).map(({ id, score }) => [id, 100 * (score ?? 0)]),
    )
    const weighed = Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ weight }) => weight > 0),
    )
    const faults = weighed.flatMap(({ id }) => {
      const { score = null, title = '' } = audits[id] ?? {}
      return score !== null && score < 0.9 ? [`${id}: ${title}`] : []
    })
    return { scores, faults }
  }

  test.each(['/', story?.url ?? ''])('gives %s 100 in all', async url => {
    let fastest = 0
    for (let at = 0; at < tries && fastest < 100; at += 1) {
      const {
        scores: { performance = 0, ...others },
        faults,
      } = await judge(url)
      expect(others, faults.join('\n')).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 })
      fastest = Math.max(fastest, performance)
    }
    // A busy machine makes any page slow now and then.
    expect(fastest).toBe(100)
  })
})

import { expect, test } from 'vitest'
import type { PageReport } from '../../src/check/check-page.ts'
import { faultsOfReport } from '../../src/check/faults-of-report.ts'

const fault = (code: string, words = '') => ({ code, message: '', hint: '', offset: 0, words })
const link = (href: string) => ({
  href,
  offset: 0,
  output: `${href.slice(1)}index.html`,
  anchor: null,
  element: null,
})

const report: PageReport = {
  url: '/news/',
  output: 'news/index.html',
  leaks: [fault('story-leaked', '/talks/'), fault('story-leaked', 'Minister to resign')],
  links: [link('/world/'), fault('link-malformed', 'http://['), link('/talks/')],
  faults: [fault('id-repeated')],
  ids: [],
}
const faults = (...outputs: string[]) =>
  faultsOfReport(report, {
    idsAt: output => (outputs.includes(output) ? [] : undefined),
    whyMissing: () => null,
    nearest: () => null,
  }).map(({ code, words }) => `${code} ${words}`.trim())

test('leaks come first, then links in the order of the page, then all else', () => {
  expect(faults('world/index.html', 'talks/index.html')).toEqual([
    'story-leaked /talks/',
    'story-leaked Minister to resign',
    'link-malformed http://[',
    'id-repeated',
  ])
})

test('a broken link to a hidden story is reported once, not as a leak too', () => {
  expect(faults('world/index.html')).toEqual([
    'story-leaked Minister to resign',
    'link-malformed http://[',
    'link-broken /talks/',
    'id-repeated',
  ])
})

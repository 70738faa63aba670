import { expect, test } from 'vitest'
import { planAsJson, planReport } from '../../src/command/plan-report.ts'
import type { PlannedPage, Reason } from '../../src/pages/planned-page.ts'
import type { Plan } from '../../src/plan/plan.ts'

const file = 'content/stories/2024/10/24/storm.md'
const nothing: Plan = { pages: [], copies: [], ahead: [], removals: [], vacated: [], templates: [] }

const page = (url: string, ...reasons: readonly Reason[]): PlannedPage => ({
  kind: 'story',
  url,
  output: '',
  layout: '',
  file: null,
  key: null,
  layoutDigest: '',
  reasons,
})

test('a plan is printed line by line, each with its reason, and counted', () => {
  const plan: Plan = {
    ...nothing,
    pages: [page('/world/', { because: 'story', change: 'added', file })],
    copies: [
      {
        from: 'content/static/a.svg',
        to: 'a.svg',
        digest: '',
        pictureJob: null,
        reasons: [{ because: 'file', file: 'content/static/a.svg' }],
      },
    ],
    templates: [{ because: 'file', file: 'content/pages/about.md' }],
    removals: [{ output: 'old/index.html', reasons: [{ because: 'story', change: 'removed', file }] }],
  }
  expect(planReport(plan).split('\n')).toEqual([
    `render  /world/  (${file} was added)`,
    'copy    /a.svg  (content/static/a.svg changed)',
    'render  the pages of content/pages/  (content/pages/about.md changed)',
    `remove  /old/index.html  (${file} was removed)`,
    '1 page to render, 1 file to copy, 1 to remove',
  ])
})

test('an empty plan is nothing to do', () => expect(planReport(nothing)).toBe('nothing to do'))

test('a reason that stands several times is printed once', () => {
  const twice = page('/', { because: 'layout' }, { because: 'layout' }, { because: 'missing' })
  expect(planReport({ ...nothing, pages: [twice] })).toContain(
    '(its layout, the site data or the engine changed; _site/ does not have it as it was published)',
  )
})

test.each<[Reason, string]>([
  [{ because: 'story', change: 'edited', file }, `${file} was edited`],
  [{ because: 'story', change: 'due', file }, `${file} is due`],
  [
    { because: 'curation', file: 'content/bulletins/2024-10-24.md' },
    'content/bulletins/2024-10-24.md changed',
  ],
  [{ because: 'first' }, 'not published before'],
  [{ because: 'full-build' }, 'full build'],
  [{ because: 'withheld', file }, `readers may not see ${file}`],
])('%j in words: %s', (reason, words) => {
  expect(planReport({ ...nothing, pages: [page('/', reason)] })).toContain(`render  /  (${words})`)
})

test('for machines a plan is one array', () => {
  const plan: Plan = {
    ...nothing,
    pages: [page('/world/', { because: 'story', change: 'added', file })],
    removals: [{ output: 'old/index.html', reasons: [{ because: 'clock' }, { because: 'clock' }] }],
  }
  expect(JSON.parse(planAsJson(plan))).toEqual([
    { action: 'render', target: '/world/', reasons: [`${file} was added`] },
    { action: 'remove', target: '/old/index.html', reasons: ['time passed'] },
  ])
  expect(planAsJson(nothing)).toBe('[]')
})

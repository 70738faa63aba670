import { expect, test } from 'vitest'
import { findSecurityProblems } from '../../../src/validate/site/find-security-problems.ts'
import { siteData } from '../../rig/site-data.ts'
import { at, newsroomOf, problemsOf } from '../../rig/small-newsroom.ts'

const text = `${siteData['_data/site.yaml']}security: { contact: ["mailto:s@b.example"],\n  expires: 2026-12-01T00:00:00Z }\n`
const { site } = newsroomOf({ '_data/site.yaml': text }).newsroom
const problemsAt = (now: string) => findSecurityProblems(site, { file: '_data/site.yaml', text }, at(now))

test.each([
  ['2025-12-01T00:00:00Z', []],
  ['2026-10-31T23:59:59.999Z', []],
  ['2026-11-01T00:00:00Z', [{ code: 'security-expires', severity: 'warning' }]],
  ['2026-11-30T23:59:59.999Z', [{ code: 'security-expires', severity: 'warning' }]],
  ['2026-12-01T00:00:00Z', [{ code: 'security-expired', severity: 'error' }]],
  ['2031-12-01T00:00:00Z', [{ code: 'security-expired', severity: 'error' }]],
])('security.txt as seen on %s', (now, expected) => {
  const problems = problemsAt(now)
  expect(problems).toHaveLength(expected.length)
  expect(problems).toMatchObject(expected)
})

test('a site without one is told nothing of it', () => {
  const { newsroom } = newsroomOf({})
  expect(findSecurityProblems(newsroom.site, null, at('2031-12-01T00:00:00Z'))).toEqual([])
})

test('the line that says when it expires is shown', () =>
  expect(problemsAt('2026-12-02T00:00:00Z')[0]?.location).toMatchObject({ line: 9, column: 3, length: 8 }))

test('a security.txt needs a contact', () => {
  const yaml = text.replace('["mailto:s@b.example"]', '[]')
  expect(problemsOf({ '_data/site.yaml': yaml })).toMatchObject([
    { code: 'contact-missing', location: { file: '_data/site.yaml', line: 8 } },
  ])
})

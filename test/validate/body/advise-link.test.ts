import { describe, expect, test } from 'vitest'
import { isAllowedLink } from '../../../src/markdown/links.ts'
import { adviseLink, adviseOwnMachine } from '../../../src/validate/body/advise-link.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

describe('a link that leads nowhere is shown as it should be', () => {
  test.each([
    ['www.example.com', 'write https://www.example.com'],
    ['example.org/a?b=c', 'write https://example.org/a?b=c'],
    ['office@example.com', 'write mailto:office@example.com'],
    ['map.pdf', 'put the file into content/static/ and write /map.pdf'],
    ['maps/Map.PDF', 'put the file into content/static/ and write /Map.PDF'],
    [
      'C:\\Users\\asha\\map.pdf',
      'that is a path of your computer: put the file into content/static/ and write /map.pdf',
    ],
    [
      '07-conflict.md',
      'write the address of its page, which ends in /07-conflict/, such as /world/2024/10/24/07-conflict/',
    ],
    ['world/', 'write /world/, from the root of the site'],
    ['../about#team', 'write /about/#team, from the root of the site'],
    ['“https://example.org/a”', 'write https://example.org/a, without quotation marks'],
    ['htps://example.org/a', 'write https://example.org/a'],
    ['https:/example.org/a', 'write https://example.org/a'],
    ['http//example.org', 'write http://example.org'],
  ])('%s', (href, hint) => expect(adviseLink(href)).toBe(hint))

  test('and what it is to be written as is allowed', () => {
    for (const href of ['www.example.com', 'office@example.com', 'map.pdf', 'world', './about/']) {
      const [, advised = ''] = /write (\S+?),?(?: from.*)?$/.exec(adviseLink(href) ?? '') ?? []
      expect(isAllowedLink(advised), href).toBe(true)
    }
  })

  test('also where markdown has encoded it, or would take it for no link', () => {
    const hintOf = (body: string) => problemsOf({ [storyFile]: storyText({}, body) }).map(({ hint }) => hint)
    expect(hintOf('[Map](C:\\Users\\map.pdf)\n')).toEqual([
      'that is a path of your computer: put the file into content/static/ and write /map.pdf',
    ])
    expect(hintOf('[Desk](office@example.com)\n')).toEqual(['write mailto:office@example.com'])
  })

  test.each(['javascript:alert(1)', '//example.com', ''])('nothing is said of %j', href => {
    expect(adviseLink(href)).toBeNull()
  })
})

describe('a link that somebody copied from the preview', () => {
  test.each([
    ['http://localhost:8080/world/?a#b', 'write /world/?a#b for'],
    ['http://127.0.0.1:8080', 'write / for'],
    ['http://[::1]:8080/world/', 'write /world/ for'],
  ])('%s', (href, hint) => {
    expect(adviseOwnMachine(href)).toContain(hint)
    const [problem] = problemsOf({ [storyFile]: storyText({}, `See [this](${href}).\n`) })
    expect(problem).toMatchObject({
      code: 'link-private',
      severity: 'warning',
      location: { line: 7, column: 12 },
    })
  })

  test.each(['https://localhost.example/', 'https://example.org/localhost', '/world/'])('is none: %s', href =>
    expect(adviseOwnMachine(href)).toBeNull(),
  )
})

test('an address in quotation marks is named at its place, in the letters that were typed', () => {
  const body = 'Read [the report](“https://example.org/report”).\n'
  const [problem] = problemsOf({ [storyFile]: storyText({}, body) })
  expect(problem).toMatchObject({
    code: 'link-not-allowed',
    message: 'a story cannot link to ““https://example.org/report””',
    location: { line: 7, column: 19 },
  })
})

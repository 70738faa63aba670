// A kicker: a word or two over a headline, wherever the headline stands by itself.

import { expect, test } from 'vitest'
import { printedAt } from '../rig/printed-feed.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { dataAt, planOf, problemsOf, storyAt } from '../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'quay', { kicker: 'Harbour <works>', language: 'hi' }),
  ...storyAt('2024-10-24T07:00:00+05:30', 'rain'),
}
const kickers = (url: string) =>
  [
    ...printedAt(files, url).matchAll(/<p class="kicker">(?:<span[^>]*>)?(.*?)(?:<\/span>)?<\/p>\s*<(h\d)/g),
  ].map(([, text, heading]) => `${heading} ${text}`)

test('stands over the headline of its story, in the story’s language', () => {
  expect(kickers('/world/2024/10/24/quay/')).toEqual(['h1 Harbour &lt;works&gt;'])
  expect(printedAt(files, '/world/2024/10/24/quay/')).toContain(
    '<p class="kicker"><span lang="hi" dir="ltr">',
  )
})

test.each([
  ['/', 'h2'],
  ['/world/', 'h2'],
  ['/2024/10/24/', 'h2'],
  ['/world/2024/10/', 'h3'],
])('stands on the card of its story on %s, and on no other card', (url, heading) => {
  expect(kickers(url)).toEqual([`${heading} Harbour &lt;works&gt;`])
})

test('is a headline of its own in the story’s data', () => {
  const plan = planOf(files)
  expect(dataAt(plan, '/world/2024/10/24/quay/index.json').facts).toMatchObject({ kicker: 'Harbour <works>' })
  expect(printedAt(files, '/world/2024/10/24/quay/index.json')).toContain(
    '{"role":"kicker","contentType":"text/plain","value":"Harbour <works>"}',
  )
  expect(printedAt(files, '/world/2024/10/24/rain/index.json')).not.toContain('kicker')
})

test('is short: a sentence is a problem with its place', () => {
  const kicker = 'A kicker that has become a whole sentence of its own'
  expect(problemsOf({ [storyFile]: storyText({ kicker }) })).toMatchObject([
    { code: 'text-too-long', location: { file: storyFile } },
  ])
})

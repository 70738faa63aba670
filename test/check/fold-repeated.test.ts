import { expect, test } from 'vitest'
import { foldRepeated } from '../../src/check/fold-repeated.ts'
import { locationInText, type Problem } from '../../src/domain/problem.ts'

const html = '<link rel="icon" href="/favicon.svg">'
const missing = (
  url: string,
  file = `.dateline/staging${url}index.html`,
  words = '/favicon.svg',
): Problem => ({
  code: 'file-not-there',
  severity: 'error',
  message: `${url}: the link loads ${words}, which does not exist`,
  hint: 'add the file, or correct the path',
  location: locationInText(file, html.replace('/favicon.svg', words), html.indexOf('/f'), words.length),
})
const isMade = (file: string) => file.startsWith('.dateline/')
const layout = 'a\n<link rel="icon" href="/favicon.svg">\n'
const find = (words: string) =>
  layout.includes(words)
    ? locationInText('_includes/layouts/base.njk', layout, layout.indexOf(words), words.length)
    : null

test('a file that every page lacks is one problem, where the layout names it', () => {
  const problems = ['/', '/world/', '/about/'].map(url => missing(url))
  expect(foldRepeated(problems, isMade, find)).toMatchObject([
    {
      message:
        '/: the link loads /favicon.svg, which does not exist; the same on 2 more pages, such as /world/',
      location: { file: '_includes/layouts/base.njk', line: 2, column: 24 },
    },
  ])
})

test('another file is another problem, and what stands in stories is never folded', () => {
  const story = 'content/stories/2024/10/24/storm.md'
  const problems = [
    missing('/'),
    missing('/world/', undefined, '/logo.svg'),
    missing('/a/', story),
    missing('/b/', story),
  ]
  expect(foldRepeated(problems, isMade, () => null)).toEqual(problems)
})

test('the page and the story that it is made from make no difference', () => {
  const [one, other] = ['/', '/a/'].map(url => missing(url)) as [Problem, Problem]
  const madeFrom = { ...other, message: `${other.message} (made from content/pages/a.md)` }
  expect(foldRepeated([one, madeFrom], isMade, () => null)).toHaveLength(1)
})

test('layouts that share a fault make no difference; where it is found, none is named', () => {
  const problems = ['alias', 'story'].map((name, at) => {
    const problem = missing(at === 0 ? '/' : '/a/')
    return { ...problem, hint: `${problem.hint}; its layout is _includes/layouts/${name}.njk` }
  })
  expect(foldRepeated(problems, isMade, () => null).map(({ hint }) => hint)).toEqual([problems[0]?.hint])
  expect(foldRepeated(problems, isMade, find).map(({ hint }) => hint)).toEqual([missing('/').hint])
})

test('an address that pages spell in two ways is one problem, where it is found', () => {
  const logo = 'https://bulletin.example/favicon.svg'
  const place = locationInText('_data/site.yaml', 'logo: /favicon.svg', 6, 12)
  const found = foldRepeated([missing('/'), missing('/a/', undefined, logo)], isMade, () => place)
  expect(found).toMatchObject([{ location: { file: '_data/site.yaml', line: 1, column: 7 } }])
  expect(
    foldRepeated([{ ...missing('/b/'), location: place }, missing('/')], isMade, () => place),
  ).toHaveLength(1)
})

test('a link to a held story is one problem, also where its address stands in data and feeds', () => {
  const story = 'content/stories/2024/10/24/storm.md'
  const text = 'The address is /world/held/, and [more](https://bulletin.example/world/held/#top).'
  const at = (code: string, words: string, from: number): Problem => ({
    ...missing('/world/'),
    code,
    location: locationInText(story, text, text.indexOf(words, from), words.length),
  })
  const link = at('link-broken', 'https://bulletin.example/world/held/#top', 0)
  const ofLink = at('story-leaked', '/world/held/', 30)
  const ofText = at('story-leaked', '/world/held/', 0)
  const other = at('anchor-missing', '/world/held/', 30)
  expect(foldRepeated([ofText, ofLink, link, other], isMade, () => null)).toEqual([ofText, link, other])
})

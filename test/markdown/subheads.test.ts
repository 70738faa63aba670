import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render } from '../rig/markdown.ts'

const headsOf = (html: string) =>
  [...html.matchAll(/<h(\d) id="([^"]*)">(.*?)<\/h\1>/g)].map(([, level, id, text]) => ({
    level: Number(level),
    id,
    text,
  }))
const levels = (text: string) => headsOf(render(text)).map(({ level }) => level)
const ids = (text: string) => headsOf(render(text)).map(({ id }) => id)

test.each([
  ['as the house asks', '## A\n### B\n## C', [2, 3, 2]],
  ['the first one an h1', '# A\n## B\n# C', [2, 3, 2]],
  ['a level skipped', '## A\n#### B\n### C', [2, 3, 3]],
  ['the first one deep', '#### A\n## B\n### C', [2, 2, 3]],
  ['very deep', '# A\n## B\n### C\n#### D\n##### E\n###### F', [2, 3, 4, 5, 6, 6]],
  ['underlined', 'A\n===\n\nB\n---', [2, 3]],
])('levels when they were typed %s', (_how, text, expected) => expect(levels(text)).toEqual(expected))

test.each([
  ['## The *second* part', 'the-second-part'],
  ['## What’s “new”?', 'what-s-new'],
  ['## हिंदी समाचार', 'हिंदी-समाचार'],
  ['## 🛳️ Harbour', 'harbour'],
  ['## `code` & more', 'code-more'],
  ['## !!!', 'subhead'],
  ['##', 'subhead'],
])('%s can be linked to as #%s', (text, id) => expect(ids(text)).toEqual([id]))

test('subheads with the same words have places of their own', () => {
  expect(ids('## A\n## A\n## A-2\n## A')).toEqual(['a', 'a-2', 'a-2-2', 'a-3'])
})

test('no two subheads share a place, no level is skipped, the first is an h2', () => {
  const words = fc.constantFrom('a', 'a-2', 'a-2-2', 'A', '🛳️', 'subhead', 'b')
  const heads = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), words), { minLength: 1, maxLength: 12 })
  const property = fc.property(heads, some => {
    const text = some.map(([level, word]) => `${'#'.repeat(level)} ${word}`).join('\n\n')
    expect(new Set(ids(text)).size).toBe(some.length)
    for (const [index, level] of levels(text).entries())
      expect(level).toBeLessThanOrEqual(index === 0 ? 2 : (levels(text)[index - 1] ?? 0) + 1)
  })
  fc.assert(property, { numRuns: 200 })
})

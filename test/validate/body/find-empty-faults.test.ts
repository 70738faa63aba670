import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

describe('what has no words is reported', () => {
  test.each([
    ['a link', 'See [](/world/).\n', 'link-no-words', '7:6', '](/world/'],
    ['a link of a blank', 'See [ ](/world/).\n', 'link-no-words', '7:7', '](/world/'],
    ['a link of nothing to see', '[&#8203;](/world/)\n', 'link-no-words', '7:9', '](/world/'],
    ['a link in a table', '| a |\n|---|\n| [](/world/) |\n', 'link-no-words', '9:4', '](/world/'],
    ['a subhead', 'A.\n\n##\n\nb\n', 'subhead-no-words', '9:1', '##'],
    ['a subhead of marks', '## ##\n', 'subhead-no-words', '7:1', '## ##'],
    ['an entry', 'One.\n\n*\n\nTwo.\n', 'entry-no-words', '9:1', '*'],
    ['an entry among others', '- a\n-\n- b\n', 'entry-no-words', '8:1', '-'],
    ['a subhead in a quotation', '> ##\n', 'subhead-no-words', '7:1', '> ##'],
  ])('%s', (_what, body, code, at, words) => expect(faultsOf(body)).toContainEqual({ code, at, words }))
})

test('the caption of a picture among words is lost', () => {
  expect(faultsOf('The port ![of Velikara](p.png "At dawn") is shut.\n')).toEqual([
    { code: 'picture-caption-lost', at: '7:32', words: 'At dawn' },
  ])
  expect(faultsOf('![of Velikara](p.png "At dawn")\n\n- ![a](p.png "b")\n')).toEqual([])
})

test.each([
  '[a](/world/)\n',
  '[![a](p.png)](/world/)\n',
  '[→](/world/)\n',
  '[`a`](/world/)\n',
  '## `a`\n',
  '#\\#\n',
  '- a\n- <!-- b -->\n',
  '1.\n   a\n',
  '- ![a](p.png)\n',
])('sound: %j', body => expect(faultsOf(body)).toEqual([]))

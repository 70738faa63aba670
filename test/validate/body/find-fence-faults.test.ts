import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

describe('code that is never closed is reported where it begins', () => {
  test.each([
    ['at the end', 'A.\n\n```\nb\n\nc\n', '9:1', '```'],
    ['by another fence', '~~~\na\n```\nb\n', '7:1', '~~~'],
    ['by a shorter one', '````\na\n```\n', '7:1', '````'],
    ['where a quotation ends', '> ```\n> a\n\nb\n', '7:3', '```'],
    ['where an entry of a list ends', '- ```\n  a\n- b\n', '7:3', '```'],
    ['without a last line end', '```\nb', '7:1', '```'],
    ['on the last line', 'A.\n\n```', '9:1', '```'],
  ])('%s', (_what, body, at, words) => expect(faultsOf(body)).toEqual([{ code: 'code-unclosed', at, words }]))
})

test('words behind a fence would not be seen', () => {
  expect(faultsOf('```text the port is shut\na\n```\n')).toEqual([
    { code: 'code-words', at: '7:9', words: 'the port is shut' },
  ])
})

test.each(['```\na\n```\n', '~~~ js\na\n\n```\n~~~~\n', '> ```\n> a\n> ```\n', '```\n```\n', '`a` ``b``\n'])(
  'sound: %j',
  body => expect(faultsOf(body)).toEqual([]),
)

import { expect, test } from 'vitest'
import { readShare } from '../../src/command/read-share.ts'

test.each([
  ['1/3', 1, 3],
  ['3/3', 3, 3],
  ['12/100', 12, 100],
])('%s is share %i of %i', (word, index, count) => expect(readShare(word)).toEqual({ index, count }))

test.each(['', '3', '0/3', '4/3', '1/0', '-1/3', '1/3/5', 'a/b', '1 / 3', '1/1000'])('“%s” is none', word => {
  expect(() => readShare(word)).toThrow(
    `--shard is “${word}”; write the share and how many there are, such as 1/3`,
  )
})

import { expect, test } from 'vitest'
import { countWords } from '../../../src/validate/body/count-words.ts'

test.each([
  ['Ships move again, all 14 of them.', 7],
  ['## A subhead\n\n- one\n- two — three', 5],
  ['[two words](https://example.com/not-counted) here', 3],
  ['', 0],
  ['हड़ताल आज समाप्त हुई।', 4],
  ['今日は雨です。', 4],
])('%j has %d words', (text, count) => expect(countWords(text)).toBe(count))

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

test('a long text has as many words as its parts, and a word in Chinese does not make it slow', () => {
  const sentence = 'The port closes at six, says e-mail no. 3.5. '
  const count = (text: string) => countWords(`港口今晚关闭。${text}`) - countWords('港口今晚关闭。')
  expect(count(sentence.repeat(20_000))).toBe(20_000 * count(sentence))
  expect(countWords('港口今晚关闭。'.repeat(10_000))).toBe(10_000 * countWords('港口今晚关闭。'))
  expect(countWords(`${'กรุงเทพ '.repeat(10_000)}`)).toBe(10_000 * countWords('กรุงเทพ'))
})

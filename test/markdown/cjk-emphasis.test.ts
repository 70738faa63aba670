import fc from 'fast-check'
import createMarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { describe, expect, test } from 'vitest'
import { render } from '../rig/markdown.ts'

describe('words next to the punctuation of Chinese, Japanese or Korean can be emphasised', () => {
  test.each([
    ['ja', '**「港は開いた」**と港長は語った。', '<strong>「港は開いた」</strong>と港長は語った。'],
    ['ja', '**重要。**次の文。', '<strong>重要。</strong>次の文。'],
    ['zh', '他说：*“港口已开放。”*然后离开。', '他说：<em>“港口已开放。”</em>然后离开。'],
    ['zh', '**《海报》**的记者', '<strong>《海报》</strong>的记者'],
    ['ko', '**이 용어(term)**를 쓴다.', '<strong>이 용어(term)</strong>를 쓴다.'],
    ['ja', '~~旧料金。~~新料金', '<s>旧料金。</s>新料金'],
  ])('%s: %s', (language, text, html) => {
    expect(render(text, { language })).toBe(`<p>${html}</p>\n`)
  })
})

test('no other text changes by that', () => {
  const plain = createMarkdownIt()
  const friendly = createMarkdownIt().use(cjkFriendly)
  const signs = [
    '*',
    '**',
    '***',
    '_',
    '__',
    '~~',
    ' ',
    '\n',
    '.',
    '“',
    '”',
    '’',
    '(',
    ')',
    '—',
    '`',
    '\\',
    '[',
    ']',
  ]
  const words = ['storm', '7', 'é', 'ü', 'ж', 'ب', 'ש', 'ह', 'ก', '🛳️', '€', '\u00a0', '\u00ad', '\u0301', '☂']
  const text = fc.array(fc.constantFrom(...signs, ...words), { maxLength: 14 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, source => {
      expect(friendly.render(source)).toBe(plain.render(source))
    }),
    { numRuns: 3000 },
  )
})

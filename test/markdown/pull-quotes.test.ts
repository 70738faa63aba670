import { expect, test } from 'vitest'
import { render } from '../rig/markdown.ts'

const figure = (quote: string, caption = '') =>
  `<figure class="pullquote">\n<blockquote>${quote}</blockquote>${caption}</figure>\n`

test.each([
  ['—', '— Asha Rao, editor'],
  ['–', '– Asha Rao, editor'],
  ['--', '-- Asha Rao, editor'],
])('who said it stands on a last line that begins with %s', (_dash, line) => {
  expect(render(`::: pullquote\nWe *saw* it.\n\n${line}\n:::`)).toBe(
    figure('<p>We <em>saw</em> it.</p>\n', `<figcaption>${line}</figcaption>\n`),
  )
})

test('no empty line is needed before the speaker', () => {
  expect(render('::: pullquote\nWe\n*saw* it.\n— *Asha* Rao\n:::')).toBe(
    figure('<p>We\n<em>saw</em> it.</p>\n', '<figcaption>— <em>Asha</em> Rao</figcaption>\n'),
  )
})

test('a quotation may have no speaker, and several paragraphs', () => {
  expect(render('::: pullquote\nOne.\n\nTwo.\n:::')).toBe(figure('<p>One.</p>\n<p>Two.</p>\n'))
})

test('a dash in the middle is no speaker', () => {
  expect(render('::: pullquote\n— no\n\nyes\n:::')).toBe(figure('<p>— no</p>\n<p>yes</p>\n'))
})

test('a dash without a blank is a word', () => {
  expect(render('::: pullquote\nOne.\n\n—Two\n:::')).toBe(figure('<p>One.</p>\n<p>—Two</p>\n'))
})

test('what follows a quotation stands behind it', () => {
  expect(render('::: pullquote\nOne.\n:::\n\nTwo.')).toBe(`${figure('<p>One.</p>\n')}<p>Two.</p>\n`)
})

test('two quotations keep their own speakers', () => {
  const html = render('::: pullquote\nOne.\n\n— A\n:::\n\n::: pullquote\nTwo.\n\n— B\n:::')
  expect(html).toBe(
    figure('<p>One.</p>\n', '<figcaption>— A</figcaption>\n') +
      figure('<p>Two.</p>\n', '<figcaption>— B</figcaption>\n'),
  )
})

test('a quotation that is never closed ends with the text', () => {
  expect(render('::: pullquote\nOne.')).toBe(figure('<p>One.</p>\n'))
})

test('an empty quotation is no crash', () => expect(render('::: pullquote\n:::')).toBe(figure('')))

test('another kind of box is text', () => expect(render('::: warning\nOne.\n:::')).not.toContain('figure'))

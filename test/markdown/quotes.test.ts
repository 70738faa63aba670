import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import { markdownSite } from '../rig/markdown.ts'

const render = (text: string, language?: string): string =>
  createMarkdown({ ...markdownSite, language: 'en-IN' })
    .render(text, { markdown: { pictures: [], base: '', url: '', ...(language ? { language } : {}) } })
    .replace(/<\/?p>|\n$/g, '')

test.each([
  [undefined, '“It’s ‘done’,” she said.'],
  ['es', '«It’s “done”,» she said.'],
  ['de-AT', '„It’s ‚done‘,“ she said.'],
  ['hi', '“It’s ‘done’,” she said.'],
  ['fr', '«\u202fIt’s “done”,\u202f» she said.'],
])('quotation marks are those of the language (%s)', (language, html) => {
  expect(render(`"It's 'done'," she said.`, language)).toBe(html)
})

test('one language does not stay for the next text', () => {
  expect(render('"one"', 'es')).toBe('«one»')
  expect(render('"two"')).toBe('“two”')
})

test('what an editor wrote otherwise stays as it is', () => {
  expect(render('(c) 2024 ... and -- „so“')).toBe('(c) 2024 ... and -- „so“')
  expect(render('`"code"`')).toBe('<code>&quot;code&quot;</code>')
})

test('marks are paired over emphasis and links, and code and addresses keep theirs', () => {
  expect(render(`"*It's* [so](/a/ "the boys' own")," he 'said'.`)).toBe(
    '“<em>It’s</em> <a href="/a/" title="the boys’ own">so</a>,” he ‘said’.',
  )
  expect(render('`it\'s` "`code`" https://example.com/it\'s')).toContain(
    "<code>it's</code> “<code>code</code>”",
  )
  expect(render(`<https://example.com/it's>`)).toContain(`>https://example.com/it's</a>`)
  expect(render(String.raw`5\" and \'so\'`)).toBe("5&quot; and 'so'")
})

test('a quotation over several paragraphs opens in each', () => {
  expect(render('He said: "The port is open.\n\n"It closes at noon."')).toBe(
    'He said: “The port is open.\n“It closes at noon.”',
  )
})

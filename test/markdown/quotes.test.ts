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

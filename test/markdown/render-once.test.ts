import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import { createRenderOnce } from '../../src/markdown/render-once.ts'

const context = { pictures: [], base: 'https://bulletin.example', url: '/world/storm/' }

const counting = (limit?: number) => {
  const markdown = createMarkdown()
  const render = markdown.render.bind(markdown)
  let times = 0
  markdown.render = (text, env) => {
    times++
    return render(text, env)
  }
  return { renderOnce: createRenderOnce(markdown, limit), times: () => times }
}

test('a story that stands in many feeds is rendered once', () => {
  const { renderOnce, times } = counting()
  const html = renderOnce('[Sport](/sport/) and *more*', context)
  expect(html).toBe('<p><a href="https://bulletin.example/sport/">Sport</a> and <em>more</em></p>\n')
  expect(renderOnce('[Sport](/sport/) and *more*', { ...context })).toBe(html)
  expect(times()).toBe(1)
})

test.each([
  ['its text', 'New.', context],
  ['its place', '[a](#b)', { ...context, url: '/world/calm/' }],
  [
    'its pictures',
    '![a](b.png)',
    { ...context, pictures: [{ src: 'b.png', file: 'b.png', url: '/b.png', width: 1, height: 2 }] },
  ],
  ['its site', '[a](/b/)', { ...context, base: '' }],
])('a story that differs in %s is rendered anew', (_what, text, other) => {
  const { renderOnce } = counting()
  const markdown = createMarkdown()
  for (const first of ['Old.', text]) renderOnce(first, context)
  expect(renderOnce(text, other)).toBe(markdown.render(text, { markdown: other }))
  expect(renderOnce(text, context)).toBe(markdown.render(text, { markdown: context }))
})

test('an archive of any size is rendered rightly, though not all of it is kept', () => {
  const { renderOnce, times } = counting(2)
  const urls = ['/a/', '/b/', '/c/', '/c/', '/a/']
  for (const url of urls) expect(renderOnce('[x](#y)', { ...context, url })).toContain(`${url}#y`)
  expect(times()).toBe(4)
})

test('a story without text stops the build', () => {
  const { renderOnce } = counting()
  expect(() => renderOnce(undefined as never, context)).toThrow()
})

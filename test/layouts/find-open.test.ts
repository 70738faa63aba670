import { describe, expect, test } from 'vitest'
import { findOpenBrace, findOpenTag } from '../../src/layouts/find-open.ts'
import { minifyLayouts } from '../../src/layouts/minify-layouts.ts'

describe('a sheet with something open', () => {
  test.each([
    ['.a { color: red }\n.b {\n  color: blue\n.c { color: green }\n', 'the { of line 2 is never closed'],
    ['.a { color: red }\n}\n.b {}\n', 'the } of line 2 closes nothing'],
    ['.a {}\n/* a note\n.b {}\n', 'the comment of line 2 is never closed'],
  ])('%j', (css, fault) => expect(findOpenBrace(css)).toBe(fault))

  test.each([
    '.a::before { content: "}" }',
    "/* { */ .a { background: url('{') }",
    '@media print { .a { top: 0 } }',
    '',
  ])('is none: %s', css => expect(findOpenBrace(css)).toBeNull())

  test('stops the build, with its file', async () => {
    const layouts = new Map([['css/site.css', '.a {\n']])
    await expect(minifyLayouts(layouts)).rejects.toThrow(
      /^_includes\/css\/site\.css is no sheet that browsers can read: the \{ of line 1 is never closed;/,
    )
  })
})

test.each([
  ['<p>a</p>\n<div>\n<p>b</p>\n', 'the <div> of line 2 has none'],
  ['<div>\n</div>\n</div>\n', 'that of line 3 closes nothing'],
  ['<!-- <div> -->{# <div> #}<div></div>', null],
])('the line of a tag that is alone: %j', (html, fault) => expect(findOpenTag(html, 'div')).toBe(fault))

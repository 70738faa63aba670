import { describe, expect, test } from 'vitest'
import { hasFurniture, withDateline } from '../../src/layouts/story-html.ts'
import { render } from '../rig/markdown.ts'

describe('the place that a story was filed from stands before its first words', () => {
  const place = '<b class="dateline">Neelam &amp; more</b>'
  test.each([
    ['a paragraph', 'One.\n\nTwo.', `<p>${place} — One.</p>\n<p>Two.</p>\n`],
    ['key points', '::: keypoints\n- a\n:::\n\nOne.', `</aside>\n<p>${place} — One.</p>\n`],
    ['two boxes', '::: facts A\na\n:::\n\n::: facts B\nb\n:::\n\nOne.', `</aside>\n<p>${place} — One.</p>\n`],
    ['a subhead', '## One', `<p>${place}</p>\n<h2 id="one">One</h2>\n`],
    ['a list', '- One', `<p>${place}</p>\n<ul>`],
    ['a quotation', '> One', `<p>${place}</p>\n<blockquote>`],
  ])('of %s', (_what, text, html) => {
    expect(withDateline(`\n${render(text)}`, 'Neelam & more')).toContain(html)
    expect(withDateline(render(text), 'Neelam & more').match(/class="dateline"/g)).toHaveLength(1)
  })

  test('without one nothing changes, and no sign in it has a meaning', () => {
    expect(withDateline('<p>One.</p>', null)).toBe('<p>One.</p>')
    expect(withDateline('<p>One.</p>', '$1 $&')).toBe('<p><b class="dateline">$1 $&amp;</b> — One.</p>')
  })
})

describe('a page has the style of furniture when its text has any', () => {
  test.each([
    '::: keypoints\n- a\n:::',
    '::: facts A\na\n:::',
    '::: timeline\n- 2019: a\n:::',
    '::: entry 2024-10-24T09:00:00Z A\na\n:::',
    'A[^1].\n\n[^1]: b',
    'https://youtu.be/abc',
    'Table: A\n\n| a |\n|---|\n| b |',
  ])('%s', text => expect(hasFurniture(render(text))).toBe(true))

  test.each(['Words.', '## A', '::: pullquote\na\n:::', '| a |\n|---|\n| b |', '<aside>', '[a]{lang=de}'])(
    'not %s',
    text => expect(hasFurniture(render(text))).toBe(false),
  )
})
